import { randomBytes } from 'node:crypto'
import { chmodSync, createWriteStream, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import pg from 'pg'
import { endOf, startNode } from '@/lib/operating/processes'
import { inProject } from '@/lib/operating/root'
import { isLineOfRequest } from './log-lines'

/** A running Sluice of the tests. */
export type RunningSluice = {
  /** Where it answers, without a slash at the end. */
  readonly address: string
  /**
   * Ends it as Ctrl-C does.
   *
   * @throws {Error} when it said anything while it served, or ended badly.
   */
  readonly stop: () => Promise<void>
}

type Wanted = {
  readonly host: string
  readonly port: string
  /** A database to start on; undefined for the embedded one. */
  readonly databaseUrl: string | undefined
  /** The file that keeps what it says. */
  readonly log: string
  /** What else an operator sets. */
  readonly settings?: Readonly<Record<string, string>>
}

/** Starts Sluice as `npm start` does, from the build of this run, with a folder of its own. */
export async function startSluice({ host, port, databaseUrl, log, settings }: Wanted): Promise<RunningSluice> {
  const folder = mkdtempSync(path.join(tmpdir(), 'sluice-e2e-'))
  chmodSync(folder, 0o755) // PostgreSQL may run as another user than we
  const server = startNode(
    ['--conditions=react-server', inProject('lib/operating/start.mjs')],
    {
      PORT: port,
      HOST: host,
      DATA_DIR: folder,
      DATABASE_URL: databaseUrl,
      NEXT_DIST_DIR: process.env['NEXT_DIST_DIR'] ?? '.next-test',
      NEXT_TSCONFIG: '.config/tsconfig.json',
      COMPUTED_PER_MINUTE: '0', // all that is asked here comes from one address
      ...settings,
    },
    ['ignore', 'pipe', 'pipe', 'ipc'],
  )
  const ended = endOf(server)
  mkdirSync(path.dirname(log), { recursive: true })
  const file = createWriteStream(log)
  let said = ''
  const ready = new Promise<void>((resolve) => {
    for (const stream of [server.stdout, server.stderr]) {
      stream?.on('data', (data: Buffer) => {
        said += data
        if (said.includes('Sluice is ready at')) resolve()
        file.write(data)
      })
    }
  })
  await Promise.race([ready, ended])
  if (server.exitCode !== null) throw new Error(`Sluice did not start:\n${said}`)

  return {
    address: `http://${host}:${port}`,
    async stop() {
      const complaints = saidWhileServing(said)
      server.kill('SIGINT')
      const { code } = await ended
      rmSync(folder, { recursive: true, force: true })
      if (complaints !== '') throw new Error(`The server was not silent while it served:\n${complaints}`)
      if (code !== 0) throw new Error(`Sluice ended with code ${code}:\n${said}`)
    },
  }
}

/**
 * Whatever follows the line that says where Sluice is, but for the lines of requests that say what they may: a server that serves
 * well has nothing else to say.
 */
function saidWhileServing(said: string): string {
  const lines = said.replace(/^[\s\S]*Sluice is ready at[^\n]*\n/, '').split('\n')
  return lines
    .filter((line) => !isLineOfRequest(line))
    .join('\n')
    .trim()
}

/** A database of a test, and how to drop it. */
export type TestDatabase = { readonly url: string; readonly drop: () => Promise<void> }

/** A new database on a PostgreSQL: an empty one, or a copy of one that nobody is connected to. */
export async function newDatabase(server: string, template?: string): Promise<TestDatabase> {
  const name = `sluice_e2e_${randomBytes(4).toString('hex')}`
  const url = new URL(server)
  url.pathname = `/${name}`
  await ask(server, `create database ${name}${template === undefined ? '' : ` template ${template}`}`)
  return { url: url.href, drop: () => ask(server, `drop database ${name} with (force)`) }
}

async function ask(server: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: server })
  await client.connect()
  await client.query(sql)
  await client.end()
}
