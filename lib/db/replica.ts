import { type Database, over, settingsOf } from './connection'
import { type Held, HoldingPool } from './holding-pool'

/** A copy of the database that PostgreSQL keeps up by itself, some time behind. */
export type Replica = {
  /** What it answers from at a revision; `null` while it is not known to hold that revision, or does not answer well. */
  readonly at: (revision: number) => Database | null
  /** Says that it did not answer a question: it is left alone for a while, and looked at before the next one. */
  readonly failed: () => void
  readonly close: () => Promise<void>
}

/** A copy that does not answer within this time is no help: the primary does. */
const PATIENCE = { connectionTimeoutMillis: 1_000, query_timeout: 5_000 }

/** How often a copy is looked at that lacks the revision asked at, and one that failed. */
const LOOKS = { behindMs: 100, failedMs: 2_000 }

const NEWEST = 'select number, hash from revision order by number desc limit 1'

/**
 * Opens a copy for readers; nothing is connected before the first question.
 *
 * What it holds is looked up beside readers' questions, which the primary answers meanwhile: nobody waits for a copy that is
 * behind or broken. The primary has to know the newest revision of the copy by its hash, so that a database of another
 * record is never asked.
 *
 * @param url names one server, or a pooler that gives each connection to one.
 */
export function openReplica(url: string, primary: Database, looks = LOOKS): Replica {
  const pool = new HoldingPool({ ...settingsOf(url, 'sluice_reader'), ...PATIENCE })
  const database = over(pool)
  let failing = false
  let lookAgainAt = 0

  async function look(): Promise<void> {
    const held = (await pool.query<Held>(NEWEST)).rows[0]
    if (held === undefined || !(await knows(primary, held))) throw new Error('a copy of another record')
    pool.promise(held)
    failing = false
  }

  function failed(): void {
    failing = true
    lookAgainAt = performance.now() + looks.failedMs
  }

  return {
    at(revision) {
      if (!failing && pool.promised > 0 && revision <= pool.promised) return database
      if (performance.now() >= lookAgainAt) {
        lookAgainAt = performance.now() + looks.behindMs
        look().catch(failed)
      }
      return null
    },
    failed,
    close: database.close,
  }
}

async function knows({ pool }: Database, { number, hash }: Held): Promise<boolean> {
  const { rowCount } = await pool.query('select from revision where number = $1 and hash = $2', [number, hash])
  return rowCount === 1
}
