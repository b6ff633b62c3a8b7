import type { Candidates } from '../concern'
import { ask, candidatesOf, linesOf } from '../concern'
import type { Interval, LocalDate } from '../interval'
import { later } from '../interval'
import type { Law } from '../law'
import { answerOn, hasForm, resolveCell } from '../resolve'
import type { CellAnswer, Status } from '../status'
import type { Answered, Run } from '../timeline'
import { answered, changeDays, sameAnswer } from '../timeline'
import { causesOf } from './causes'
import type { Lens } from './lens'
import { questionOf } from './lens'
import type { Worlds } from './worlds'

/** Where a change is seen: one cell through one lens. */
export type Seen = { readonly material: string; readonly form: string; readonly lens: Lens }

/** Days on which a cell has another status than before. Half-open, as every interval inside. */
export type Flip = Seen &
  Interval & {
    readonly before: Answered
    readonly after: Answered
    /** What follows these days by the new record; `null` when they have no end. */
    readonly next: Run['next']
    /** The changed keys that make it so. */
    readonly because: readonly string[]
  }

/** Days on which a cell has the status it had, for other reasons, or with other dates or looks behind it. */
export type ProofChange = Seen & Interval & { readonly status: Status; readonly because: readonly string[] }

export type CellImpact = { readonly flips: readonly Flip[]; readonly proofs: readonly ProofChange[] }

/** One law asked about a cell through a lens. */
type Side = {
  readonly law: Law
  readonly candidates: Candidates | null
  readonly days: Iterable<LocalDate>
  readonly on: (day: LocalDate) => CellAnswer
}

type Compared = Interval & { readonly a: CellAnswer; readonly b: CellAnswer; readonly because: readonly string[] }

/** A cell through a lens in both laws; two lenses with one name are one to this cell. */
export type CellPair = { readonly name: string; readonly seen: Seen; readonly sides: readonly [Side, Side] }

export function cellPair(worlds: Worlds, seen: Seen): CellPair {
  const sides = [worlds.before, worlds.after].map((law) => sideOf(worlds, law, seen)) as [Side, Side]
  return { name: sides.map(nameOf).join('|'), seen, sides }
}

/** Walks the days on which either law may change its answer, and tells where the two differ. */
export function compareCell(worlds: Worlds, { seen, sides: [before, after] }: CellPair): CellImpact {
  const first = later(worlds.before.coversFrom, worlds.after.coversFrom)
  const days = [...new Set([first, ...before.days, ...after.days])].filter((day) => day >= first).sort()
  const compared = days.map((from, at): Compared => {
    const [a, b] = [before.on(from), after.on(from)]
    return { from, to: days[at + 1] ?? null, a, b, because: causesOf(worlds, seen, a, b) }
  })
  const flips = compared.flatMap(({ from, to, a, b, because }, at): Flip[] => {
    if (a.status === b.status) return []
    const then = compared[at + 1]
    const next = then === undefined ? null : { on: then.from, status: then.b.status }
    return [{ ...seen, from, to, before: answered(a), after: answered(b), next, because }]
  })
  const proofs = compared.flatMap(({ from, to, a, b, because }): ProofChange[] =>
    a.status !== b.status || because.length === 0 ? [] : [{ ...seen, from, to, status: a.status, because }],
  )
  return {
    flips: joined(flips, (x, y) => sameAnswer(x.before, y.before) && sameAnswer(x.after, y.after)),
    proofs: joined(proofs, (x, y) => x.status === y.status),
  }
}

function sideOf(worlds: Worlds, law: Law, { material, form, lens }: Seen): Side {
  const asked = ask(law, questionOf(worlds, law, lens, law.coversFrom))
  if (!hasForm(law, material, form)) {
    return { law, candidates: null, days: [], on: () => resolveCell(law, asked.question, material, form) }
  }
  const candidates = candidatesOf(law, asked, material, form)
  return {
    law,
    candidates,
    days: changeDays(law, candidates),
    on: (day) => answerOn(law, candidates, day, material, form),
  }
}

function nameOf({ candidates }: Side): string {
  if (candidates === null) return 'none'
  const { items, reaching, asked } = candidates
  const lines = [items, ...reaching.map(({ line, leans }) => [line, ...leans])]
  const turnsOnParty = linesOf(candidates).some(({ endUse }) => endUse === 'listed-party')
  const { party } = asked
  const listing = turnsOnParty && party !== null ? `${party.instrument} ${party.listedOn} ${party.delistedOn}` : ''
  return `${lines.map((group) => group.map(({ key }) => key).join(' ')).join(';')};${listing}`
}

/** Neighbouring days that read the same are one, with all their causes. */
function joined<Item extends Interval & { readonly because: readonly string[] }>(
  items: readonly Item[],
  readsAs: (a: Item, b: Item) => boolean,
): readonly Item[] {
  const found: Item[] = []
  for (const item of items) {
    const previous = found.at(-1)
    if (previous === undefined || previous.to !== item.from || !readsAs(previous, item)) found.push(item)
    else found[found.length - 1] = { ...item, from: previous.from, because: union(previous.because, item.because) }
  }
  return found
}

function union(a: readonly string[], b: readonly string[]): readonly string[] {
  return [...new Set([...a, ...b])].sort()
}
