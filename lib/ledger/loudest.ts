import type { AskedDay } from './claim-reading'
import type { Gap } from './gap'
import { gapOf } from './gap'
import type { LocalDate } from './interval'
import { saidBy } from './period'
import type { Country } from './record'
import type { Status } from './status'
import { opennessOf } from './status'
import type { Assertion, Claim } from './testimony'
import type { Weighing } from './weighing'

/** The claim that most asks for a text, and how long it has waited for one. */
export type Loudest = { readonly claim: Claim; readonly gap: Gap }

/** Types of speakers who speak for the government of a country that controls exports. */
const GOVERNMENT_OF: { readonly [type: string]: Country } = { 'china-government': 'CN' }

/**
 * The loudest claim without an instrument: what a reader is most likely to have heard, and the law does not give.
 *
 * It counts when it says that something is open or suspended, still says so on the day asked, no instrument issued since
 * bears out any of it, and some cell is not open on that day or, by what is on file, will not be for as long as is said.
 * Of those the loudest is said by the government that controls the exports, then by another government, then by anybody
 * else; then the latest; then the one that speaks of more cells that wait; then the first by key. Nothing else is weighed.
 *
 * @param from the country of export.
 */
export function loudestClaim(
  weighing: Weighing,
  claims: readonly Claim[],
  asked: AskedDay,
  from: Country = 'CN',
): Loudest | null {
  const counting = asked.known === null ? weighing : weighing.asKnownOn(asked.known)
  const heard = claims
    .filter((claim) => isHeard(claim, asked) && claim.asserts.some((one) => eases(one, asked.on)))
    .sort((a, b) => level(a, from) - level(b, from) || (saidBy(a) < saidBy(b) ? 1 : saidBy(a) > saidBy(b) ? -1 : 0))
  let loudest: Loudest | null = null
  for (const claim of heard) {
    if (loudest !== null && isQuieter(claim, loudest.claim, from)) break
    const gap = gapOf(counting, claim, asked.on)
    if (gap.word !== 'none' || !waits(counting, claim, asked.on)) continue
    if (loudest === null || isLouder({ claim, gap }, loudest)) loudest = { claim, gap }
  }
  return loudest
}

function isHeard(claim: Claim, { on, known }: AskedDay): boolean {
  return saidBy(claim) <= on && (known === null || saidBy(claim) <= known)
}

function eases({ status, from, to }: Assertion, on: LocalDate): boolean {
  return (status === 'open' || status === 'suspended') && (from === null || from <= on) && (to === null || on <= to)
}

/** Whether some cell that is said to be open, or paused, is not so on the day asked or, by what is on file, for as long as it is said. */
function waits(weighing: Weighing, claim: Claim, on: LocalDate): boolean {
  return weighing
    .asKnownOn(on)
    .cellsOf(claim)
    .some(({ assertion, cell }) => {
      const { to } = assertion
      const days = to === null ? [on] : [on, ...cell.starts().filter((day) => day > on && day <= to)]
      return eases(assertion, on) && days.some((day) => isShut(cell.statusOn(day)))
    })
}

function isShut(status: Status): boolean {
  const openness = opennessOf(status)
  return openness === 'licence' || openness === 'closed' || openness === 'unclear'
}

function level({ speaker: { type } }: Claim, from: Country): number {
  if (GOVERNMENT_OF[type] === from) return 0
  return type.endsWith('-government') ? 1 : 2
}

function isQuieter(claim: Claim, than: Claim, from: Country): boolean {
  return level(claim, from) !== level(than, from) || saidBy(claim) !== saidBy(than)
}

/** Of two claims of one level and one day. */
function isLouder(a: Loudest, b: Loudest): boolean {
  return a.gap.outstanding !== b.gap.outstanding ? a.gap.outstanding > b.gap.outstanding : a.claim.key < b.claim.key
}
