import { randomBytes } from 'node:crypto'
import pg from 'pg'
import { inject } from 'vitest'
import { migrate } from '@/lib/operating/migrate'
import { inProject } from '@/lib/operating/root'

/**
 * What a test's database holds: nothing, the tables, the tables and the record as revision 1, or a record twenty times as
 * large with its history (see `historyOf`), which takes some seconds once a run: for what shows at size alone.
 */
export type Contents = 'nothing' | 'tables' | 'record' | 'large'

/**
 * A database of its own for the calling file, in some 15 ms, copied from a template that the first caller makes.
 * It goes away with the run.
 *
 * @returns its address, for the user that migrates.
 */
export async function aDatabase(contents: Contents): Promise<string> {
  const { prefix } = inject('postgres')
  const name = `${prefix}_${randomBytes(6).toString('hex')}`
  await atTheServer(async (client) => {
    if (contents !== 'nothing') await ensureTemplate(client, contents)
    const template = contents === 'nothing' ? 'template0' : templateOf(contents)
    await client.query(`create database ${name} template ${template}`)
  })
  return addressOf(name)
}

/** The same, and what `lib/db` connects to in this file. Call it before anything asks the record. */
export async function useDatabase(contents: Contents): Promise<string> {
  const url = await aDatabase(contents)
  process.env['DATABASE_URL'] = url
  return url
}

function templateOf(contents: Contents): string {
  return `${inject('postgres').prefix}_template_${contents}`
}

function addressOf(database: string): string {
  const url = new URL(inject('postgres').url)
  url.pathname = `/${database}`
  return url.href
}

/** Made under a lock and named at the end, so that test files running at once share one, and only a whole one. */
async function ensureTemplate(client: pg.Client, contents: Exclude<Contents, 'nothing'>): Promise<void> {
  await client.query('select pg_advisory_lock(20250404)')
  try {
    const name = templateOf(contents)
    const found = await client.query('select 1 from pg_database where datname = $1', [name])
    if (found.rowCount) return
    const making = `${name}_making`
    await client.query(`drop database if exists ${making} with (force)`)
    await client.query(`create database ${making} template template0`)
    await migrate(addressOf(making), inProject('prisma/migrations'))
    if (contents === 'record') await load(addressOf(making))
    if (contents === 'large') await loadLarge(addressOf(making))
    await client.query(`alter database ${making} rename to ${name}`)
  } finally {
    await client.query('select pg_advisory_unlock(20250404)')
  }
}

async function load(url: string): Promise<void> {
  const { loadRecord } = await import('@/lib/operating/load-record')
  const loaded = await loadRecord({ url })
  if (!loaded.ok) throw new Error(`the record was refused: ${JSON.stringify(loaded.refusal)}`)
}

async function loadLarge(url: string): Promise<void> {
  const { loadHistory } = await import('./large/load')
  const { historyOf } = await import('./large/history')
  await loadHistory(url, historyOf(20))
}

async function atTheServer(work: (client: pg.Client) => Promise<void>): Promise<void> {
  const client = new pg.Client({ connectionString: inject('postgres').url })
  await client.connect()
  try {
    await work(client)
  } finally {
    await client.end()
  }
}
