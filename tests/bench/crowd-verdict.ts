import type { Named, Outcome } from './crowd'
import { percentile } from './statistics'

/** A revision whose publication was answered: from then on nobody may be told an older one. */
export type Acknowledged = { readonly at: number; readonly revision: number }

/** Answers to requests that began after a revision was acknowledged, and name an older one, or none. */
export function staleOf(named: readonly Named[], acknowledged: readonly Acknowledged[]): readonly Named[] {
  return named.filter(({ began, revision }) => {
    const due = acknowledged.filter(({ at }) => at < began).map((one) => one.revision)
    return !(revision >= Math.max(0, ...due))
  })
}

/** What is no answer: any status but 200, and whatever broke. A crowd that is too large may also be asked to come again. */
export function faultsOf(outcomes: readonly Outcome[], mayBeTurnedAway = false): readonly Outcome[] {
  return outcomes.filter(({ outcome }) => outcome !== '200' && !(mayBeTurnedAway && outcome.startsWith(TURNED_AWAY)))
}

const TURNED_AWAY = '503 with retry-after'

/** Requests with an outcome, and the median and the ninety-ninth of a hundred of what they took. */
export function summed(outcomes: readonly Outcome[], outcome: string) {
  const times = Float64Array.from(outcomes.flatMap((one) => (one.outcome === outcome ? [...one.times] : []))).sort()
  return { requests: times.length, p50: percentile(times, 0.5), p99: percentile(times, 0.99) }
}

/** A server before, while and after too many asked: milliseconds of the median, megabytes of the heap and of all. */
export type Overload = {
  readonly before: { readonly p50: number; readonly heap: number }
  readonly outcomes: readonly Outcome[]
  /** Addresses whose answers are kept. */
  readonly kept: readonly string[]
  readonly after: { readonly p50: number; readonly heap: number }
  readonly restarted: boolean
}

/** As quick as before is within this factor, or within so many milliseconds: below them the machine decides. */
const AS_QUICK = { factor: 1.5, ms: 5 }
/** Megabytes of the heap that may be more than before: pages that were made meanwhile and are kept. */
const AS_SMALL_MB = 48

export type Complaint =
  | 'nobody was turned away'
  | 'something broke'
  | 'what is kept was refused'
  | 'nothing was made'
  | 'it stayed slow'
  | 'memory stayed'
  | 'it began anew'

/** What is wrong with how a server took too large a crowd; nothing where it turned some away, served the others and got over it. */
export function complaintsOf({ before, outcomes, kept, after, restarted }: Overload): readonly Complaint[] {
  const isKept = (one: Outcome) => kept.includes(one.path)
  const of = (which: (one: Outcome) => boolean, outcome: string) => summed(outcomes.filter(which), outcome).requests
  const held: { readonly [complaint in Complaint]: boolean } = {
    'nobody was turned away': of(() => true, TURNED_AWAY) > 0,
    'something broke': faultsOf(outcomes, true).length === 0,
    'what is kept was refused': of(isKept, TURNED_AWAY) === 0 && of(isKept, '200') > 0,
    'nothing was made': of((one) => !isKept(one), '200') > 0,
    'it stayed slow': after.p50 <= Math.max(before.p50 * AS_QUICK.factor, before.p50 + AS_QUICK.ms),
    'memory stayed': after.heap <= before.heap + AS_SMALL_MB,
    'it began anew': !restarted,
  }
  return (Object.keys(held) as Complaint[]).filter((complaint) => !held[complaint])
}
