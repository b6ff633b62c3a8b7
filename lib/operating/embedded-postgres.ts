import { type ChildProcess, spawn } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { Failure } from './failure'
import { onOneConnection } from './one-connection'
import { type Account, accountFor } from './postgres/account'
import { postgresBinaries, postgresProgram } from './postgres/binaries'
import { makeFolder, passwordFile, prepareParent } from './postgres/folder'
import { ownerFile, runningOn, waitUntilFree } from './postgres/running'

/** A running PostgreSQL that belongs to this process and ends with it, even by `kill -9`. */
export type EmbeddedPostgres = {
  readonly port: number
  /** The address of a database on it, for its superuser. */
  readonly url: (database: string) => string
  /** Resolves when the server has ended, wanted or not. */
  readonly ended: Promise<void>
  /** Shuts the server down in order; everything committed stays. */
  readonly stop: () => Promise<void>
}

type Wanted = {
  /** The database's own folder; made on the first start. */
  readonly folder: string
  /** Settings of `postgresql.conf`, as `name=value`. */
  readonly settings?: readonly string[]
  /** The folder with `bin` and `lib` of another PostgreSQL than the one among our packages. */
  readonly programs?: string
}

/**
 * Starts a real PostgreSQL on a free port of 127.0.0.1, from the programs among our packages.
 *
 * @throws {Failure} with a sentence for the operator: no programs for this system, no permission, folder in use …
 */
export async function startEmbeddedPostgres(wanted: Wanted): Promise<EmbeddedPostgres> {
  const folder = path.resolve(wanted.folder)
  prepareParent(folder)
  await waitUntilFree(folder)
  const native = wanted.programs ?? postgresBinaries()
  const account = accountFor(folder, native)
  makeFolder(folder, native, account)

  const port = await freePort()
  const settings = [
    `port=${port}`,
    'listen_addresses=127.0.0.1',
    'unix_socket_directories=',
    ...(wanted.settings ?? []),
  ]
  const watchdog = watch(folder, native, account, settings)
  const ended = new Promise<void>((resolve) => watchdog.once('exit', () => resolve()))
  await untilReady(folder, watchdog)
  writeFileSync(ownerFile(folder), `${process.pid}\n`)

  return {
    port,
    url: (database) => urlOf(folder, port, database),
    ended,
    stop: () => {
      watchdog.ref() // while it ends, it is what we wait for
      if (watchdog.connected) watchdog.disconnect()
      return ended
    },
  }
}

/** The address of a database on the server that runs on a folder already; `undefined` while none does. */
export function runningUrl(folder: string, database: string): string | undefined {
  const running = runningOn(path.resolve(folder))
  return running?.ready === true ? urlOf(folder, running.port, database) : undefined
}

function urlOf(folder: string, port: number, database: string): string {
  const password = readFileSync(path.join(folder, passwordFile), 'utf8').trim()
  return `postgresql://postgres:${password}@127.0.0.1:${port}/${encodeURIComponent(database)}`
}

/** Makes a database unless it is there. The first start may have been interrupted before this. */
export function ensureDatabase(server: EmbeddedPostgres, name: string): Promise<void> {
  return onOneConnection(server.url('postgres'), async (client) => {
    const found = await client.query('select 1 from pg_database where datname = $1', [name])
    if (found.rowCount === 0) await client.query(`create database ${client.escapeIdentifier(name)}`)
  })
}

/** A port of 127.0.0.1 that nobody listens on. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
}

function watch(folder: string, native: string, account: Account, settings: readonly string[]): ChildProcess {
  const [program, ...words] = [
    ...account.before,
    postgresProgram(native, 'postgres'),
    ...['-D', folder],
    ...settings.flatMap((setting) => ['-c', setting]),
  ]
  const task = JSON.stringify({ program, words, ids: account.ids, folder, log: logOf(folder) })
  // Detached: Ctrl-C in a terminal reaches the whole group, and the database must outlive those who use it.
  const watchdog = spawn(process.execPath, [fileURLToPath(new URL('postgres/watchdog.mjs', import.meta.url)), task], {
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    detached: true,
  })
  watchdog.unref()
  watchdog.channel?.unref()
  return watchdog
}

async function untilReady(folder: string, watchdog: ChildProcess): Promise<void> {
  for (const deadline = Date.now() + 60_000; ; await pause(5)) {
    if (runningOn(folder)?.ready) return
    if (watchdog.exitCode === null && watchdog.signalCode === null && Date.now() < deadline) continue
    if (watchdog.connected) watchdog.disconnect()
    throw new Failure(`The embedded database in ${folder} did not start: ${lastComplaint(folder)}`)
  }
}

function logOf(folder: string): string {
  return `${folder}.log`
}

function lastComplaint(folder: string): string {
  const lines = readFileSync(logOf(folder), 'utf8').trim().split('\n')
  const said = lines.findLast((line) => line.includes('FATAL:')) ?? lines.at(-1) ?? ''
  return `${said.replace(/^.*FATAL:\s*/, '')} (see ${logOf(folder)}).`
}
