import 'server-only'
import { type Change, KINDS, type Kind } from '@/lib/ledger/change'
import type { Revision } from '@/lib/ledger/revision'
import { changesIn } from './changes'
import { forgetTheRecord, kept } from './client'
import { type Database, newestOf } from './connection'
import { askingAt, askingPrimary } from './readers'
import { revisionOf } from './rows/revision'

/**
 * The number of the newest revision, `null` while nothing is recorded.
 *
 * Everything that is remembered is remembered by numbers. So it is asked besides whether the revision that was the newest
 * before still stands: after a restore, or where a copy took over that lacked one, it may not, and all is forgotten.
 *
 * @throws {DatabaseAway} when the database cannot be asked.
 */
export async function headRevision(): Promise<number | null> {
  const { seen } = kept()
  const { newest, stands } = await askingPrimary((database) => newestOf(database, seen.newest))
  // Whoever asked at the same time has forgotten it already.
  if (!stands && kept().seen === seen) forgetTheRecord()
  const known = kept().seen
  if (newest !== null && newest.number > known.newest.number) known.newest = newest
  return newest?.number ?? null
}

/**
 * Revisions, the newest first: all, or those up to one of them.
 *
 * @param most how many at most.
 * @throws {DatabaseAway} when the database cannot be asked.
 */
export async function revisions(upTo?: number, most?: number): Promise<readonly Revision[]> {
  const read = ({ prisma }: Database) =>
    prisma.revision.findMany({
      ...(upTo === undefined ? {} : { where: { number: { lte: upTo } } }),
      ...(most === undefined ? {} : { take: most }),
      orderBy: { number: 'desc' },
    })
  const rows = await (upTo === undefined ? askingPrimary(read) : askingAt(upTo, read))
  return rows.map(revisionOf)
}

/**
 * Revisions by their numbers; those that are not published are left out.
 *
 * @throws {DatabaseAway} when the database cannot be asked.
 */
export async function revisionsNumbered(numbers: readonly number[]): Promise<ReadonlyMap<number, Revision>> {
  const rows = await askingAt(Math.max(...numbers), ({ prisma }) =>
    prisma.revision.findMany({ where: { number: { in: [...new Set(numbers)] } } }),
  )
  return new Map(rows.map((row) => [row.number, revisionOf(row)]))
}

/**
 * What a revision changed; see `changesIn`.
 *
 * @throws {DatabaseAway} when the database cannot be asked.
 */
export async function changesOf(revision: number): Promise<readonly Change[]> {
  return askingAt(revision, (database) => changesIn(database, revision))
}

/** Each key that a revision touched, once. The kinds are our own words, never a reader's. */
const TOUCHED = KINDS.map(
  (
    kind,
  ) => `select '${kind}' as kind, key, recorded_in as revision from ${kind}_version where recorded_in between $1 and $2
    union select '${kind}', key, superseded_in from ${kind}_version where superseded_in between $1 and $2`,
).join(' union all ')

/** How many records of a kind a revision recorded, changed or took away. */
export type Touched = { readonly revision: number; readonly kind: Kind; readonly records: number }

/**
 * How many records the revisions between two, both included, touched.
 *
 * @throws {DatabaseAway} when the database cannot be asked.
 */
export async function touchedBetween(first: number, last: number): Promise<readonly Touched[]> {
  const { rows } = await askingAt(last, ({ pool }) =>
    pool.query<Touched>(
      `select revision, kind, count(*)::integer as records from (${TOUCHED}) as touched group by revision, kind`,
      [first, last],
    ),
  )
  return rows
}
