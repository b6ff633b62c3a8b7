import { randomBytes } from 'node:crypto'
import pg from 'pg'
import type { ProvidedContext } from 'vitest'
import type { TestProject } from 'vitest/node'
import { clientIsStale, generateClient } from '@/lib/operating/client'
import { startThrowAwayPostgres } from './throw-away-postgres'

declare module 'vitest' {
  interface ProvidedContext {
    /** The PostgreSQL of this run: where it is, and how the names of its databases begin. */
    readonly postgres: { readonly url: string; readonly prefix: string }
  }
}

type Running = ProvidedContext['postgres'] & { readonly cleanUp: () => Promise<void> }

/** On the global object: every project of a run loads this file for itself, and all are given one PostgreSQL. */
const home = globalThis as typeof globalThis & { sluicePostgres?: Promise<Running> | undefined }

/** One PostgreSQL for the whole run: the one TEST_DATABASE_URL names, else a throw-away one that never waits for a disk. */
export async function setup(project: TestProject): Promise<void> {
  home.sluicePostgres ??= run()
  const { url, prefix } = await home.sluicePostgres
  project.provide('postgres', { url, prefix })
}

/** After the last test of all projects. */
export async function teardown(): Promise<void> {
  const running = home.sluicePostgres
  home.sluicePostgres = undefined
  await (await running)?.cleanUp()
}

async function run(): Promise<Running> {
  if (clientIsStale()) await generateClient()
  const prefix = `sluice_test_${randomBytes(4).toString('hex')}`
  const given = process.env['TEST_DATABASE_URL']
  if (given) return { url: given, prefix, cleanUp: () => dropAll(given, prefix) }
  const server = await startThrowAwayPostgres()
  return { url: server.url('postgres'), prefix, cleanUp: server.remove }
}

async function dropAll(url: string, prefix: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  const { rows } = await client.query<{ datname: string }>(
    'select datname from pg_database where starts_with(datname, $1)',
    [prefix],
  )
  for (const { datname } of rows) await client.query(`drop database ${client.escapeIdentifier(datname)} with (force)`)
  await client.end()
}
