import 'server-only'
import type pg from 'pg'
import { asking } from '../away'
import { kept } from '../client'
import type { Database } from '../connection'

/** How the database stands: its bytes, and of its connections those that are open and those that there may be. */
export type DatabaseStanding = { readonly bytes: number; readonly connections: number; readonly most: number }

/**
 * How the database stands.
 *
 * @throws {DatabaseAway} when it cannot be asked.
 */
export async function databaseStanding(): Promise<DatabaseStanding> {
  const { rows } = await asking(() =>
    kept().editors.pool.query<{ bytes: string; connections: number; most: number }>(
      `select pg_database_size(current_database()) as bytes, current_setting('max_connections')::integer as most,
         (select sum(numbackends)::integer from pg_stat_database) as connections`,
    ),
  )
  const [found] = rows
  return { bytes: Number(found?.bytes ?? 0), connections: found?.connections ?? 0, most: found?.most ?? 0 }
}

/** A copy of the database: the newest revision that it holds, `null` while it is not to be asked. */
export type ReplicaStanding = { readonly number: number; readonly head: number | null }

/** How the copies stand that may answer readers, numbered as the operator named them. */
export async function replicasStanding(): Promise<readonly ReplicaStanding[]> {
  return Promise.all(
    kept().replicas.map(async (replica, at) => ({ number: at + 1, head: await newestHeldBy(replica.at(1)) })),
  )
}

async function newestHeldBy(copy: Database | null): Promise<number | null> {
  if (copy === null) return null
  const asked = copy.pool.query<{ number: number | null }>('select max(number) as number from revision')
  return asked.then(
    ({ rows }) => rows[0]?.number ?? null,
    () => null,
  )
}

/** What webhooks wait for: messages whose time has come and for how long, and what was given up in a day. */
export type WebhooksStanding = {
  readonly on: number
  readonly off: number
  readonly due: number
  /** Seconds since the time came of the message that waits longest; 0 where none does. */
  readonly longestDue: number
  readonly givenUp: number
}

/**
 * How telling webhooks stands.
 *
 * @throws {DatabaseAway} when the database cannot be asked.
 */
export async function webhooksStanding(): Promise<WebhooksStanding> {
  const { rows } = await asking(() =>
    kept().editors.pool.query<{ on: number; off: number; due: number; longest_due: number; given_up: number }>(
      `select (select count(*)::integer from webhook where state = 'on') as on,
         (select count(*)::integer from webhook where state in ('off', 'gone')) as off,
         (select count(*)::integer from webhook_delivery where state = 'waiting' and next_at <= now()) as due,
         (select coalesce(extract(epoch from now() - min(next_at)), 0)::float from webhook_delivery
           where state = 'waiting' and next_at <= now()) as longest_due,
         (select count(distinct d.id)::integer from webhook_delivery d join webhook_attempt a on a.delivery = d.id
           where d.state = 'given-up' and a.at > now() - interval '1 day') as given_up`,
    ),
  )
  const { on = 0, off = 0, due = 0, longest_due: longestDue = 0, given_up: givenUp = 0 } = rows[0] ?? {}
  return { on, off, due, longestDue, givenUp }
}

/** Connections of one pool of this process. */
export type PoolStanding = {
  readonly pool: string
  readonly open: number
  readonly idle: number
  readonly waiting: number
}

/** The connections that this process holds; it connects to nothing. */
export function poolsStanding(): readonly PoolStanding[] {
  const { database, editors, sharing } = kept()
  const of = (pool: string, from: pg.Pool) => ({
    pool,
    open: from.totalCount,
    idle: from.idleCount,
    waiting: from.waitingCount,
  })
  return [of('readers', database.pool), of('editors', editors.pool), of('sharing', sharing.pool)]
}
