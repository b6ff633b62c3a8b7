import 'server-only'
import type { Transaction } from './transaction'

/** A snapshot as people of the record see it in a list; `title` is the one of its note, empty while it has none. */
export type NotedSnapshot = {
  readonly digest: string
  readonly id: string
  readonly view: string
  readonly address: string
  readonly revision: number
  readonly madeAt: string
  readonly title: string
}

/** Snapshots, the newest first. @param before the instant before which they were made; `null` for all. */
export async function notedSnapshots(
  from: Transaction,
  before: Date | null,
  most: number,
): Promise<readonly NotedSnapshot[]> {
  const rows = await from.snapshot.findMany({
    ...(before === null ? {} : { where: { madeAt: { lt: before } } }),
    select: {
      digest: true,
      id: true,
      view: true,
      address: true,
      revision: true,
      madeAt: true,
      notes: { select: { title: true }, orderBy: { version: 'desc' }, take: 1 },
    },
    orderBy: [{ madeAt: 'desc' }, { digest: 'desc' }],
    take: most,
  })
  return rows.map(({ notes, madeAt, ...row }) => ({
    ...row,
    madeAt: madeAt.toISOString(),
    title: notes[0]?.title ?? '',
  }))
}

/** The digest of the snapshot under an id; `null` where there is none. */
export async function digestUnder(from: Transaction, id: string): Promise<string | null> {
  return (await from.snapshot.findUnique({ where: { id }, select: { digest: true } }))?.digest ?? null
}

/** How many versions the note on a snapshot has: the newest carries this number. */
export async function versionsOfNote(from: Transaction, digest: string): Promise<number> {
  return from.snapshotNote.count({ where: { snapshot: digest } })
}

export type NewNote = {
  readonly snapshot: string
  readonly version: number
  readonly title: string
  readonly note: string
  readonly person: string
  readonly byName: string | null
}

export async function insertNote(transaction: Transaction, note: NewNote): Promise<void> {
  await transaction.snapshotNote.create({ data: note })
}
