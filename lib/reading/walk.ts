import 'server-only'
import { remembered } from '@/lib/db/remembered'
import { changesOf, revisionsNumbered, touchedBetween } from '@/lib/db/revisions'
import { applyChanges } from '@/lib/ledger/apply'
import type { Change, Kind } from '@/lib/ledger/change'
import { legalDaysOf } from '@/lib/ledger/legal-days'
import { historyAfter, type LegalHistory } from '@/lib/ledger/legal-history'
import { NOTHING_RECORDED } from '@/lib/ledger/nothing-recorded'
import { type Reach, reachOf } from '@/lib/ledger/reach'
import type { Revision } from '@/lib/ledger/revision'
import type { WholeRecord } from '@/lib/ledger/testimony'

/** What is known of all revisions up to one: of each what it was about, and of every legal day what became of it. */
export type Walked = {
  readonly upTo: number
  /** The record at `upTo`. */
  readonly record: WholeRecord
  /** Of each revision, the first one first. */
  readonly steps: readonly (Pick<Revision, 'number' | 'kind' | 'recordedAt'> & { readonly reach: Reach })[]
  readonly days: LegalHistory
}

/**
 * One walk for each process, from the first revision on. A revision never changes, so a walk that has come to one only
 * goes on from there: each is read once, whoever asks, and what is kept of it is a few keys.
 */
const memory: { 'sluice.walk'?: Promise<Walked> | undefined } = globalThis as never

remembered({
  clear() {
    memory['sluice.walk'] = undefined
  },
})

const START: Walked = {
  upTo: 0,
  record: NOTHING_RECORDED,
  steps: [],
  days: new Map(),
}

/**
 * Walks through the revisions up to the newest.
 *
 * @param head the newest revision, as it was asked for just now.
 * @throws {DatabaseAway} when the database cannot be asked; what was walked before stays known.
 */
export async function walkedTo(head: number): Promise<Walked> {
  const before = memory['sluice.walk'] ?? Promise.resolve(START)
  const going = before.catch(() => START).then((walked) => goOn(walked, head))
  memory['sluice.walk'] = going.catch(() => before)
  return going
}

/** How many revisions are asked for at once. */
const AT_ONCE = 50

async function goOn(from: Walked, head: number): Promise<Walked> {
  let walked = from
  while (walked.upTo < head) {
    const numbers = Array.from({ length: Math.min(AT_ONCE, head - walked.upTo) }, (_, at) => walked.upTo + at + 1)
    const [revisions, touched] = await Promise.all([
      revisionsNumbered(numbers),
      touchedBetween(walked.upTo + 1, walked.upTo + numbers.length),
    ])
    for (const number of numbers) {
      const revision = revisions.get(number)
      if (revision === undefined) throw new TypeError(`revision ${number} is not in the record`)
      const isEmpty = touched.every((one) => one.revision !== number)
      walked = step(walked, revision, isEmpty ? [] : await changesOf(number))
    }
  }
  return walked
}

/** Kinds of record that legal days are made of. */
const DATED: ReadonlySet<Kind> = new Set(['material', 'regime', 'instrument', 'provision', 'party', 'event', 'claim'])

function step(walked: Walked, revision: Revision, changes: readonly Change[]): Walked {
  const { number, kind, recordedAt } = revision
  const record = applyChanges(walked.record, changes)
  const reach = reachOf(changes, walked.upTo === 0 ? null : walked.record, record)
  return {
    upTo: number,
    record,
    steps: [...walked.steps, { number, kind, recordedAt, reach }],
    days: changes.some((change) => DATED.has(change.kind))
      ? historyAfter(walked.days, legalDaysOf(record), revision)
      : walked.days,
  }
}
