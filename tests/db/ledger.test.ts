import { randomBytes } from 'node:crypto'
import pg from 'pg'
import { afterEach, beforeAll, describe, expect, test } from 'vitest'
import { DatabaseAway, isDatabaseAway } from '@/lib/db/away'
import { closeDatabase } from '@/lib/db/client'
import { ledgerAt } from '@/lib/db/ledger'
import { headRevision, revisions } from '@/lib/db/revisions'
import { aDatabase, useDatabase } from '../support/database'
import { theRecord } from '../support/record'

let url: string

beforeAll(async () => {
  url = await useDatabase('record')
})

afterEach(async () => {
  await closeDatabase()
  process.env['DATABASE_URL'] = url
})

describe('the whole record at a revision', () => {
  test('is what the files say, record by record, with nothing dropped', async () => {
    expect(await ledgerAt(1)).toEqual(theRecord())
  })

  test('is read once and given again, also to those who ask at the same time', async () => {
    const [one, other] = await Promise.all([ledgerAt(1), ledgerAt(1)])

    expect(await ledgerAt(1)).toBe(one)
    expect(other).toBe(one)
  })

  test.for([0, -1, 2, 1.5, Number.NaN, 2 ** 40])(
    'is null for revision %d, which is not published',
    async (revision) => {
      expect(await ledgerAt(revision)).toBeNull()
    },
  )

  test('that holds a word nobody knows is an error, and not a guess', async () => {
    const other = await aDatabase('record')
    await asOwner(other, async (client) => {
      await client.query('alter table provision_version disable trigger all')
      await client.query('alter table provision_version drop constraint effect_is_a_known_word')
      await client.query("update provision_version set effect = 'freeze' where key = 'cn-2023-23-3c001-gallium-metal'")
    })
    process.env['DATABASE_URL'] = other

    await expect(ledgerAt(1)).rejects.toThrow(new TypeError('unknown effect in the record: "freeze"'))
  })
})

describe('the newest revision', () => {
  test('is the last one recorded', async () => {
    expect(await headRevision()).toBe(1)
    expect(await revisions()).toMatchObject([{ number: 1, kind: 'addition', author: 'Sluice', previousHash: null }])
  })

  test('is null while nothing is recorded', async () => {
    process.env['DATABASE_URL'] = await aDatabase('tables')

    expect(await headRevision()).toBeNull()
    expect(await revisions()).toEqual([])
  })
})

describe('readers', () => {
  test('hold a role that sees what is published and no other', async () => {
    const { kept } = await import('@/lib/db/client')
    const { rows } = await kept().database.pool.query('select current_user as role')

    expect(rows).toEqual([{ role: 'sluice_reader' }])
  })

  test('are served where the role cannot be taken on', async () => {
    const name = `reader_${randomBytes(4).toString('hex')}`
    await asOwner(url, async (client) => {
      await client.query(`create role ${name} login password '${name}'`)
      await client.query(`grant pg_read_all_data to ${name}`)
    })
    const address = new URL(url)
    address.username = name
    address.password = name
    process.env['DATABASE_URL'] = address.href

    expect(await headRevision()).toBe(1)
  })
})

describe('a database that is away', () => {
  test.for([
    ['nobody listens', 'postgresql://nobody@127.0.0.1:9/nothing'],
    ['its host is not known', 'postgresql://nobody@nowhere.invalid/nothing'],
  ] as const)('is told as that when %s', async ([, address]) => {
    process.env['DATABASE_URL'] = address

    await expect(headRevision()).rejects.toThrow(DatabaseAway)
    await expect(ledgerAt(1)).rejects.toSatisfy(isDatabaseAway)
    await expect(revisions()).rejects.toSatisfy(isDatabaseAway)
  })

  test('is asked again when it is back: a broken connection is replaced', async () => {
    expect(await headRevision()).toBe(1)
    const name = new URL(url).pathname.slice(1)
    await asOwner(url, (client) =>
      client.query(
        'select pg_terminate_backend(pid) from pg_stat_activity where datname = $1 and pid <> pg_backend_pid()',
        [name],
      ),
    )
    await new Promise((resolve) => setTimeout(resolve, 50))

    expect(await headRevision()).toBe(1)
  })

  test('is not what a bug is told as', async () => {
    process.env['DATABASE_URL'] = await aDatabase('nothing')

    await expect(headRevision()).rejects.not.toSatisfy(isDatabaseAway)
  })
})

async function asOwner(address: string, work: (client: pg.Client) => Promise<unknown>): Promise<void> {
  const client = new pg.Client({ connectionString: address })
  await client.connect()
  try {
    await work(client)
  } finally {
    await client.end()
  }
}
