import { printedChange } from '@/lib/contract/record/file-format'
import { appendRevision } from '@/lib/db/append'
import { chain } from '@/lib/db/changes'
import type { Database } from '@/lib/db/connection'
import { revisionDigest } from '@/lib/formats/revision-digest'
import { byAnaThroughBen } from './people'
import { theRecord } from './record'
import { SOURCE } from './revisions'

/** Publishes a first revision that says nothing, where the whole record would be more than a test needs. */
export async function publishNothing(database: Database): Promise<void> {
  const said = {
    number: 1,
    kind: 'addition',
    author: 'Ben of Sluice',
    reason: 'Nothing is known yet',
    recordedAt: '2026-11-21T01:02:03.456Z',
    previousHash: null,
  } as const
  const appended = await appendRevision(database, { ...said, hash: revisionDigest(said, []) }, [])
  if (!appended.ok) throw new Error('the first revision was refused')
}

/** Publishes a revision that learns of a source with a title, with the hash that the chain asks for. */
export async function publishTitle(database: Database, title: string): Promise<{ number: number; hash: string }> {
  const newest = (await chain(database)).at(-1)
  const [known] = theRecord().sources
  if (newest === undefined || known === undefined) throw new Error('nothing is recorded')
  const said = {
    number: newest.number + 1,
    kind: 'addition',
    author: 'Ben of Sluice',
    reason: `A source: ${title}`,
    recordedAt: '2026-11-22T01:02:03.456Z',
    previousHash: newest.hash,
  } as const
  const record = { ...known, key: `${SOURCE}-${said.number}`, title, url: null }
  const changes = [{ kind: 'source', key: record.key, record } as const]
  const hash = revisionDigest(said, changes.map(printedChange))
  const appended = await appendRevision(database, { ...said, hash }, changes, byAnaThroughBen())
  if (!appended.ok) throw new Error(`revision ${said.number} was refused`)
  return { number: said.number, hash }
}
