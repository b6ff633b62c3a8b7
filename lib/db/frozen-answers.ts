import 'server-only'
import type { FrozenAnswer } from '@/lib/ledger/compare/frozen'
import { asking } from './away'
import { kept } from './client'

/** A snapshot by what it asked: enough to hold it against another record. */
export type FrozenUnder = FrozenAnswer & { readonly id: string; readonly title: string }

/**
 * The newest snapshots that hold cells, the newest first.
 *
 * @throws {DatabaseAway} when the database cannot be asked.
 */
export async function newestFrozen(most: number): Promise<readonly FrozenUnder[]> {
  const { rows } = await asking(() =>
    kept().database.pool.query<FrozenUnder>(
      `select id, payload ->> 'title' as title, payload -> 'question' as question, payload -> 'cells' as cells
       from (select id, payload::jsonb as payload, made_at, digest from snapshot) as frozen
       where jsonb_array_length(payload -> 'cells') > 0
       order by made_at desc, digest limit $1`,
      [most],
    ),
  )
  return rows
}
