import 'server-only'
import type { Coordinates } from '@/lib/contract/address'
import { ledgerAt } from '@/lib/db/ledger'
import { partAt } from '@/lib/db/part'
import { materialsAround, materialsOfSeries } from '@/lib/db/part/order'
import { sizeAt } from '@/lib/db/size'
import { ROWS_ON_A_PAGE } from '@/lib/ledger/scope'
import type { WholeRecord } from '@/lib/ledger/testimony'
import type { PlaceInOrder } from './opened'
import type { Order, Sufficing } from './sufficing'

/** A record as it was read for a page: whole, or a part and where it stands. */
export type Read = { readonly record: WholeRecord; readonly part?: PlaceInOrder }

/**
 * Reads what suffices for a page at a revision: the whole of a small record, a part of a large one, or `null` where the
 * revision is not published (yet). Which of the two is a matter of the revision alone, never of what happens to be at hand.
 *
 * @throws {DatabaseAway} when the database cannot be asked.
 */
export async function readFor({ revision }: Coordinates, sufficing: Sufficing | 'whole'): Promise<Read | null> {
  if (sufficing === 'whole' || (await sizeAt(revision)) !== 'large') {
    const record = await ledgerAt(revision)
    return record === null ? null : { record }
  }
  const { wanted, between, order } = sufficing
  const found = await inOrder(revision, order)
  const { materials, place } = found
  const named = { ...wanted.named, material: new Set([...materials, ...found.named]), indicator: new Set(found.series) }
  const record = await partAt(revision, { ...wanted, materials: [...wanted.materials, ...materials], named }, between)
  return { record, part: place }
}

type InOrder = {
  readonly materials: readonly string[]
  readonly named: readonly string[]
  readonly series: readonly string[]
  readonly place: PlaceInOrder
}

const NOWHERE: PlaceInOrder = { rows: null, neighbours: { previous: null, next: null } }

async function inOrder(revision: number, order: Order | null): Promise<InOrder> {
  if (order === null) return { materials: [], named: [], series: [], place: NOWHERE }
  if ('series' in order) {
    const materials = await materialsOfSeries(revision, order.series)
    return { materials, named: [], series: [order.series], place: NOWHERE }
  }
  if ('neighboursOf' in order) {
    const around = await materialsAround(revision, 'all', order.neighboursOf, { before: 1, after: 1 })
    const [previous = null, next = null] = [around.before[0], around.after[0]]
    const named = [...around.before, ...around.after]
    return { materials: [], named, series: [], place: { rows: null, neighbours: { previous, next } } }
  }
  return rowsAfter(revision, order)
}

/** The rows of one page of the matrix, as `pageOfScope` tells them. */
async function rowsAfter(revision: number, { rows, after }: Extract<Order, { rows: unknown }>): Promise<InOrder> {
  const most = { before: ROWS_ON_A_PAGE, after: ROWS_ON_A_PAGE + 1 }
  const around = await materialsAround(revision, rows, after, most)
  const keys = around.after.slice(0, ROWS_ON_A_PAGE)
  const previous = after === null ? null : { after: around.before[ROWS_ON_A_PAGE - 1] ?? null }
  const next = around.after.length > ROWS_ON_A_PAGE ? (keys.at(-1) ?? null) : null
  const place = { ...NOWHERE, rows: { keys, previous, next } }
  return { materials: keys, named: after === null ? [] : [after], series: [], place }
}
