import 'server-only'
import { askingAt } from './readers'

/** What readers are told of a publication: never who the people are, only the name that the publisher chose to show. */
export type PublicationMark = {
  readonly revision: number
  readonly publisherName: string | null
  /** For what one person published in a hurry: the instant by which another must have reviewed it. */
  readonly reviewDue: string | null
  readonly reviews: number | null
  readonly reverts: number | null
}

/** The columns that a reader's connection may see. */
const SHOWN = { revision: true, publisherName: true, reviewDue: true, reviews: true, reverts: true } as const

/**
 * The publications of some revisions, and those that review them or take them back; none later than `upTo`.
 *
 * @throws {DatabaseAway} when the database cannot be asked.
 */
export async function publicationsOf(numbers: readonly number[], upTo: number): Promise<readonly PublicationMark[]> {
  const among = { in: [...numbers] }
  const rows = await askingAt(upTo, ({ prisma }) =>
    prisma.publication.findMany({
      select: SHOWN,
      where: { revision: { lte: upTo }, OR: [{ revision: among }, { reviews: among }, { reverts: among }] },
      orderBy: { revision: 'asc' },
    }),
  )
  return rows.map((row) => ({ ...row, reviewDue: row.reviewDue?.toISOString() ?? null }))
}
