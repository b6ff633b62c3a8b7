import 'server-only'
import type { Change } from '@/lib/ledger/change'
import { consequenceKeys } from '@/lib/ledger/part/consequence-keys'
import type { Place } from '@/lib/ledger/part/gathering'
import { namingKeys } from '@/lib/ledger/part/naming-keys'
import { ruleKeys } from '@/lib/ledger/part/rule-keys'
import { NOTHING_UNREAD, type Unread } from '@/lib/ledger/part/unread'
import type { WholeRecord } from '@/lib/ledger/testimony'
import { ledgerAt } from '../ledger'
import { askingAt } from '../readers'
import { sizeAt } from '../size'
import { readKeys } from './read-keys'
import { indexAt } from './record-index'

/** A record as far as an edit of it needs it. */
export type EditPart = {
  readonly record: WholeRecord
  readonly unread: Unread
}

/** What an edit asks of the record: whether it keeps the rules, or what it would do besides. */
export type Depth = 'rules' | 'consequences'

/**
 * The record at a revision as far as a change set of it can reach: all of it where it is held whole, and where the change
 * set can reach every material of it. `null` when the revision is not published (yet).
 *
 * @param besides records that are wanted as well, where they stand.
 * @throws {DatabaseAway} when the database cannot be asked.
 */
export async function partForEdit(
  revision: number,
  changes: readonly Change[],
  depth: Depth,
  besides: readonly Place[] = [],
): Promise<EditPart | null> {
  const size = await sizeAt(revision)
  if (size === null) return null
  const found = size === 'small' ? null : await reachedAt(revision, changes, depth, besides)
  if (found !== null) return found
  const record = await ledgerAt(revision)
  return record && { record, unread: NOTHING_UNREAD }
}

function reachedAt(
  revision: number,
  changes: readonly Change[],
  depth: Depth,
  besides: readonly Place[],
): Promise<EditPart | null> {
  return askingAt(revision, async (database) => {
    const index = indexAt(database, revision)
    if (depth === 'rules') {
      return {
        record: await readKeys(database.prisma, revision, await ruleKeys(index, changes, besides)),
        unread: NOTHING_UNREAD,
      }
    }
    const found = await consequenceKeys(index, changes, { besides })
    if (found === null) return null
    return { record: await readKeys(database.prisma, revision, found.keys), unread: found.unread }
  })
}

/**
 * Some records at a revision with what their names are made of, as a record: all of it where it is held whole. `null` when
 * the revision is not published (yet).
 *
 * @throws {DatabaseAway} when the database cannot be asked.
 */
export async function recordsNamedAt(revision: number, places: readonly Place[]): Promise<WholeRecord | null> {
  const size = await sizeAt(revision)
  if (size === null) return null
  if (size === 'small') return ledgerAt(revision)
  return askingAt(revision, async (database) =>
    readKeys(database.prisma, revision, await namingKeys(indexAt(database, revision), places)),
  )
}
