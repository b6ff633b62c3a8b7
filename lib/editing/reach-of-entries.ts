import 'server-only'
import type { DraftEntry } from '@/lib/contract/edit/draft'
import { type Depth, type EditPart, partForEdit } from '@/lib/db/part/of-edit'
import { remembered } from '@/lib/db/remembered'
import { digestOf } from '@/lib/formats/canonical'
import type { Change } from '@/lib/ledger/change'
import { changeOf } from './entry-change'
import { recordsAt, there } from './whole'

/** Each is a few hundred records, or a whole record that is held anyway. */
const MOST = 8

/** What was read for entries, by the revision and all that they say; the last asked for last. */
const kept = remembered(new Map<string, Promise<EditPart>>())

/** The record at a published revision as far as some entries of a draft can reach it. Read once: a revision never changes. */
export function reachOfEntries(
  base: number,
  entries: readonly Pick<DraftEntry, 'kind' | 'key' | 'does'>[],
  depth: Depth,
): Promise<EditPart> {
  const name = digestOf({ base, depth, entries: entries.map(({ kind, key, does }) => ({ kind, key, does })) })
  const part = kept.get(name) ?? read(base, entries, depth)
  kept.delete(name)
  kept.set(name, part)
  part.catch(() => kept.delete(name))
  const [oldest] = kept.keys()
  if (kept.size > MOST && oldest !== undefined) kept.delete(oldest)
  return part
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
