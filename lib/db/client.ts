import 'server-only'
import type { WholeRecord } from '@/lib/ledger/testimony'
import { type Database, type Named, NONE_SEEN, openDatabase } from './connection'
import { type PartsHeld, partsHeld } from './part/held'
import { forgetAll } from './remembered'
import { openReplica, type Replica } from './replica'

/** What is known of published revisions: a record only grows, so one answer settles all before it or all after it. */
type KnownSizes = { smallUpTo: number; largeFrom: number; published: number }

/** What this process keeps of its database: the connections, and the revisions read last. */
type Kept = {
  /** What readers are answered from: its connections cannot see a draft, a person or a session. */
  readonly database: Database
  /** Copies of it that may answer readers in its place, see `askingAt`; most operators have none. */
  readonly replicas: readonly Replica[]
  /** What editors work with; nothing is connected before the first of them comes. */
  readonly editors: Database
  /** What readers may write with: a snapshot, and the count of how often they asked for one. */
  readonly sharing: Database
  readonly ledgers: Map<number, Promise<WholeRecord>>
  readonly sizes: KnownSizes
  readonly parts: PartsHeld
  /** The newest revision that the database named; see `headRevision`. */
  readonly seen: { newest: Named }
}

/** Editors are few, and a publication holds one connection only while it is written. */
const EDITORS = 4

/** To freeze an answer takes one short insert. */
const SHARING = 2

/** On the global object, so that a hot reload and every bundle of the server share one pool. */
const home = globalThis as typeof globalThis & { sluiceDatabase?: Kept | undefined }

/** @throws {Error} when `DATABASE_URL` is not set: starting the server sets it. */
export function kept(): Kept {
  home.sluiceDatabase ??= open(...addressesOfTheDatabase())
  return home.sluiceDatabase
}

/** Ends all connections and forgets what was read; the next question connects again. */
export async function closeDatabase(): Promise<void> {
  const opened = home.sluiceDatabase
  home.sluiceDatabase = undefined
  const databases = opened ? [opened.database, opened.editors, opened.sharing, ...opened.replicas] : []
  await Promise.all(databases.map(({ close }) => close()))
}

/** What was being made of the record that is gone is finished by then, in milliseconds. */
const FINISHED_MS = 60_000

/**
 * Forgets all that was remembered by numbers of revisions, because the record under those numbers is another one: what was read,
 * what copies of the database promised, the pages. Once more when what was being made meanwhile is finished.
 */
export function forgetTheRecord(): void {
  const opened = home.sluiceDatabase
  if (opened === undefined) return
  // Whoever is reading keeps filling what is forgotten, and nothing else.
  home.sluiceDatabase = { ...opened, ...nothingRead(opened.database) }
  for (const { close } of opened.replicas) close().catch(() => undefined)
  forgetAll()
  setTimeout(forgetAll, FINISHED_MS).unref()
}

function open(url: string, readerUrl: string): Kept {
  const database = openDatabase(readerUrl, undefined, 'sluice_reader')
  return {
    database,
    editors: openDatabase(url, EDITORS),
    sharing: openDatabase(readerUrl, SHARING, 'sluice_sharing'),
    ...nothingRead(database),
  }
}

/** What knows of revisions, as it is before one was read. */
function nothingRead(database: Database): Omit<Kept, 'database' | 'editors' | 'sharing'> {
  return {
    replicas: addressesOfReplicas().map((address) => openReplica(address, database)),
    ledgers: new Map(),
    sizes: { smallUpTo: 0, largeFrom: Number.POSITIVE_INFINITY, published: 0 },
    parts: partsHeld(),
    seen: { newest: NONE_SEEN },
  }
}

/** For editors, and for readers: the second may be a user of its own, who could not become what editors are. */
function addressesOfTheDatabase(): readonly [string, string] {
  const url = process.env['DATABASE_URL']
  if (url === undefined || url === '') throw new Error('DATABASE_URL is not set')
  return [url, process.env['DATABASE_READER_URL'] || url]
}

/** Separated by commas; none where the variable is not set. */
function addressesOfReplicas(): readonly string[] {
  return (process.env['DATABASE_REPLICA_URL'] ?? '').split(',').flatMap((address) => address.trim() || [])
}
