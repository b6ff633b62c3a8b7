import { type ChildProcess, spawn } from 'node:child_process'
import { chmodSync, existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { closeDatabase, kept } from '@/lib/db/client'
import { openDatabase } from '@/lib/db/connection'
import { ledgerAt } from '@/lib/db/ledger'
import { headRevision } from '@/lib/db/revisions'
import { findDocuments } from '@/lib/db/search'
import { freePort } from '@/lib/operating/embedded-postgres'
import { loadRecord } from '@/lib/operating/load-record'
import { migrate } from '@/lib/operating/migrate'
import { inProject } from '@/lib/operating/root'
import { aDatabase } from '../support/database'
import { anaAndBen } from '../support/people'
import { append } from '../support/revisions'

const POOLER = '/usr/sbin/pgbouncer'

const poolers: ChildProcess[] = []
let folder = ''
let direct = ''

/** Starts a pooler before the database, and gives the address of the database through it. */
async function through(mode: 'session' | 'transaction'): Promise<string> {
  const port = await freePort()
  const { hostname, port: behind, username, password, pathname } = new URL(direct)
  const file = path.join(folder, `${mode}.ini`)
  const settings = [
    '[databases]',
    `sluice = host=${hostname} port=${behind} dbname=${pathname.slice(1)} user=${username} password=${password}`,
    '[pgbouncer]',
    ...['listen_addr = 127.0.0.1', `listen_port = ${port}`, 'unix_socket_dir =', 'auth_type = any'],
    ...[`pool_mode = ${mode}`, 'default_pool_size = 20', 'max_client_conn = 200'],
  ]
  writeFileSync(file, `${settings.join('\n')}\n`)
  chmodSync(file, 0o644)
  const asAnother = process.getuid?.() === 0 ? ['-u', 'nobody'] : []
  poolers.push(spawn(POOLER, ['-q', ...asAnother, file], { stdio: 'ignore' }))
  const url = `postgresql://anybody@127.0.0.1:${port}/sluice`
  await expect.poll(() => one(url, 'select 1 as answer').catch(() => null), { timeout: 20_000 }).toEqual({ answer: 1 })
  return url
}

async function one(url: string, sql: string): Promise<unknown> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  return client
    .query(sql)
    .then(({ rows: [row] }) => row)
    .finally(() => client.end())
}

/** A pooler is no package of ours: where one is installed, it is tried. */
if (existsSync(POOLER))
  describe('behind a pooler', () => {
    beforeAll(async () => {
      folder = mkdtempSync(path.join(tmpdir(), 'sluice-pooler-'))
      chmodSync(folder, 0o755)
      direct = await aDatabase('nothing')
    })

    afterAll(async () => {
      await closeDatabase()
      for (const pooler of poolers) pooler.kill('SIGINT')
      rmSync(folder, { recursive: true, force: true })
    })

    test('that gives a connection to one client at a time, all is as without', async () => {
      const url = await through('session')
      await Promise.all([migrate(url, inProject('prisma/migrations')), migrate(url, inProject('prisma/migrations'))])
      expect(await loadRecord({ url })).toMatchObject({ ok: true, value: { loaded: true } })
      process.env['DATABASE_URL'] = url
      const { database, editors, sharing } = kept()
      await anaAndBen(editors)
      await append(editors, { kind: 'verification' }, [])

      expect(await headRevision()).toBe(2)
      expect((await ledgerAt(2))?.materials.length).toBeGreaterThan(0)
      const sought = { said: 'dysprosium', words: 'dysprosium', codes: [], also: [] }
      expect((await findDocuments(sought, 2, 5)).map(({ key }) => key)).toContain('Dy')
      const me = async (of: typeof database) => (await of.pool.query('select current_user as me')).rows
      for (let round = 0; round < 20; round++) {
        const all = await Promise.all([me(database), me(editors), me(sharing), me(database), me(editors)])
        expect(all.flat().map((row) => row.me)).toEqual([
          'sluice_reader',
          'sluice_application',
          'sluice_sharing',
          'sluice_reader',
          'sluice_application',
        ])
      }
      await closeDatabase()
      // What a connection was is forgotten before the next client has it.
      expect(await one(url, 'select current_user = session_user as own')).toEqual({ own: true })
    })

    test('that gives it to whoever comes, the rights of one would be the next one’s: it is no place for Sluice', async () => {
      const url = await through('transaction')
      const reader = openDatabase(url, 1, 'sluice_reader')
      await reader.pool.query('select')
      expect(await one(url, 'select current_user as me')).toEqual({ me: 'sluice_reader' })
      await reader.close()
    })
  })

test('the rights of a connection stay with it until everything of it is discarded, as poolers do between sessions', async () => {
  const { pool, close } = openDatabase(await aDatabase('tables'), 1, 'sluice_reader')
  const isOwn = async () => (await pool.query('select current_user = session_user as own')).rows
  expect(await isOwn()).toEqual([{ own: false }])
  await pool.query('discard all')
  expect(await isOwn()).toEqual([{ own: true }])
  await close()
})
