import { randomBytes } from 'node:crypto'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { closeDatabase, kept } from '@/lib/db/client'
import { openDatabase } from '@/lib/db/connection'
import { ledgerAt } from '@/lib/db/ledger'
import { headRevision } from '@/lib/db/revisions'
import { insertSnapshot } from '@/lib/db/sharing'
import { readConfiguration } from '@/lib/operating/configuration'
import { type Database, loginsOf } from '@/lib/operating/database'
import { readinessOf } from '@/lib/operating/front/readiness.mjs'
import { type Logins, lendRoles } from '@/lib/operating/logins'
import { aDatabase } from '../support/database'
import { anaAndBen } from '../support/people'
import { append } from '../support/revisions'

const ROLES = ['sluice_reader', 'sluice_sharing', 'sluice_application'] as const
type Role = (typeof ROLES)[number]

const KINDS = [
  'material',
  'form',
  'regime',
  'instrument',
  'provision',
  'party',
  'source',
  'event',
  'claim',
  'indicator',
]
const VERSIONS = [...KINDS.map((kind) => `${kind}_version`), 'citation', 'indicator_point_version']

/**
 * Everything that a role may do, by what it does it to. `read (…)` and `change (…)` name the columns where it is not all of
 * them. What stands in none of these lists is out of every role's reach, and so is a table that nobody has thought of yet.
 */
const MAY: { readonly [role in Role]: readonly (readonly [rights: string, tables: readonly string[]])[] } = {
  sluice_reader: [
    ['read', [...KINDS, ...VERSIONS, 'revision', 'retirement', 'snapshot', 'search.document', 'publication_seal']],
    ['read (kind, publisher_name, reverts, review_due, reviews, revision)', ['publication']],
    ['read (at, by_name, note, snapshot, title, version)', ['snapshot_note']],
    ['read (finished_at, migration_name, rolled_back_at)', ['_prisma_migrations']],
  ],
  sluice_sharing: [
    ['read', ['revision']],
    ['read add', ['snapshot']],
    ['read add change delete', ['sharing_limit']],
  ],
  sluice_application: [
    ['read', ['standing_key', 'standing_reference', 'standing_part', 'belonging', 'ended_key', 'snapshot']],
    ['read', ['search.document', 'backup_taken', 'seal', 'sealed_exception', 'sealed_table']],
    ['read add', [...KINDS, 'revision', 'retirement', 'publication', 'audit_entry', 'draft_comment']],
    ['read add', ['snapshot_note', 'webhook_attempt']],
    ['read add change (superseded_in)', VERSIONS],
    ['read add change', ['person', 'invitation', 'draft', 'dry_run', 'webhook', 'webhook_delivery']],
    ['read add change delete', ['session', 'account', 'two_factor', 'sign_in_token', 'rate_limit']],
    ['read add change delete', ['draft_entry', 'draft_exception', 'instance']],
  ],
}

/** What no role may do to any table, whatever else it may. */
const NEVER: readonly ((table: string) => string)[] = [
  (table) => `truncate ${table}`,
  (table) => `alter table ${table} disable trigger all`,
  (table) => `alter table ${table} add column smuggled text`,
  (table) => `alter table ${table} owner to current_user`,
  (table) => `drop table ${table} cascade`,
  (table) => `create index on ${table} ((1))`,
  (table) => `create rule smuggled as on insert to ${table} do also nothing`,
  (table) => `create trigger smuggled before insert on ${table} execute function suppress_redundant_updates_trigger()`,
]

/** What no role may do at all. */
const NOWHERE = [
  'create table smuggled (id integer)',
  'create table search.smuggled (id integer)',
  'create temporary table revision (number integer)',
  'create schema smuggled',
  'create function smuggled() returns integer language sql as $$ select 1 $$',
  'create or replace function keep_the_record() returns trigger language plpgsql as $$ begin return new; end $$',
  'create extension dblink',
  'create role smuggled superuser',
  'alter role current_user superuser',
  'set session_replication_role = replica',
  "copy (select 1) to program 'true'",
  "copy revision to '/tmp/smuggled'",
  "select pg_read_file('postgresql.conf')",
  'select pg_reload_conf()',
  'drop function keep_the_record() cascade',
  'drop schema public cascade',
]

type Table = { readonly name: string; readonly columns: readonly string[]; readonly isView: boolean }

const name = `sluice_test_${randomBytes(4).toString('hex')}`
let ownerUrl = ''
let owner: pg.Client
let logins: Logins
let tables: readonly Table[] = []

beforeAll(async () => {
  ownerUrl = await aDatabase('record')
  owner = new pg.Client({ connectionString: ownerUrl })
  await owner.connect()
  logins = { url: addressFor(`${name}_server`), readerUrl: addressFor(`${name}_pages`) }
  await lendRoles(ownerUrl, logins)
  await lendRoles(ownerUrl, logins) // a second start finds it done
  const { rows } = await owner.query(`
    select case table_schema when 'public' then '' else table_schema || '.' end || quote_ident(table_name) as name,
      table_type = 'VIEW' as "isView", array_agg(quote_ident(column_name)::text order by column_name collate "C") as columns
    from information_schema.tables natural join information_schema.columns
    where table_schema not in ('pg_catalog', 'information_schema')
    group by table_schema, table_name, table_type order by 1`)
  tables = rows
})

afterAll(async () => {
  await closeDatabase()
  for (const url of Object.values(logins)) await owner.query(`drop role ${userOf(url)}`)
  await owner.end()
})

function addressFor(user: string): string {
  const url = new URL(ownerUrl)
  url.username = user
  url.password = 'once'
  return url.href
}

const userOf = (url: string) => new URL(url).username

async function connected<Value>(url: string, work: (client: pg.Client) => Promise<Value>): Promise<Value> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  return work(client).finally(() => client.end())
}

/** How the database refuses a piece of SQL, of which nothing stays; `null` where it lets it through. */
async function refusal(client: pg.Client, sql: string): Promise<string | null> {
  await client.query('savepoint trying')
  const code = await client.query(sql).then(
    () => null,
    (error: unknown) => (error instanceof pg.DatabaseError ? (error.code ?? 'unsaid') : Promise.reject(error)),
  )
  await client.query('rollback to trying')
  return code
}

/** Lets through, or refuses for another reason than a right that is lacking: a value that is not there, a trigger. */
const may = async (client: pg.Client, sql: string) =>
  !['42501', '55000', '42809'].includes((await refusal(client, sql)) ?? '')

async function rightsOn(client: pg.Client, { name: table, columns, isView }: Table): Promise<string> {
  const which = async (sqlFor: (column: string) => string, word: string) => {
    const may_: string[] = []
    for (const column of columns) if (await may(client, sqlFor(column))) may_.push(column)
    if (may_.length === 0) return ''
    return may_.length === columns.length ? word : `${word} (${may_.join(', ')})`
  }
  const rights = [await which((column) => `select ${column} from ${table} limit 0`, 'read')]
  if (!isView) {
    if (await may(client, `insert into ${table} default values`)) rights.push('add')
    rights.push(await which((column) => `update ${table} set ${column} = default where false`, 'change'))
    if (await may(client, `delete from ${table} where false`)) rights.push('delete')
  }
  return rights.filter(Boolean).join(' ')
}

/** Tried as the login does it: it takes the role on first. */
const as = <Value>(role: Role, work: (client: pg.Client) => Promise<Value>) =>
  connected(role === 'sluice_application' ? logins.url : logins.readerUrl, async (client) => {
    await client.query(`set role ${role}`)
    await client.query('begin')
    return work(client)
  })

describe.each(ROLES)('%s', (role) => {
  test('may do what it needs to every table that there is, and nothing besides', async () => {
    const found = await as(role, async (client) => {
      const rights: [string, string][] = []
      for (const table of tables) rights.push([table.name, await rightsOn(client, table)])
      return rights
    })
    const wanted = new Map(MAY[role].flatMap(([rights, names]) => names.map((table) => [table, rights] as const)))

    expect(tables.length).toBeGreaterThan(45)
    expect(Object.fromEntries(found)).toEqual(
      Object.fromEntries(tables.map((table) => [table.name, wanted.get(table.name) ?? ''])),
    )
  })

  test('may empty, change, drop or watch no table', async () => {
    const let_through = await as(role, async (client) => {
      const through: string[] = []
      for (const { name: table, isView } of tables) {
        for (const sqlFor of isView ? [] : NEVER) {
          if ((await refusal(client, sqlFor(table))) !== '42501') through.push(sqlFor(table))
        }
      }
      return through
    })
    expect(let_through).toEqual([])
  })

  test('may make nothing, become nobody else, and reach nothing outside of the database', async () => {
    const others = [...ROLES.filter((one) => one !== role), userOf(ownerUrl)].filter(
      (one) => !(role !== 'sluice_application' && one !== 'sluice_application' && one.startsWith('sluice_')),
    )
    const acts = [
      ...NOWHERE,
      ...others.map((one) => `set role ${one}`),
      `set session authorization ${userOf(ownerUrl)}`,
    ]
    const codes = await as(role, async (client) => {
      const told: [string, string | null][] = []
      for (const act of acts) told.push([act, await refusal(client, act)])
      return told
    })
    expect(codes).toEqual(acts.map((act) => [act, '42501']))
  })
})

describe('a server that connects as users that own nothing', () => {
  test('publishes, reads, freezes, and says that it is ready', async () => {
    process.env['DATABASE_URL'] = logins.url
    process.env['DATABASE_READER_URL'] = logins.readerUrl
    try {
      await closeDatabase()
      const { editors } = kept()
      await anaAndBen(editors)
      await append(editors, { kind: 'verification' }, [])
      expect(await headRevision()).toBe(2)
      expect((await ledgerAt(2))?.materials.length).toBeGreaterThan(0)
      const [digest, id] = ['a'.repeat(64), 'abcdefghjkmnpqrs']
      const frozen = { digest, id, payload: '{}', view: 'matrix', address: '/r/1/2025-10-09/matrix', revision: 1 }
      await expect(insertSnapshot(frozen)).rejects.toThrow('violates check constraint') // not: permission denied
      const readiness = readinessOf(logins.readerUrl)
      expect(await readiness.lacking()).toEqual([])
      await readiness.end()
    } finally {
      delete process.env['DATABASE_READER_URL']
    }
  })

  test('has nothing by giving its role back, and readers’ pages cannot become what editors are', async () => {
    const pools = [
      ['sluice_application', logins.url],
      ['sluice_reader', logins.readerUrl],
      ['sluice_sharing', logins.readerUrl],
    ] as const
    for (const [role, url] of pools) {
      const { pool, close } = openDatabase(url, 1, role)
      const client = await pool.connect()
      expect((await client.query('select current_user as me')).rows).toEqual([{ me: role }])
      await client.query("select set_config('role', 'none', false)")
      for (const table of ['revision', 'person', 'session', 'material_version', 'snapshot']) {
        await expect(client.query(`select from ${table} limit 1`), table).rejects.toMatchObject({ code: '42501' })
      }
      const other = role === 'sluice_application' ? 'sluice_reader' : 'sluice_application'
      const becoming = client.query("select set_config('role', $1, false)", [other])
      await expect(becoming).rejects.toMatchObject({ code: '42501' })
      client.release()
      await close()
    }
  })

  test('is started without the one that owns the tables where all is prepared, and else told what lacks', async () => {
    const set = { DATABASE_URL: logins.url, DATABASE_READER_URL: logins.readerUrl }
    const found = (variables: Record<string, string>) => {
      const read = readConfiguration(variables)
      if (!read.ok) throw new Error(read.refusal.join(' '))
      return loginsOf(read.value, { url: variables['DATABASE_URL'] ?? '' } as Database)
    }
    expect(await found(set)).toEqual(logins)
    await expect(found({ ...set, DATABASE_URL: ownerUrl })).rejects.toThrow(
      'may do more to the database than add to it',
    )

    const empty = new URL(await aDatabase('nothing')).pathname
    const [url = '', readerUrl = ''] = Object.values(logins).map(
      (login) => Object.assign(new URL(login), { pathname: empty }).href,
    )
    const unprepared = found({ DATABASE_URL: url, DATABASE_READER_URL: readerUrl })
    await expect(unprepared).rejects.toThrow(/is not prepared for this version .* run “npm run migrate”/)
  })

  test('is not started as one that owns the tables or may make roles', async () => {
    const asOwner = lendRoles(ownerUrl, { url: ownerUrl, readerUrl: logins.readerUrl })
    await expect(asOwner).rejects.toThrow('may do more to the database than add to it')
    const asNobody = lendRoles(logins.url, { url: addressFor(`${name}_nobody`), readerUrl: logins.readerUrl })
    await expect(asNobody).rejects.toThrow('The roles cannot be lent')
  })
})
