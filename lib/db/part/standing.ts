import 'server-only'
import type { Kind } from '@/lib/ledger/change'
import { believed } from '../believed'
import { askingAt } from '../readers'

/**
 * Whether a record stands under a key at a revision. The kinds are our own words, never a reader's.
 *
 * @throws {DatabaseAway} when the database cannot be asked.
 */
export async function standsAt(revision: number, kind: Kind, key: string): Promise<boolean> {
  const { rowCount } = await askingAt(revision, ({ pool }) =>
    pool.query(`select from ${kind}_version as v where v.key = $2 and ${believed('v')}`, [revision, key]),
  )
  return rowCount !== null && rowCount > 0
}

/**
 * All keys of a kind at a revision, by code unit: only a slip needs them, which is led to the nearest one.
 *
 * @throws {DatabaseAway} when the database cannot be asked.
 */
export async function keysOfKind(revision: number, kind: Kind): Promise<readonly string[]> {
  const { rows } = await askingAt(revision, ({ pool }) =>
    pool.query<{ key: string }>(
      `select v.key from ${kind}_version as v where ${believed('v')} order by v.key collate "C"`,
      [revision],
    ),
  )
  return rows.map(({ key }) => key)
}
