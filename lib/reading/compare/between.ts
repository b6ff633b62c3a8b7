import 'server-only'
import { remembered } from '@/lib/db/remembered'
import { changesOf, revisionsNumbered, touchedBetween } from '@/lib/db/revisions'
import { applyChanges } from '@/lib/ledger/apply'
import type { Change, Kind } from '@/lib/ledger/change'
import type { Recorded } from '@/lib/ledger/compare/steps'
import type { WholeRecord } from '@/lib/ledger/testimony'
import type { Opened } from '../opened'

/** Kinds of record that can make a cell read otherwise. */
const READ_BY_CELLS: ReadonlySet<Kind> = new Set(['material', 'form', 'instrument', 'provision', 'party'])

type Side = Pick<Opened, 'coordinates' | 'record'>

/**
 * The revisions on the way from one opened record to another, in its order, each with the ledger that the step leaves; those
 * that touch nothing that a cell is read from are passed over. Of parts the steps leave parts: changes of what was not read
 * join them, and no answer rests on these.
 *
 * @throws {DatabaseAway} when the database cannot be asked.
 */
export async function recordedBetween(before: Side, after: Side): Promise<readonly Recorded[]> {
  const [from, to] = [before.coordinates.revision, after.coordinates.revision]
  if (from === to) return []
  const [first, last] = [Math.min(from, to), Math.max(from, to)]
  const touched = await touchedBetween(first + 1, last)
  const numbers = [...new Set(touched.filter(({ kind }) => READ_BY_CELLS.has(kind)).map(({ revision }) => revision))]
  const revisions = await revisionsNumbered(numbers)

  const inOrder = numbers.toSorted((a, b) => a - b)
  const changes = await Promise.all(inOrder.map(changesIn))
  const steps: Recorded[] = []
  let ledger: WholeRecord = from < to ? before.record : after.record
  for (const [at, number] of inOrder.entries()) {
    const kind = revisions.get(number)?.kind
    if (kind === undefined) throw new TypeError(`revision ${number} is not in the record`)
    const earlier = ledger
    ledger = applyChanges(earlier, changes[at] ?? [])
    steps.push({ number, kind, undone: from > to, ledger: from > to ? earlier : ledger })
  }
  return from > to ? steps.reverse() : steps
}

/** A revision never changes, so what it changed is read once in each process, as long as it is kept. */
const read = remembered(new Map<number, readonly Change[]>())

const KEPT = 200

async function changesIn(revision: number): Promise<readonly Change[]> {
  const changes = read.get(revision) ?? (await changesOf(revision))
  read.delete(revision)
  read.set(revision, changes)
  const oldest = read.keys().next().value
  if (read.size > KEPT && oldest !== undefined) read.delete(oldest)
  return changes
}
