import 'server-only'
import { asking } from '../away'
import { kept } from '../client'

/** What a process that serves says of itself. */
export type Beat = {
  readonly id: string
  /** The machine and the port, as an operator finds it. */
  readonly name: string
  readonly version: string
  readonly build: string
  readonly startedAt: Date
  /** The revision that it answers from when somebody asks for “now”; `null` before it was asked. */
  readonly head: number | null
  readonly memoryMb: number
  /** Requests that it turned away, and those that ended in a fault, since it started. */
  readonly refused: number
  readonly faults: number
}

/** A process that serves, or did, and for how many seconds nothing was heard of it by the clock of the database. */
export type Instance = Beat & { readonly silentFor: number; readonly ended: boolean }

/** What was not heard of for so many days is taken away. */
const REMEMBERED_DAYS = 7

const SAY = `insert into instance
    (id, name, version, build, started_at, seen_at, head_revision, memory_mb, refused, faults)
  values ($1, $2, $3, $4, $5, now(), $6, $7, $8, $9)
  on conflict (id) do update set seen_at = now(), ended_at = null, head_revision = excluded.head_revision,
    memory_mb = excluded.memory_mb, refused = excluded.refused, faults = excluded.faults
  returning (xmax = 0) as is_new`

/**
 * Writes down what a process says of itself. The first time, those are taken away that were silent for a week.
 *
 * @throws {DatabaseAway} when the database cannot be asked.
 */
export async function sayAlive(beat: Beat): Promise<void> {
  const { id, name, version, build, startedAt, head, memoryMb, refused, faults } = beat
  const { pool } = kept().editors
  const values = [id, name, version, build, startedAt, head, memoryMb, refused, faults]
  const { rows } = await asking(() => pool.query<{ is_new: boolean }>(SAY, values))
  if (rows[0]?.is_new !== true) return
  await asking(() => pool.query(`delete from instance where seen_at < now() - interval '${REMEMBERED_DAYS} days'`))
}

/**
 * Writes down that a process ends as it was asked to.
 *
 * @throws {DatabaseAway} when the database cannot be asked.
 */
export async function sayEnded(id: string): Promise<void> {
  await asking(() => kept().editors.pool.query('update instance set ended_at = now() where id = $1', [id]))
}

type Row = {
  readonly id: string
  readonly name: string
  readonly version: string
  readonly build: string
  readonly started_at: Date
  readonly head_revision: number | null
  readonly memory_mb: number
  readonly refused: number
  readonly faults: number
  readonly silent_for: number
  readonly ended: boolean
}

/**
 * The processes that said something within a day, those that serve before those that ended, the newest first.
 *
 * @throws {DatabaseAway} when the database cannot be asked.
 */
export async function instances(): Promise<readonly Instance[]> {
  const { rows } = await asking(() =>
    kept().editors.pool.query<Row>(
      `select id, name, version, build, started_at, head_revision, memory_mb, refused, faults,
         extract(epoch from now() - seen_at)::float as silent_for, ended_at is not null as ended
       from instance where seen_at > now() - interval '1 day' order by ended_at is not null, started_at desc, id`,
    ),
  )
  return rows.map(({ started_at, head_revision, memory_mb, silent_for, ...row }) => ({
    ...row,
    startedAt: started_at,
    head: head_revision,
    memoryMb: memory_mb,
    silentFor: silent_for,
  }))
}
