import type { LocalDate } from '../interval'
import { later } from '../interval'
import { saidBy } from '../period'
import type { Claim } from '../testimony'
import { type Verdict, verdictOf } from '../verdict'
import { type Weighing, weigh } from '../weighing'
import type { Flip } from './cell'
import type { Worlds } from './worlds'

/** A claim of which the record thinks otherwise than before, from a day that something flips to the next on which it does not. */
export type VerdictChange = {
  readonly claim: string
  readonly on: LocalDate
  /** The first of the days looked at on which this is no longer so; `null` when it stays so. */
  readonly to: LocalDate | null
  readonly before: Verdict
  readonly after: Verdict
}

/**
 * The claims whose verdict changes, each on the first days of what flips, and on the day it was said. A claim that is
 * itself new, changed or withdrawn is no consequence, and is left out.
 *
 * @param leaving claims that are not weighed, because they speak of more than these laws hold: told by their keys.
 */
export function verdictChanges(
  worlds: Worlds,
  before: readonly Claim[],
  after: readonly Claim[],
  { flips, leaving }: { readonly flips: readonly Flip[]; readonly leaving: ReadonlySet<string> },
): { readonly claims: readonly VerdictChange[]; readonly unweighed: readonly string[] } {
  const flipped = new Set(flips.map(({ material }) => material))
  const days = [...new Set(flips.flatMap(({ from, to }) => (to === null ? [from] : [from, to])))].sort()
  const stays = new Set(before.map(({ key }) => key))
  const [was, is] = [weigh(worlds.before), weigh(worlds.after)]
  const touched = after.filter(
    (claim) => stays.has(claim.key) && !worlds.isChanged('claim', claim.key) && speaksOfAny(worlds, claim, flipped),
  )
  const claims = touched
    .filter(({ key }) => !leaving.has(key))
    .flatMap((claim) => {
      const said = later(saidBy(claim), later(worlds.before.coversFrom, worlds.after.coversFrom))
      return changesOn(was, is, claim, [...new Set([said, ...days.filter((day) => day > said)])])
    })
  return { claims, unweighed: touched.flatMap(({ key }) => (leaving.has(key) ? [key] : [])) }
}

function changesOn(was: Weighing, is: Weighing, claim: Claim, days: readonly LocalDate[]): readonly VerdictChange[] {
  const found: VerdictChange[] = []
  for (const [at, on] of days.entries()) {
    const before = verdictOf(was.law, claim, on, was)
    const after = verdictOf(is.law, claim, on, is)
    if (before.word === after.word) continue
    const to = days[at + 1] ?? null
    const last = found.at(-1)
    const goesOn = last?.to === on && last.before.word === before.word && last.after.word === after.word
    if (goesOn) found[found.length - 1] = { ...last, to }
    else found.push({ claim: claim.key, on, to, before, after })
  }
  return found
}

function speaksOfAny({ after }: Worlds, { asserts }: Claim, flipped: ReadonlySet<string>): boolean {
  return asserts.some(({ materials }) =>
    typeof materials === 'string'
      ? materials === 'all' || [...flipped].some((key) => after.materials.get(key)?.rareEarth === true)
      : materials.some((material) => flipped.has(material)),
  )
}
