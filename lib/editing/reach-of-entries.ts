import 'server-only'
import type { DraftEntry } from '@/lib/contract/edit/draft'
import { type Depth, type EditPart, partForEdit } from '@/lib/db/part/of-edit'
import { digestOf } from '@/lib/formats/canonical'
import type { Change } from '@/lib/ledger/change'
import { changeOf } from './entry-change'
import { lastAsked } from './last-asked'
import { recordsAt, there } from './whole'

/** By the revision and all that the entries say. Each is a few hundred records, or a whole record that is held anyway. */
const reached = lastAsked<EditPart>(8)

/** The record at a published revision as far as some entries of a draft can reach it. Read once: a revision never changes. */
export function reachOfEntries(
  base: number,
  entries: readonly Pick<DraftEntry, 'kind' | 'key' | 'does'>[],
  depth: Depth,
): Promise<EditPart> {
  const name = digestOf({ base, depth, entries: entries.map(({ kind, key, does }) => ({ kind, key, does })) })
  return reached(name, () => read(base, entries, depth))
}

async function read(
  base: number,
  entries: readonly Pick<DraftEntry, 'kind' | 'key' | 'does'>[],
  depth: Depth,
): Promise<EditPart> {
  const stood = await recordsAt(base, entries)
  const changes: readonly Change[] = entries.flatMap((entry) => changeOf(entry, stood).change ?? [])
  return there(base, await partForEdit(base, changes, depth, entries))
}
