import type { Publication } from '@/lib/db/append'
import type { Database } from '@/lib/db/connection'

/** Two who may publish each other's drafts. */
export const ANA = 'ana'
export const BEN = 'ben'

/** Puts Ana and Ben, both reviewers, into a migrated database; they have no password. */
export async function anaAndBen({ prisma }: Database): Promise<void> {
  await prisma.person.createMany({
    data: [
      { id: ANA, name: 'Ana', email: 'ana@example.org', role: 'reviewer' },
      { id: BEN, name: 'Ben', email: 'ben@example.org', role: 'reviewer', publicName: 'Ben of Sluice' },
    ],
  })
}

/** What Ana wrote and Ben published. */
export function byAnaThroughBen(said: Partial<Publication> = {}): Publication {
  return {
    draft: null,
    authors: [ANA],
    publisher: BEN,
    publisherName: 'Ben of Sluice',
    reviewDue: null,
    reviews: null,
    reverts: null,
    ...said,
  }
}
