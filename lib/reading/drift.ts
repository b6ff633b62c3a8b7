import 'server-only'
import type { Coordinates } from '@/lib/contract/address'
import { addressOf } from '@/lib/contract/address'
import { readAddress } from '@/lib/contract/address-reading'
import { coordinatesAgainst } from '@/lib/contract/against'
import type { Exhibit } from '@/lib/contract/exhibit'
import type { Refusal } from '@/lib/contract/refusal'
import { remembered } from '@/lib/db/remembered'
import { digestOf } from '@/lib/formats/canonical'
import type { Comparison } from '@/lib/ledger/compare/compare'
import type { LocalDate } from '@/lib/ledger/interval'
import type { Result } from '@/lib/ledger/result'
import { ok, refused } from '@/lib/ledger/result'
import { openAt } from './door'
import type { DriftedCell, DriftedGroup } from './drift/cells'
import { cellsBetween } from './drift/cells'
import { isToldOtherwise } from './drift/words'
import { headRevision, todayInBeijing } from './now'
import { refusedUnread, whyUnread } from './unread'

/** How a frozen answer differs from the same question, asked today of the newest revision. */
export type Drift = {
  readonly today: LocalDate
  readonly revision: number
  /** How many cells there are, then or now, and how many of them differ; both 0 where the answer has none. */
  readonly total: number
  readonly differing: number
  /** How many cells differ by which cause; they add up to `differing`, and none is by another question. */
  readonly causes: Comparison['causes']
  readonly cells: readonly DriftedCell[]
  /** The same cells by what became of them: those of the first cause first, and of these the largest group. */
  readonly groups: readonly DriftedGroup[]
  /** For an answer without cells: whether it is told otherwise now. */
  readonly wordsDiffer: boolean
  /** The same view, today and in the newest revision: pinned there, and as the address that means "now". */
  readonly nowAddress: string
  readonly liveAddress: string
  /** Where the two are compared cell by cell, as both are computed now; `null` where there are no cells. */
  readonly compareAddress: string | null
}

/**
 * What has become of a frozen answer: its own cells, never computed again, beside the same question now. Now is today and
 * everything that is recorded: a known day that was asked is left behind like the day of the law.
 *
 * @param head the newest revision, where the caller has asked for it already.
 * @returns why it cannot be told: the record is away, or what was asked cannot be asked any more.
 */
export async function driftOf(
  frozen: Exhibit,
  today: LocalDate = todayInBeijing(),
  head?: number,
): Promise<Result<Drift, Refusal>> {
  const revision = head ?? (await headRevision())?.revision
  if (revision === undefined) return refused({ problems: [{ why: 'record-away' }], nearest: null })
  const name = `${digestOf(frozen)} ${revision} ${today}`
  const known = worked.get(name)
  if (known !== undefined) return keep(name, known)
  try {
    const drift = await workOut(frozen, revision, today)
    return drift.ok ? keep(name, drift) : drift
  } catch (error) {
    const why = whyUnread(error)
    if (why === null) throw error
    return refused(refusedUnread(why, frozen.live))
  }
}

/** A frozen answer, a revision and a day never change, so what lies between them is worked out once. */
const worked = remembered(new Map<string, Result<Drift, Refusal>>())

const KEPT = 200

function keep(name: string, drift: Result<Drift, Refusal>): Result<Drift, Refusal> {
  worked.delete(name)
  worked.set(name, drift)
  const oldest = worked.keys().next().value
  if (worked.size > KEPT && oldest !== undefined) worked.delete(oldest)
  return drift
}

async function workOut(frozen: Exhibit, revision: number, today: LocalDate): Promise<Result<Drift, Refusal>> {
  const read = readAddress(frozen.address.split('/').slice(2).map(decodeURIComponent))
  if (!read.ok) return read
  const then = read.value
  const now: Coordinates = { ...then, revision, question: { ...then.question, on: today, known: null } }
  const opened = await openAt(now)
  if (!opened.ok) return opened
  const addresses = { nowAddress: addressOf(now), liveAddress: frozen.live }
  if (frozen.cells.length === 0) {
    const wordsDiffer = await isToldOtherwise(frozen, now)
    return ok({ ...NOTHING, today, revision, wordsDiffer, ...addresses, compareAddress: null })
  }
  const against = { revision: then.revision, question: then.question }
  const before = await openAt(coordinatesAgainst(now, against))
  if (!before.ok) return before
  const compareAddress = addressOf({ ...now, by: 'form', view: { name: 'compare', against } })
  return ok({
    ...(await cellsBetween(frozen, before.value, opened.value)),
    ...{ today, revision, wordsDiffer: false, ...addresses, compareAddress },
  })
}

const NO_CAUSES: Comparison['causes'] = { law: 0, correction: 0, learnt: 0, wording: 0, rules: 0, lens: 0 }
const NOTHING = { total: 0, differing: 0, causes: NO_CAUSES, cells: [], groups: [] }
