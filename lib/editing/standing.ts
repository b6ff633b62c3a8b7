import 'server-only'
import type { Person } from '@/lib/auth/person'
import type { Standing } from '@/lib/contract/edit/standing'
import { findCase } from './case'
import { judge } from './judge'

/**
 * How a draft stands on the record that it was written against: what is wrong with each entry, which rules it would break,
 * what was confirmed or overridden, and whether the record has moved on. `null` when there is no such draft.
 */
export async function standingOf(_person: Person, id: string, at: Date = new Date()): Promise<Standing | null> {
  const found = await findCase(id, at)
  if (found === null) return null
  const { before, after, unread, ...standing } = judge(found)
  return standing
}
