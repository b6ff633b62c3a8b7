import 'server-only'
import { canonicalWanted, type Wanted } from '@/lib/ledger/part/wanted'
import type { WholeRecord } from '@/lib/ledger/testimony'
import { kept } from './client'
import { keysAt } from './part/keys'
import { readKeys } from './part/read-keys'
import { askingAt } from './readers'

/** The first of two revisions between which a part is asked, where it is asked of more than its own. */
export type Between = { readonly first: number; readonly last: number }

/**
 * The part of the record at a published revision that suffices for what is asked: fifteen statements, whatever the size of
 * the record. Kept as whole records are: a revision never changes.
 *
 * @param between the part suffices at every revision of the stretch, so that changes can be followed from one to another.
 * @throws {DatabaseAway} when the database cannot be asked.
 * @throws {TypeError} when the database holds a word this code has never heard of.
 */
export function partAt(
  revision: number,
  wanted: Wanted,
  between: Between = { first: revision, last: revision },
): Promise<WholeRecord> {
  const { parts } = kept()
  const name = `${revision} ${between.first} ${between.last} ${canonicalWanted(wanted)}`
  const there = parts.get(name)
  if (there !== undefined) return there
  const part = askingAt(between.last, async (database) =>
    readKeys(database.prisma, revision, await keysAt(database, between, wanted)),
  )
  parts.hold(name, part)
  return part
}
