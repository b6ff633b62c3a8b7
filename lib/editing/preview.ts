import 'server-only'
import type { Person } from '@/lib/auth/person'
import type { Preview } from '@/lib/contract/edit/standing'
import { findCase } from './case'
import { consequencesOf, goesOut } from './consequences'
import { frozenMoved } from './frozen'
import { judge } from './judge'

/**
 * What publishing a draft would do, by the very functions that answer readers. Where the record has moved on since the
 * draft's base it is void: it still tells what the draft meant, and nothing can be published on it.
 *
 * @returns `null` when there is no such draft.
 */
export async function previewDraft(_person: Person, id: string, at: Date = new Date()): Promise<Preview | null> {
  const found = await findCase(id, at, 'consequences')
  if (found === null) return null
  const judged = judge(found)
  const { before, after, unread, ...standing } = judged
  return {
    ...standing,
    void: standing.head !== standing.base,
    impact: await consequencesOf(judged),
    outgoing: goesOut(judged),
    frozen: await frozenMoved(judged, at),
  }
}
