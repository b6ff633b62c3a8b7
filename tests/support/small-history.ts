import { printedChange } from '@/lib/contract/record/file-format'
import { idsOf } from '@/lib/contract/snapshot-id'
import type { Publication } from '@/lib/db/append'
import { appendRevision } from '@/lib/db/append'
import { chain } from '@/lib/db/changes'
import type { Database } from '@/lib/db/connection'
import { canonicalJson, digestOfText } from '@/lib/formats/canonical'
import { revisionDigest } from '@/lib/formats/revision-digest'
import { type Change, changesThatRecord, KINDS, type Kind, LIST_OF, type Records } from '@/lib/ledger/change'
import type { Revision } from '@/lib/ledger/revision'
import type { WholeRecord } from '@/lib/ledger/testimony'
import { ANA, anaAndBen, BEN, byAnaThroughBen } from './people'
import { theRecord } from './record'
import { CLAUSE, SUSPENSION } from './revisions'

const DRAFT = '00000000-0000-4000-8000-000000000001'

/**
 * A few dozen records cut out of the record, with a history of six revisions under true hashes: every table of the record has
 * rows in it, and rows that ended. A rule was set aside for one of them, one was published in a hurry and reviewed, one taken
 * back, and an answer was frozen and has a note.
 *
 * @param database migrated, and empty.
 */
export async function smallHistory(database: Database): Promise<void> {
  const record = cutOut({
    provision: [SUSPENSION],
    party: [firstOf('party').key],
    event: [firstOf('event').key],
    claim: [firstOf('claim').key],
    indicator: ['terbium-us'],
  })
  await publish(database, { kind: 'addition', reason: 'As it was compiled' }, changesThatRecord(record), null)
  await anaAndBen(database)
  await aDraftWithAnException(database)

  const line = record.provisions.find(({ key }) => key === SUSPENSION)
  const [series, event, claim, source] = [record.indicators[0], record.events[0], record.claims[0], record.sources[0]]
  if (!(line && series && event && claim && source)) throw new Error('the record has changed')
  const quoted = { ...line, note: 'Read again.', sources: line.sources.map((one) => ({ ...one, clause: CLAUSE })) }
  await publish(database, { reason: 'The law changed' }, [{ kind: 'provision', key: SUSPENSION, record: quoted }], {
    draft: DRAFT,
  })
  const again = { ...quoted, note: 'Read once more.' }
  const hurried = { authors: [ANA], publisher: ANA, publisherName: null, reviewDue: '2026-11-23T03:00:00.000Z' }
  await publish(
    database,
    { kind: 'correction', reason: 'In a hurry' },
    [{ kind: 'provision', key: SUSPENSION, record: again }],
    hurried,
  )
  const reviewed = { authors: [BEN], publisher: BEN, reviews: 3 }
  await publish(database, { kind: 'verification', reason: 'Reviewed' }, [], reviewed)
  await publish(database, { kind: 'addition', reason: 'More' }, [
    { kind: 'event', key: 'a-second-event', record: { ...event, key: 'a-second-event' } },
    { kind: 'source', key: 'a-second-source', record: { ...source, key: 'a-second-source', url: null } },
    { kind: 'indicator', key: series.key, record: { ...series, notes: 'Counted again.' } },
    { kind: 'claim', key: claim.key, record: { ...claim, tags: [...claim.tags, 'again'] } },
  ])
  const retirement = { why: 'It was told twice.', replacedBy: event.key }
  await publish(
    database,
    { kind: 'correction', reason: 'Taken back' },
    [
      { kind: 'event', key: 'a-second-event', record: null, retirement },
      { kind: 'provision', key: SUSPENSION, record: line },
    ],
    { reverts: 2 },
  )
  await aSnapshotWithANote(database)
}

/** Appends a revision under the hash that it has. */
export async function publish(
  database: Database,
  said: Pick<Revision, 'reason'> & Partial<Revision>,
  changes: readonly Change[],
  publication: Partial<Publication> | null = {},
): Promise<void> {
  const newest = (await chain(database)).at(-1)
  const revision = {
    number: (newest?.number ?? 0) + 1,
    kind: 'law' as const,
    author: 'an editor',
    recordedAt: '2026-11-22T03:00:00.000Z',
    previousHash: newest?.hash ?? null,
    ...said,
  }
  const hash = revisionDigest(revision, changes.map(printedChange))
  const who = publication === null ? null : byAnaThroughBen(publication)
  const appended = await appendRevision(database, { ...revision, hash }, changes, who)
  if (!appended.ok) throw new Error('somebody published first')
}

async function aDraftWithAnException({ pool }: Database): Promise<void> {
  await pool.query(
    `insert into draft (id, title, kind, base, author, contributors) values ($1, 'A draft', 'law', 1, $2, array[$2])`,
    [DRAFT, ANA],
  )
  await pool.query(
    `insert into draft_exception (draft, rule, kind, key, act, reason, person)
     values ($1, 'E3', 'provision', $2, 'overridden', 'It is so.', $3)`,
    [DRAFT, SUSPENSION, BEN],
  )
}

async function aSnapshotWithANote({ pool }: Database): Promise<void> {
  const [view, address] = ['matrix', '/r/2/2025-11-08/matrix']
  const payload = canonicalJson({ view, address, question: { rev: 2 } })
  const digest = digestOfText(payload)
  await pool.query('set role none')
  await pool.query(
    `insert into snapshot (digest, id, payload, view, address, revision) values ($1, $2, $3, $4, $5, 2)`,
    [digest, idsOf(digest)[0], payload, view, address],
  )
  await pool.query(
    `insert into snapshot_note (snapshot, version, title, note, person, by_name) values ($1, 1, 'A note', 'Look.', $2, 'Ana')`,
    [digest, ANA],
  )
}

function firstOf<K extends Kind>(kind: K): Records[K] {
  const [first] = theRecord()[LIST_OF[kind]] as readonly Records[K][]
  if (first === undefined) throw new Error(`the record has no ${kind}`)
  return first
}

/** What stands under some keys, and all that it names, however far that leads. */
function cutOut(wanted: { readonly [kind in Kind]?: readonly string[] }): WholeRecord {
  const record = theRecord()
  const known = new Map<string, readonly Kind[]>()
  for (const kind of KINDS) {
    for (const { key } of record[LIST_OF[kind]]) known.set(key, [...(known.get(key) ?? []), kind])
  }
  const kept = new Set(Object.entries(wanted).flatMap(([kind, keys]) => keys.map((key) => `${kind} ${key}`)))
  const standing = (kind: Kind) => record[LIST_OF[kind]].filter(({ key }) => kept.has(`${kind} ${key}`))
  for (let before = 0; before < kept.size; ) {
    before = kept.size
    for (const text of KINDS.flatMap((kind) => standing(kind)).flatMap(textsIn)) {
      for (const kind of known.get(text) ?? []) kept.add(`${kind} ${text}`)
    }
  }
  return Object.fromEntries(KINDS.map((kind) => [LIST_OF[kind], standing(kind)])) as unknown as WholeRecord
}

/** Every text of a value: among them are the keys that it names. */
function textsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value]
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : []
}
