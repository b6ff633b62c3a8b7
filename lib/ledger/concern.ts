import type { LocalDate } from './interval'
import type { Law } from './law'
import { controlledItemLines, instrumentOf } from './law'
import type { Question } from './question'
import type { Country, Party, Provision, Route } from './record'
import { ANY_FORM } from './record'

/** A question with its party looked up, its destination settled and the way of export it reads (R2). */
export type Asked = {
  readonly question: Question
  readonly party: Party | null
  /** The destination asked, else the named party's country. */
  readonly to: Country | null
  readonly from: Country
  readonly route: Route
}

/** The lines that may concern one cell on some day, all conditions met except those that depend on the day. */
export type Candidates = {
  readonly asked: Asked
  /** Item lines: licence, prohibit and exempt provisions that name the material. */
  readonly items: readonly Provision[]
  /** `controlled-items` lines, each with the item lines it can lean on. */
  readonly reaching: readonly { readonly line: Provision; readonly leans: readonly Provision[] }[]
}

/**
 * Settles what a question asks.
 *
 * @throws {TypeError} when the party is not in the record (an unknown party is refused at the edge, in words), or
 * when the law was opened as known on another day than the question asks.
 */
export function ask(law: Law, question: Question): Asked {
  if (law.known !== question.known) {
    throw new TypeError(
      `asked as known on ${JSON.stringify(question.known)} of a law known on ${JSON.stringify(law.known)}`,
    )
  }
  const party = question.party === null ? null : law.parties.get(question.party)
  if (party === undefined) throw new TypeError(`no party ${JSON.stringify(question.party)} in the record`)
  const to = question.to ?? party?.country ?? null
  return { question, party, to, from: question.from, route: question.route }
}

/** R2 for one cell: everything that may bear on it, whatever the day. */
export function candidatesOf(law: Law, asked: Asked, material: string, form: string): Candidates {
  const named = law.linesByMaterial.get(material) ?? []
  const matching = (as: Asked) => named.filter((line) => matches(law, as, line, form))
  const leansFrom = new Map<Country, readonly Provision[]>()
  const leans = (jurisdiction: Country) => {
    const found = leansFrom.get(jurisdiction) ?? matching({ ...asked, route: 'export', from: jurisdiction })
    leansFrom.set(jurisdiction, found)
    return found
  }
  return {
    asked,
    items: matching(asked),
    reaching: controlledItemLines(law)
      .filter((line) => matches(law, asked, line, form))
      .map((line) => ({ line, leans: leans(instrumentOf(law, line).jurisdiction) })),
  }
}

/** Every line of the candidates once, those that others lean on included. */
export function linesOf({ items, reaching }: Candidates): readonly Provision[] {
  return [...new Set([...items, ...reaching.flatMap(({ line, leans }) => [line, ...leans])])]
}

/**
 * Whether the party conditions of a line hold on a day (R2); lines without them hold always. A listing counts only
 * if its instrument does: law, and known by then.
 */
export function partyMatches(law: Law, asked: Asked, line: Provision, on: LocalDate): boolean {
  if (line.endUse !== 'listed-party') return true
  const { party } = asked
  if (party === null || !law.instruments.has(party.instrument) || !isListed(party, on)) return false
  return line.partyList === null || line.partyList === party.instrument
}

/** Whether a party stands on its list on a day: from `listedOn` up to but not including `delistedOn`. */
export function isListed(party: Party, on: LocalDate): boolean {
  return party.listedOn <= on && (party.delistedOn === null || on < party.delistedOn)
}

/** R2 without the day: form, route, country of export, end use and destination. */
function matches(law: Law, asked: Asked, line: Provision, form: string): boolean {
  return (line.forms.includes(form) || line.forms.includes(ANY_FORM)) && reaches(law, asked, line)
}

/** R2 without the day and the goods: route, country of export, end use and destination. */
export function reaches(law: Law, asked: Asked, line: Provision): boolean {
  if (line.route !== asked.route) return false
  if (asked.route === 'export' && instrumentOf(law, line).jurisdiction !== asked.from) return false
  if (line.endUse === 'listed-party') return asked.party !== null
  if (line.endUse === 'military' && asked.question.use !== 'military') return false
  return reachesDestination(line, asked.to)
}

/** `only` never matches "any destination"; `except` does not exclude it. */
function reachesDestination({ destinations: { only, except } }: Provision, to: Country | null): boolean {
  if (to === null) return only === null
  return (only === null || only.includes(to)) && !except.includes(to)
}
