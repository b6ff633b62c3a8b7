import 'server-only'
import { API } from '@/lib/contract/api/operation'
import { withPrecisions } from '@/lib/contract/api/precision'
import { type ListQuery, USUALLY_LISTED } from '@/lib/contract/api/queries'
import { KIND_OF } from '@/lib/contract/api/record-shapes'
import type { Told } from '@/lib/contract/api/told'
import { dayInBeijing } from '@/lib/contract/beijing'
import { type Operation, operationsOf, standingIn } from '@/lib/contract/data/operation'
import type { Printed } from '@/lib/contract/edit/draft'
import { FILE_NAMES } from '@/lib/contract/record/files'
import type { Refusal } from '@/lib/contract/refusal'
import { ledgerAt } from '@/lib/db/ledger'
import { type PublicationMark, publicationsOf } from '@/lib/db/publications'
import { changesOf, revisionsNumbered } from '@/lib/db/revisions'
import type { Result } from '@/lib/ledger/result'
import type { Revision } from '@/lib/ledger/revision'
import { openFor } from './open'
import { pageOf, startOf } from './paging'
import { told } from './records'

/**
 * One page of the revisions up to one, the oldest first.
 *
 * @throws {DatabaseAway} when the database cannot be asked.
 */
export async function readRevisions({ limit, cursor, rev }: ListQuery, origin: string): Promise<Result<Told, Refusal>> {
  const list = 'revisions'
  const start = startOf(list, { cursor, rev, where: {} })
  if (!start.ok) return start
  const opening = await openFor({ rev: start.value.rev }, undefined, 'part')
  if (!opening.ok) return opening

  const { revision } = opening.value.opened.coordinates
  const numbers = Array.from({ length: revision }, (_, at) => ({ key: String(at + 1) })) // without a gap
  const page = pageOf(numbers, start.value, { list, revision, limit, origin })
  if (!page.ok) return page
  const items = await revisionsTold(
    page.value.items.map(({ key }) => Number(key)),
    revision,
  )
  return told({ items, ...page.value.next }, revision, opening.value.seen, page.value.canonical)
}

/**
 * One revision, and one page of what it did, record by record: the operations of the bulk data's deltas.
 *
 * @throws {DatabaseAway} when the database cannot be asked.
 */
export async function readRevision(
  { number, limit, cursor }: { readonly number: number } & Pick<ListQuery, 'limit' | 'cursor'>,
  origin: string,
): Promise<Result<Told, Refusal>> {
  const list = `revisions/${number}`
  const start = startOf(list, { cursor, where: {} })
  if (!start.ok) return start
  const opening = await openFor({ rev: number }, undefined, 'part')
  if (!opening.ok) return opening

  const all = await operationsIn(number)
  const page = pageOf(all, start.value, { list, revision: number, limit, origin })
  if (!page.ok) return page
  const [item] = await revisionsTold([number], number)
  if (item === undefined) throw new TypeError(`no revision ${number} behind an open record`)
  const operations = page.value.items.map(({ operation }) => precise(operation))
  const first = `${API}/${list}?limit=${limit ?? USUALLY_LISTED}`
  return told({ item, operations, ...page.value.next }, number, {}, cursor === undefined ? first : null)
}

async function operationsIn(number: number) {
  const before = number === 1 ? null : await ledgerAt(number - 1)
  const operations = operationsOf(standingIn(before), number, await changesOf(number))
  return operations.map((operation) => ({ key: `${operation.kind} ${operation.key}`, operation }))
}

/** The records before and after in the shape in which the lists tell them. */
function precise(operation: Operation): object {
  const name = FILE_NAMES.find((one) => KIND_OF[one] === operation.kind)
  if (name === undefined) throw new TypeError(`no list of ${operation.kind}`)
  const shaped = (record: unknown) => (record === null ? null : withPrecisions(name, record as Printed))
  return { ...operation, before: shaped(operation.before), after: shaped(operation.after) }
}

async function revisionsTold(numbers: readonly number[], upTo: number): Promise<readonly object[]> {
  const [revisions, publications] = await Promise.all([revisionsNumbered(numbers), publicationsOf(numbers, upTo)])
  return numbers.flatMap((number) => {
    const revision = revisions.get(number)
    return revision === undefined ? [] : [revisionTold(revision, publications)]
  })
}

function revisionTold(revision: Revision, publications: readonly PublicationMark[]): object {
  const { number, kind, reason, author, recordedAt, hash, previousHash } = revision
  const own = publications.find((one) => one.revision === number)
  return {
    number,
    kind,
    reason,
    author,
    publisher: own?.publisherName ?? null,
    recordedAt,
    recordedOn: dayInBeijing(new Date(recordedAt)),
    reviews: own?.reviews ?? null,
    reverts: own?.reverts ?? null,
    hash,
    previousHash,
  }
}
