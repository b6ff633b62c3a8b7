import 'server-only'
import type { Person } from '@/lib/auth/person'
import type { Preview } from '@/lib/contract/edit/standing'

export async function previewDraft(_person: Person, _id: string, _at: Date = new Date()): Promise<Preview | null> {
  throw new Error('not yet')
}
