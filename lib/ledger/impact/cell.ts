import type { Candidates } from '../concern'
import { ask, candidatesOf, linesOf } from '../concern'
import type { Interval, LocalDate } from '../interval'
import { earlier, later } from '../interval'
import type { Law } from '../law'
import { once } from '../once'
import type { Party, Provision } from '../record'
import { answerOn, hasForm, resolveCell } from '../resolve'
import type { CellAnswer, Status } from '../status'
import type { Answered } from '../timeline'
import { answered, changeDays, sameAnswer } from '../timeline'
import { causesOf } from './causes'
import { ALWAYS, isAmong } from './dirty-days'
import type { Lens } from './lens'
import { hasOtherForms, questionOf } from './lens'
import type { Worlds } from './worlds'
import { isListingChanged } from './worlds'

/** Where a change is seen: one cell through one lens. */
export type Seen = { readonly material: string; readonly form: string; readonly lens: Lens }

/** What comes on a day. `resumes`: what the text gives from then on where a pause ends that nobody has verified (R9). */
export type Following = { readonly on: LocalDate } & Pick<CellAnswer, 'status' | 'resumes'>

/** Days on which a cell has another status than before. Half-open, as every interval inside. */
export type Flip = Seen &
  Interval & {
    readonly before: Answered
    readonly after: Answered
    /** What follows these days by the new record; `null` when they have no end. */
    readonly next: Following | null
    /** The changed keys that make it so. */
    readonly because: readonly string[]
  }

/** Days on which a cell has the status it had, for other reasons, or with other dates or looks behind it. */
export type ProofChange = Seen & Interval & { readonly status: Status; readonly because: readonly string[] }

export type CellImpact = { readonly flips: readonly Flip[]; readonly proofs: readonly ProofChange[] }

/** One law asked about a cell through a lens. */
type Side = {
  readonly name: string
  /** Every line that can concern the cell, on any day. */
  readonly lines: readonly Provision[]
  readonly days: () => Iterable<LocalDate>
  readonly on: (day: LocalDate) => CellAnswer
}

/** A cell through a lens in both laws; two lenses with one name are one to this cell. */
export type CellPair = { readonly name: string; readonly seen: Seen; readonly sides: readonly [Side, Side] }

export function cellPair(worlds: Worlds, seen: Seen): CellPair {
  const sides: CellPair['sides'] = [sideOf(worlds, worlds.before, seen), sideOf(worlds, worlds.after, seen)]
  return { name: sides.map(({ name }) => name).join('|'), seen, sides }
}

const NOTHING: CellImpact = { flips: [], proofs: [] }

/** Walks the days on which either law may change its answer, and tells where the two differ. */
export function compareCell(worlds: Worlds, { seen, sides: [before, after] }: CellPair): CellImpact {
  const lines = [...before.lines, ...after.lines]
  const dirty = dirtyDaysOf(worlds, seen, lines)
  if (dirty.length === 0) return NOTHING
  const covered = later(worlds.before.coversFrom, worlds.after.coversFrom)
  const first = later(covered, dirty.map(({ from }) => from).reduce(earlier))
  const days = [...new Set([first, ...before.days(), ...after.days()])].filter((day) => day >= first).sort()
  const asking = { ...seen, exemptions: lines.filter(({ effect }) => effect === 'exempt').map(({ key }) => key) }
  const flips: Flip[] = []
  const proofs: ProofChange[] = []
  for (const [at, from] of days.entries()) {
    if (!isAmong(dirty, from)) continue
    const [a, b] = [before.on(from), after.on(from)]
    const because = causesOf(worlds, asking, a, b)
    const to = days[at + 1] ?? null
    if (a.status === b.status) {
      if (because.length > 0) proofs.push({ ...seen, from, to, status: a.status, because })
    } else {
      flips.push({ ...seen, from, to, before: answered(a), after: answered(b), next: following(after, to), because })
    }
  }
  return {
    flips: joined(flips, (x, y) => sameAnswer(x.before, y.before) && sameAnswer(x.after, y.after)),
    proofs: joined(proofs, (x, y) => x.status === y.status),
  }
}

function following(side: Side, to: LocalDate | null): Following | null {
  if (to === null) return null
  const { status, resumes } = side.on(to)
  return { on: to, status, resumes }
}

/** The days on which some line of the cell reads otherwise; all, where the party or the material does. */
function dirtyDaysOf(worlds: Worlds, { material, lens }: Seen, lines: readonly Provision[]): readonly Interval[] {
  const laws = [worlds.before, worlds.after]
  const parties = laws.flatMap((law) => (lens.party === null ? [] : (law.parties.get(lens.party) ?? [])))
  if (hasOtherForms(worlds, material) || parties.some((party) => isListingChanged(worlds, party))) return ALWAYS
  return [...new Set(lines.flatMap(({ key }) => worlds.dirtyDays(key)))]
}

function sideOf(worlds: Worlds, law: Law, { material, form, lens }: Seen): Side {
  const asked = ask(law, questionOf(worlds, law, lens, law.coversFrom))
  if (!hasForm(law, material, form)) {
    const answer = resolveCell(law, asked.question, material, form)
    return { name: 'none', lines: [], days: () => [], on: () => answer }
  }
  const candidates = candidatesOf(law, asked, material, form)
  const lines = linesOf(candidates)
  return {
    name: nameOf(worlds, law, candidates, lines),
    lines,
    days: () => changeDays(law, candidates, lines),
    // The answer of a day is asked for itself, and as what follows the day before.
    on: once((day) => answerOn(law, candidates, day, material, form)),
  }
}

function nameOf(
  worlds: Worlds,
  law: Law,
  { items, reaching, asked: { party } }: Candidates,
  lines: readonly Provision[],
) {
  const groups = [items, ...reaching.map(({ line, leans }) => [line, ...leans])]
  const turning = party === null ? [] : lines.filter(({ endUse }) => endUse === 'listed-party')
  const listing = party === null || turning.length === 0 ? '' : listingOf(worlds, law, party, turning)
  return `${groups.map((group) => group.map(({ key }) => key).join(' ')).join(';')};${listing}`
}

/** What of a listing decides: which of the rules that turn on one mean it, and on which of the days that are compared. */
function listingOf(worlds: Worlds, law: Law, party: Party, turning: readonly Provision[]): string {
  const { key, instrument, listedOn, delistedOn } = party
  if (isListingChanged(worlds, party)) return `${key} ${instrument} ${listedOn} ${delistedOn}`
  const counts = law.instruments.has(instrument)
  const meant = turning.filter(({ partyList }) => counts && (partyList === null || partyList === instrument))
  const delisted = delistedOn === null ? '' : later(delistedOn, worlds.since)
  return meant.length === 0
    ? ''
    : `${meant.map((rule) => rule.key).join(' ')} ${later(listedOn, worlds.since)} ${delisted}`
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
