import type { Change } from './change'
import { changesBetween } from './difference'
import type { CellImpact, Flip, ProofChange } from './impact/cell'
import { cellPair, compareCell } from './impact/cell'
import type { VerdictChange } from './impact/claims'
import { verdictChanges } from './impact/claims'
import type { Lens } from './impact/lens'
import { lensesOf } from './impact/lenses'
import { partyClasses } from './impact/party-class'
import { type Worlds, worldsOf } from './impact/worlds'
import type { LocalDate } from './interval'
import { earlier } from './interval'
import { lookedThrough, openLaw } from './law'
import { NOTHING_UNREAD, stoodFor, type Unread } from './part/unread'
import type { Country } from './record'
import type { WholeRecord } from './testimony'

/** The last look at the rules of a country goes further than before, or less far: "not controlled" is as good as that. */
export type LookChange = {
  readonly jurisdiction: Country
  readonly before: LocalDate | null
  readonly after: LocalDate | null
}

/** What readers would see differently if one record took the place of another. */
export type Impact = {
  /** Cells whose status changes, by material, form, lens and first day. */
  readonly flips: readonly Flip[]
  /** Cells whose status stays and whose proof reads otherwise. */
  readonly proofs: readonly ProofChange[]
  readonly claims: readonly VerdictChange[]
  /** Claims that speak of what flips and of more than was read: nobody has told whether their verdict changes. */
  readonly unweighed: readonly string[]
  /** Listed parties that were not read, because others on lists as good as theirs read as they do while they are listed. */
  readonly stoodFor: number
  readonly looks: readonly LookChange[]
  /** The first day on which some status changes; `null` when none does. */
  readonly firstDay: LocalDate | null
}

export type MaterialImpact = CellImpact & { readonly material: string }

/**
 * The consequences of putting one record in the place of another, over all days that both cover.
 *
 * Of all questions that can be asked, each cell is told through the plainest of those that the rules answer alike: a
 * status that changes under any question changes through one of these lenses in the same way. The known day is left
 * open. That sources are named otherwise is no change of a proof.
 *
 * @param unread what is left out of these records, where they are parts of larger ones.
 * @throws {TypeError} when either record has acts that act on themselves, which the rules rule out (E19).
 */
export function impactOf(before: WholeRecord, after: WholeRecord, unread: Unread = NOTHING_UNREAD): Impact {
  const steps = impactInSteps(before, after, unread)
  for (;;) {
    const step = steps.next()
    if (step.done) return step.value
  }
}

/** The same, one material a step, so that others have their turn in between; the last step gives the whole. */
export function* impactInSteps(
  before: WholeRecord,
  after: WholeRecord,
  unread: Unread = NOTHING_UNREAD,
): Generator<MaterialImpact, Impact> {
  const worlds = openWorlds(before, after)
  const parts: MaterialImpact[] = []
  for (const part of perMaterial(worlds, unread)) {
    parts.push(part)
    yield part
  }
  const flips = parts.flatMap((part) => part.flips)
  return {
    flips,
    proofs: parts.flatMap((part) => part.proofs),
    ...verdictChanges(worlds, before.claims, after.claims, { flips, leaving: new Set(unread.claims) }),
    stoodFor: stoodFor(unread),
    looks: lookChanges(worlds),
    firstDay: flips.reduce<LocalDate | null>((first, { from }) => (first === null ? from : earlier(first, from)), null),
  }
}

function openWorlds(before: WholeRecord, after: WholeRecord): Worlds {
  const changes: readonly Change[] = changesBetween(before, after)
  return worldsOf(openLaw(before, null), openLaw(after, null), changes)
}

function* perMaterial(worlds: Worlds, { parties }: Unread): Generator<MaterialImpact> {
  const classes = partyClasses(worlds, parties)
  const materials = [...new Set([...worlds.before.materials.keys(), ...worlds.after.materials.keys()])].sort()
  for (const material of materials) yield { material, ...impactOn(worlds, classes, material) }
}

function impactOn(worlds: Worlds, classes: ReturnType<typeof partyClasses>, material: string): CellImpact {
  const forms = [worlds.before, worlds.after].flatMap((law) => law.materials.get(material)?.forms ?? [])
  const lenses = lensesOf(worlds, classes, material)
  const impacts = [...new Set(forms)].map((form) => impactOnCell(worlds, lenses, material, form))
  return { flips: impacts.flatMap(({ flips }) => flips), proofs: impacts.flatMap(({ proofs }) => proofs) }
}

/** What every lens shows of a cell; what a plainer one has shown already is not told again. */
function impactOnCell(worlds: Worlds, lenses: readonly Lens[], material: string, form: string): CellImpact {
  const asked = new Set<string>()
  const told = new Set<string>()
  const isNews = (changes: readonly (Flip | ProofChange)[]) => {
    if (changes.length === 0) return false
    const name = JSON.stringify(changes.map(({ lens: _, ...change }) => change))
    return !told.has(name) && told.add(name) !== undefined
  }
  const found: { flips: Flip[]; proofs: ProofChange[] } = { flips: [], proofs: [] }
  for (const lens of lenses) {
    const pair = cellPair(worlds, { material, form, lens })
    if (asked.has(pair.name)) continue
    asked.add(pair.name)
    const { flips, proofs } = compareCell(worlds, pair)
    if (isNews(flips)) found.flips.push(...flips)
    if (isNews(proofs)) found.proofs.push(...proofs)
  }
  return found
}

function lookChanges({ before, after }: Worlds): readonly LookChange[] {
  const countries = [before, after].flatMap((law) => [...law.instruments.values()].map((one) => one.jurisdiction))
  return [...new Set(countries)].sort().flatMap((jurisdiction) => {
    const [was, is] = [lookedThrough(before, jurisdiction), lookedThrough(after, jurisdiction)]
    return was === is ? [] : [{ jurisdiction, before: was, after: is }]
  })
}
