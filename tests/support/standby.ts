import { execFileSync } from 'node:child_process'
import { chmodSync, chownSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { type EmbeddedPostgres, startEmbeddedPostgres } from '@/lib/operating/embedded-postgres'
import { askOnce } from './ask-once'

/** A PostgreSQL and another that copies everything from it as it is written, both thrown away at the end. */
export type Pair = {
  readonly primary: EmbeddedPostgres
  readonly standby: EmbeddedPostgres
  /** The standby goes on receiving, and shows nothing of it until `resume`. */
  readonly hold: () => Promise<void>
  readonly resume: () => Promise<void>
  readonly remove: () => Promise<void>
}

const SETTINGS = ['fsync=off', 'full_page_writes=off', 'synchronous_commit=off']

/** @param fill writes what both begin with; it is given the address of the primary. */
export async function startPair(fill: (primary: EmbeddedPostgres) => Promise<void>): Promise<Pair> {
  const parent = mkdtempSync(path.join(tmpdir(), 'sluice-pair-'))
  chmodSync(parent, 0o755) // PostgreSQL may run as another user than we
  const [one, two] = [path.join(parent, 'primary'), path.join(parent, 'standby')]
  const filled = await startEmbeddedPostgres({ folder: one, settings: SETTINGS })
  await fill(filled)
  await filled.stop()
  execFileSync('cp', ['-Rp', one, two]) // a folder at rest: no tool for backups comes along with the embedded programs
  const signal = path.join(two, 'standby.signal')
  writeFileSync(signal, '')
  const { uid, gid } = statSync(two)
  chownSync(signal, uid, gid)

  const primary = await startEmbeddedPostgres({ folder: one, settings: SETTINGS })
  const { username, password, hostname, port } = new URL(primary.url('postgres'))
  const standby = await startEmbeddedPostgres({
    folder: two,
    settings: [...SETTINGS, `primary_conninfo=host=${hostname} port=${port} user=${username} password=${password}`],
  })
  const tell = (sql: string) => askOnce(standby.url('postgres'), sql)
  return {
    primary,
    standby,
    async hold() {
      await tell('select pg_wal_replay_pause()')
      const isHeld = async () =>
        (await tell('select pg_get_wal_replay_pause_state() as state'))[0]?.['state'] === 'paused'
      while (!(await isHeld())) await pause(5)
    },
    async resume() {
      await tell('select pg_wal_replay_resume()')
    },
    async remove() {
      await Promise.all([primary.stop(), standby.stop()])
      rmSync(parent, { recursive: true, force: true })
    },
  }
}
