import { randomBytes } from 'node:crypto'
import { chmodSync, createWriteStream, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import pg from 'pg'
import { endOf, startNode } from '@/lib/operating/processes'
import { inProject } from '@/lib/operating/root'

/** What the server says while it serves, for tests that want it silent. */
export const serverLog = inProject('.cache/tests/server.log')

/**
 * Starts Sluice as `npm start` does, from a build of its own, on a new database with the record; and ends it as Ctrl-C
 * does. A server that already answers at TEST_SERVER_URL is used as it is.
 */
export default async function setup(): Promise<() => Promise<void>> {
  const address = new URL(process.env['TEST_SERVER_URL'] ?? '')
  if (await answers(address)) return () => Promise.resolve()

  const folder = mkdtempSync(path.join(tmpdir(), 'sluice-e2e-'))
  chmodSync(folder, 0o755) // PostgreSQL may run as another user than we
  const database = await newDatabase()
  const server = startNode(
    ['--conditions=react-server', inProject('lib/operating/start.mjs')],
    {
      PORT: address.port,
      HOST: address.hostname,
      DATA_DIR: folder,
      DATABASE_URL: database.url,
      NEXT_DIST_DIR: process.env['NEXT_DIST_DIR'] ?? '.next-test',
      NEXT_TSCONFIG: '.config/tsconfig.json',
    },
    ['ignore', 'pipe', 'pipe', 'ipc'],
  )
  const ended = endOf(server)
  mkdirSync(path.dirname(serverLog), { recursive: true })
  const log = createWriteStream(serverLog)
  let said = ''
  const ready = new Promise<void>((resolve) => {
    for (const stream of [server.stdout, server.stderr]) {
      stream?.on('data', (data: Buffer) => {
        said += data
        if (said.includes('Sluice is ready at')) resolve()
        log.write(data)
      })
    }
  })
  await Promise.race([ready, ended])
  if (server.exitCode !== null) throw new Error(`Sluice did not start:\n${said}`)

  return async () => {
    const complaints = saidWhileServing(said)
    server.kill('SIGINT')
    const { code } = await ended
    await database.drop()
    rmSync(folder, { recursive: true, force: true })
    if (complaints !== '') throw new Error(`The server was not silent while it served:\n${complaints}`)
    if (code !== 0) throw new Error(`Sluice ended with code ${code}:\n${said}`)
  }
}

/** Whatever follows the line that says where Sluice is: a server that serves well has nothing to say. */
function saidWhileServing(said: string): string {
  return said.replace(/^[\s\S]*Sluice is ready at[^\n]*\n/, '').trim()
}

async function answers(address: URL): Promise<boolean> {
  return fetch(address).then(
    () => true,
    () => false,
  )
}

/** A new database where TEST_DATABASE_URL is; without it, the server starts its embedded one. */
async function newDatabase() {
  const server = process.env['TEST_DATABASE_URL']
  if (!server) return { url: undefined, drop: () => Promise.resolve() }
  const name = `sluice_e2e_${randomBytes(4).toString('hex')}`
  const url = new URL(server)
  url.pathname = `/${name}`
  await ask(server, `create database ${name}`)
  return { url: url.href, drop: () => ask(server, `drop database ${name} with (force)`) }
}

async function ask(server: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: server })
  await client.connect()
  await client.query(sql)
  await client.end()
}
