import { appendRevision, type Publication } from '@/lib/db/append'
import type { Database } from '@/lib/db/connection'
import { revisionsNumbered } from '@/lib/db/revisions'
import type { Change } from '@/lib/ledger/change'
import type { Revision } from '@/lib/ledger/revision'
import { byAnaThroughBen } from './people'

/** Appends a revision to the newest; its hash is a stand-in, because nothing here checks the chain. */
export async function append(
  database: Database,
  number: number,
  said: Partial<Revision>,
  changes: readonly Change[],
  publication: Partial<Publication> = {},
): Promise<void> {
  const before = (await revisionsNumbered([number - 1])).get(number - 1)
  if (before === undefined) throw new Error(`revision ${number} follows nothing`)
  const revision: Revision = {
    number,
    kind: 'law',
    author: 'an editor',
    reason: 'A notice was issued',
    recordedAt: '2026-11-22T01:02:03.456Z',
    previousHash: before.hash,
    hash: number.toString(16).padStart(64, '0'),
    ...said,
  }
  const appended = await appendRevision(database, revision, changes, byAnaThroughBen(publication))
  if (!appended.ok) throw new Error(`revision ${number} was refused: the newest is ${appended.refusal.head}`)
}
