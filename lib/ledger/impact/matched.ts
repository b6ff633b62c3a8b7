import { ask, reaches } from '../concern'
import type { Law } from '../law'
import { controlledItemLines, instrumentOf } from '../law'
import type { Question } from '../question'
import type { Party, Provision } from '../record'

/** The lines of a law that can bear on a material: those that name it, and those on whatever is controlled. */
export type LinesNaming = { readonly named: readonly Provision[]; readonly controlledItems: readonly Provision[] }

/** The lines that concern a question about a material on some day and in some form. */
export type Matched = {
  readonly items: readonly Provision[]
  readonly reaching: readonly Provision[]
  /** The item lines that those on controlled items can lean on. */
  readonly leans: readonly Provision[]
  readonly party: Party | null
}

export function linesNaming(law: Law, material: string): LinesNaming {
  return { named: law.linesByMaterial.get(material) ?? [], controlledItems: controlledItemLines(law) }
}

/** R2 for all forms and days of a material at once. */
export function matchedBy(law: Law, { named, controlledItems }: LinesNaming, question: Question): Matched {
  const asked = ask(law, question)
  const { party } = asked
  const counts = party !== null && law.instruments.has(party.instrument)
  const isMet = ({ endUse, partyList }: Provision) =>
    endUse !== 'listed-party' || (counts && (partyList === null || partyList === party.instrument))
  const meets = (as: typeof asked) => (line: Provision) => isMet(line) && reaches(law, as, line)
  const reaching = named.length === 0 ? [] : controlledItems.filter(meets(asked))
  const leansFrom = new Set(reaching.map((line) => instrumentOf(law, line).jurisdiction))
  return {
    items: named.filter(meets(asked)),
    reaching,
    leans: [...leansFrom].flatMap((from) => named.filter(meets({ ...asked, route: 'export', from }))),
    party,
  }
}

/** Two questions with one name get one answer from a law, on every day and for every form. */
export function nameOfMatched({ items, reaching, leans, party }: Matched): string {
  const keys = [items, reaching, leans].map((lines) => lines.map(({ key }) => key).join(' '))
  const turnsOnParty = [...items, ...reaching, ...leans].some(({ endUse }) => endUse === 'listed-party')
  return [...keys, ...(turnsOnParty && party !== null ? [party.listedOn, party.delistedOn] : [])].join(';')
}
