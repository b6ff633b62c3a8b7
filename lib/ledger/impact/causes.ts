import type { CellAnswer, Line } from '../status'
import { hasOtherForms, type Lens } from './lens'
import type { Worlds } from './worlds'
import { isMoved } from './worlds'

/** Where two answers are compared, and the exemptions that can reach what the lines lean on. */
export type Asking = { readonly material: string; readonly lens: Lens; readonly exemptions: readonly string[] }

/**
 * The changed keys that make two answers read otherwise: behind every line that only one of them has, that is in another
 * state, or that shows a changed text; empty when the two have one proof.
 */
export function causesOf(
  worlds: Worlds,
  { material, lens, exemptions }: Asking,
  a: CellAnswer,
  b: CellAnswer,
): readonly string[] {
  const causes = new Set<string>()
  const was = new Map(a.lines.map((line) => [line.provision.key, line]))
  const is = new Map(b.lines.map((line) => [line.provision.key, line]))
  const looks = a.verifiedThrough !== b.verifiedThrough
  for (const key of new Set([...was.keys(), ...is.keys()])) {
    const [before, after] = [was.get(key), is.get(key)]
    const reads = before === undefined || after === undefined || !readsAs(before, after) || showsChange(worlds, after)
    const isLookedAt = looks && (before?.decisive === true || after?.decisive === true)
    if (!reads && !isLookedAt) continue
    const own = behind(worlds, lens, before, after)
    // A line on controlled items loses what it leans on to an exemption that stands in no line of the cell.
    const found = own.size > 0 ? own : behindExemptions(worlds, lens, exemptions)
    for (const cause of found) causes.add(cause)
  }
  if (hasOtherForms(worlds, material) && (a.status === 'not-applicable') !== (b.status === 'not-applicable')) {
    causes.add(material)
  }
  return [...causes].sort()
}

/** Whether two lines say the same of a cell, whatever their texts. */
function readsAs(a: Line, b: Line): boolean {
  return WORDS.every((word) => a[word] === b[word]) && KEYS.every((keys) => a[keys].join() === b[keys].join())
}

const WORDS = [
  ...(['state', 'gives', 'firm', 'decisive', 'coverage', 'beforeEffect', 'stateFrom', 'stateTo'] as const),
] satisfies readonly (keyof Line)[]
const KEYS = [...(['suspendedBy', 'revivedFrom', 'exemptedBy', 'leansOn'] as const)] satisfies readonly (keyof Line)[]

/** Whether a line of a proof shows a record that is changed: its own, or an act on it that is told with it. */
function showsChange({ after, isChanged }: Worlds, line: Line): boolean {
  const acts = [...line.suspendedBy, ...line.revivedFrom].flatMap((key) => after.provisions.get(key) ?? [])
  return [line.provision, ...acts].some(
    ({ key, instrument }) => isChanged('provision', key) || isChanged('instrument', instrument),
  )
}

function behind(worlds: Worlds, lens: Lens, before: Line | undefined, after: Line | undefined): ReadonlySet<string> {
  const causes = new Set<string>()
  const keys: string[] = []
  for (const line of [before, after]) {
    if (line !== undefined) keys.push(line.provision.key, ...line.leansOn, ...line.exemptedBy)
  }
  for (const key of keys) for (const cause of worlds.changedBehind(key)) causes.add(cause)
  if (lens.party !== null && turnsOnParty(worlds, lens, keys)) {
    for (const cause of changedListing(worlds, lens)) causes.add(cause)
  }
  return causes
}

/** Whether any of these lines turns on a listing, or the question on where the party is. */
function turnsOnParty(worlds: Worlds, { party, to }: Lens, keys: readonly string[]): boolean {
  if (to === null && party !== null && isMoved(worlds, party)) return true
  const laws = [worlds.before, worlds.after]
  return keys.some((key) => laws.some((law) => law.provisions.get(key)?.endUse === 'listed-party'))
}

function behindExemptions(worlds: Worlds, lens: Lens, exemptions: readonly string[]): readonly string[] {
  return [...exemptions.flatMap((key) => worlds.changedBehind(key)), ...changedListing(worlds, lens)]
}

function changedListing({ before, after, isChanged }: Worlds, { party }: Lens): readonly string[] {
  if (party === null) return []
  const instruments = [before, after].flatMap((law) => law.parties.get(party)?.instrument ?? [])
  return [
    ...(isChanged('party', party) ? [party] : []),
    ...instruments.filter((instrument) => isChanged('instrument', instrument)),
  ]
}
