import 'server-only'
import type { WholeRecord } from '@/lib/ledger/testimony'
import { type Database, openDatabase } from './connection'

/** What this process keeps of its database: the connections, and the revisions read last. */
type Kept = { readonly database: Database; readonly ledgers: Map<number, Promise<WholeRecord>> }

/** On the global object, so that a hot reload and every bundle of the server share one pool. */
const home = globalThis as typeof globalThis & { sluiceDatabase?: Kept | undefined }

/** @throws {Error} when `DATABASE_URL` is not set: starting the server sets it. */
export function kept(): Kept {
  home.sluiceDatabase ??= { database: openDatabase(addressOfTheDatabase()), ledgers: new Map() }
  return home.sluiceDatabase
}

/** Ends all connections and forgets what was read; the next question connects again. */
export async function closeDatabase(): Promise<void> {
  const open = home.sluiceDatabase
  home.sluiceDatabase = undefined
  await open?.database.close()
}

function addressOfTheDatabase(): string {
  const url = process.env['DATABASE_URL']
  if (url === undefined || url === '') throw new Error('DATABASE_URL is not set')
  return url
}
