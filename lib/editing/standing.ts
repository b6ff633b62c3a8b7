import 'server-only'
import type { Person } from '@/lib/auth/person'
import type { Standing } from '@/lib/contract/edit/standing'

export async function standingOf(_person: Person, _id: string, _at: Date = new Date()): Promise<Standing | null> {
  throw new Error('not yet')
}
