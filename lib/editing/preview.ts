import 'server-only'
import type { Person } from '@/lib/auth/person'
import type { Preview } from '@/lib/contract/edit/standing'
import { impactByMaterial, impactOf, type MaterialImpact } from '@/lib/ledger/impact'
import { findCase } from './case'
import { isComputable, judge } from './judge'

/**
 * What publishing a draft would do, by the very functions that answer readers. Where the record has moved on since the
 * draft's base it is void: it still tells what the draft meant, and nothing can be published on it.
 *
 * @returns `null` when there is no such draft.
 */
export async function previewDraft(_person: Person, id: string, at: Date = new Date()): Promise<Preview | null> {
  const found = await findCase(id, at)
  if (found === null) return null
  const { before, after, ...standing } = judge(found)
  const impact = isComputable(standing) ? impactOf(before, after) : null
  return { ...standing, void: standing.head !== standing.base, impact }
}

/**
 * The cells that would change, one material at a time, as they are found. Between two materials others have their turn,
 * so that no reader waits for a preview. Gives nothing for a draft that is not there or cannot be computed.
 */
export async function* streamPreview(
  _person: Person,
  id: string,
  at: Date = new Date(),
): AsyncGenerator<MaterialImpact> {
  const found = await findCase(id, at)
  if (found === null) return
  const judged = judge(found)
  if (!isComputable(judged)) return
  for (const part of impactByMaterial(judged.before, judged.after)) {
    yield part
    await turn()
  }
}

function turn(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 0))
}
