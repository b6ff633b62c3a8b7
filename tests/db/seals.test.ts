import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { migrate } from '@/lib/operating/migrate'
import { onOneConnection } from '@/lib/operating/one-connection'
import { inProject } from '@/lib/operating/root'
import { aDatabase } from '../support/database'

const migrations = inProject('prisma/migrations')
const SEALS = '20261127000400_rows_are_sealed'

test('whoever publishes while the seals are made is waited for, and waits for nobody who waits for them', async () => {
  const url = await aDatabase('nothing')
  const before = mkdtempSync(path.join(tmpdir(), 'sluice-unsealed-'))
  cpSync(migrations, before, {
    recursive: true,
    filter: (file) => path.relative(migrations, file) < SEALS,
  })
  await migrate(url, before)
  rmSync(before, { recursive: true })

  await onOneConnection(url, async (publisher) => {
    await publisher.query(`begin; select pg_advisory_xact_lock(hashtext('the newest revision'));
      lock table citation in row exclusive mode`)
    const migrated = migrate(url, migrations)
    const waiting = async () => {
      const asked = await onOneConnection(url, (client) =>
        client.query<{ locktype: string }>(`select locktype from pg_locks where not granted and database =
          (select oid from pg_database where datname = current_database())`),
      )
      return asked.rows.map(({ locktype }) => locktype)
    }
    while ((await waiting()).length === 0) await pause(5)
    const waitsFor = await waiting()
    await publisher.query('lock table material in row exclusive mode; commit')
    expect(await migrated).toContain(SEALS)
    expect(waitsFor).toEqual(['advisory'])
  })
})

test('a publication is sealed, and its seal held against it, without reading the seals of all before it', async () => {
  const publications = 300
  await onOneConnection(await aDatabase('tables'), async (client) => {
    const read = async () => {
      const { rows } = await client.query<{ read: number }>(
        `select (coalesce(seq_tup_read, 0) + coalesce(idx_tup_fetch, 0))::integer as read from pg_stat_xact_user_tables
         where relname = 'seal'`,
      )
      return rows[0]?.read ?? 0
    }
    await client.query('begin; set local session_replication_role = replica')
    await client.query(
      `insert into publication (revision, kind, authors, publisher)
       select number, 'law', array['ana'], 'ben' from generate_series(2, $1 + 1) as number`,
      [publications],
    )
    await client.query('select seal_the_record()')
    const made = await read()
    expect(made).toBeLessThan(publications * 4)
    const { rows } = await client.query<{ wrong: string }>(
      `select count(*) as wrong from publication join seal on of_table = 'publication' and act = 'entered' and of_key = publication.revision::text
       where publication_digest(publication.revision) is distinct from digest`,
    )
    expect(rows[0]?.wrong).toBe('0')
    expect((await read()) - made).toBeLessThan(publications * 6)
    await client.query('rollback')
  })
})
