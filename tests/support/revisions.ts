import { appendRevision, type Publication } from '@/lib/db/append'
import { chain } from '@/lib/db/changes'
import type { Database } from '@/lib/db/connection'
import type { Change, Kind, Records } from '@/lib/ledger/change'
import { LIST_OF } from '@/lib/ledger/change'
import { localDate } from '@/lib/ledger/interval'
import type { Revision } from '@/lib/ledger/revision'
import { ANA, BEN, byAnaThroughBen } from './people'
import { theRecord } from './record'

/** Keys that the history below records, changes, withdraws and replaces. */
export const SUSPENSION = 'cn-2025-70-suspends-2025-57'
export const EVENT = 'event-of-the-test'
export const SOURCE = 'source-of-the-test'
export const TWICE = 'source-told-twice'
export const GONE = 'source-that-never-was'
export const CLAUSE = {
  original: '自2025年11月7日起至2026年11月10日',
  gloss: 'from 7 November 2025 to 10 November 2026',
}

/** Appends a revision to the newest; its hash is a stand-in, because nothing here checks the chain. */
export async function append(
  database: Database,
  said: Partial<Revision>,
  changes: readonly Change[],
  publication: Partial<Publication> = {},
): Promise<void> {
  const newest = (await chain(database)).at(-1)
  if (newest === undefined) throw new Error('a revision follows nothing')
  const number = newest.number + 1
  const revision: Revision = {
    number,
    kind: 'law',
    author: 'an editor',
    reason: 'A notice was issued',
    recordedAt: '2026-11-22T01:02:03.456Z',
    previousHash: newest.hash,
    hash: number.toString(16).padStart(64, '0'),
    ...said,
  }
  const appended = await appendRevision(database, revision, changes, byAnaThroughBen(publication))
  if (!appended.ok) throw new Error(`revision ${number} was refused: the newest is ${appended.refusal.head}`)
}

/**
 * Six revisions on the first: the law changes, is corrected in a hurry, that is reviewed, things are learnt, withdrawn and
 * replaced, and the first change is taken back.
 */
export async function appendHistory(database: Database): Promise<void> {
  await append(database, { reason: 'The suspension lasts longer', author: 'Ana of Sluice' }, [
    suspensionUntil('2027-01-11'),
  ])
  await append(
    database,
    { kind: 'correction', reason: 'It does not', recordedAt: '2026-11-22T03:00:00.000Z' },
    [suspensionUntil('2026-12-01')],
    {
      authors: [ANA],
      publisher: ANA,
      publisherName: null,
      reviewDue: '2026-11-23T03:00:00.000Z',
    },
  )
  await append(database, { kind: 'verification', reason: 'Reviewed' }, [], {
    authors: [BEN],
    publisher: BEN,
    reviews: 3,
  })
  const event: Records['event'] = { ...first('event'), key: EVENT, title: 'A deadline of the test' }
  const source: Records['source'] = { ...first('source'), key: SOURCE, title: 'A source of the test', url: null }
  await append(
    database,
    { kind: 'addition', reason: 'An event and its sources', recordedAt: '2026-11-23T20:00:00.000Z' },
    [
      { kind: 'event', key: EVENT, record: event },
      { kind: 'event', key: `${EVENT}-again`, record: { ...event, key: `${EVENT}-again` } },
      ...[SOURCE, TWICE, GONE].map((key): Change => ({ kind: 'source', key, record: { ...source, key } })),
    ],
  )
  await append(database, { kind: 'correction', reason: 'It never took place, and a source was told twice' }, [
    {
      kind: 'event',
      key: `${EVENT}-again`,
      record: null,
      retirement: { why: 'It was told twice.', replacedBy: EVENT },
    },
    { kind: 'event', key: EVENT, record: null, retirement: { why: 'It never took place.', replacedBy: null } },
    { kind: 'source', key: TWICE, record: null, retirement: { why: 'It was told twice.', replacedBy: SOURCE } },
    { kind: 'source', key: GONE, record: null, retirement: { why: 'Nobody can find it.', replacedBy: null } },
  ])
  await append(database, { kind: 'correction', reason: 'As it was' }, [suspensionUntil('2026-11-11', true)], {
    reverts: 2,
  })
}

/** @param to the first day after. */
function suspensionUntil(to: string, withClause = false): Change {
  const line = theRecord().provisions.find(({ key }) => key === SUSPENSION)
  if (line === undefined) throw new Error(`no provision ${SUSPENSION}`)
  const [cited, ...rest] = line.sources
  const sources = withClause && cited !== undefined ? [{ ...cited, clause: CLAUSE }, ...rest] : line.sources
  const record = { ...line, sources, inForce: { from: line.inForce.from, to: localDate(to) } }
  return { kind: 'provision', key: SUSPENSION, record }
}

function first<K extends Kind>(kind: K): Records[K] {
  const [record] = theRecord()[LIST_OF[kind]] as readonly Records[K][]
  if (record === undefined) throw new Error(`the record has no ${kind}`)
  return record
}
