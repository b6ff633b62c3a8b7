import { createHash } from 'node:crypto'
import { parse } from 'csv-parse/sync'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Operation } from '@/lib/contract/data/operation'
import { TABLE_NAMES, tableOf } from '@/lib/contract/data/tables'
import { FILE_NAMES, FILES } from '@/lib/contract/record/files'
import type { Refusal } from '@/lib/contract/refusal'
import { closeDatabase } from '@/lib/db/client'
import { openDatabase } from '@/lib/db/connection'
import { byteStream } from '@/lib/formats/byte-stream'
import { digestOf } from '@/lib/formats/canonical'
import { readCell } from '@/lib/formats/csv'
import type { Result } from '@/lib/ledger/result'
import { packageFile } from '@/lib/reading/bulk/data-package'
import { deltaFile, deltaIndex } from '@/lib/reading/bulk/delta-file'
import type { BulkFile } from '@/lib/reading/bulk/file'
import { revisionsFile } from '@/lib/reading/bulk/revision-lines'
import { tableFile } from '@/lib/reading/bulk/table-file'
import { useDatabase } from '../support/database'
import { anaAndBen } from '../support/people'
import { appendHistory, EVENT, SOURCE, TWICE } from '../support/revisions'

type Resource = {
  readonly name: string
  readonly path: string
  readonly format: 'csv' | 'json'
  readonly bytes: number
  readonly hash: string
  readonly schema: {
    readonly fields: readonly {
      readonly name: string
      readonly type: string
      readonly constraints: { readonly required: boolean; readonly unique?: boolean; readonly enum?: readonly string[] }
    }[]
    readonly primaryKey: readonly string[]
    readonly foreignKeys: readonly {
      readonly fields: readonly string[]
      readonly reference: { readonly resource: string; readonly fields: readonly string[] }
    }[]
  }
}

type Rows = readonly { readonly [field: string]: unknown }[]

const NEWEST = 7

beforeAll(async () => {
  const database = openDatabase(await useDatabase('record'))
  await anaAndBen(database)
  await appendHistory(database)
  await database.close()
}, 60_000)

afterAll(closeDatabase)

async function textOf(file: Promise<Result<BulkFile, Refusal>>): Promise<string> {
  const made = await file
  if (!made.ok) throw new Error(`refused: ${made.refusal.problems.map(({ why }) => why).join()}`)
  return new Response(byteStream(made.value.lines)).text()
}

async function refusalOf(file: Promise<Result<BulkFile, Refusal>>): Promise<unknown> {
  const made = await file
  return made.ok ? 'not refused' : made.refusal.problems[0]
}

async function jsonOf(file: Promise<Result<BulkFile, Refusal>>) {
  return JSON.parse(await textOf(file))
}

async function rowsAt(revision: number, table: (typeof TABLE_NAMES)[number]): Promise<Rows> {
  return jsonOf(tableFile(revision, table, 'json'))
}

describe('the data package of a revision', () => {
  let resources: readonly Resource[]
  const texts = new Map<string, string>()

  beforeAll(async () => {
    resources = (await jsonOf(packageFile(NEWEST))).resources
    for (const { name, format } of resources) {
      const table = TABLE_NAMES.find((one) => one === name.replace(/-json$/, '')) ?? 'forms'
      texts.set(name, await textOf(tableFile(NEWEST, table, format)))
    }
  })

  /** The rows of a resource as an independent reader of the description takes them. */
  function read({ name, format, schema }: Resource): Rows {
    const text = texts.get(name) ?? ''
    if (format === 'json') return JSON.parse(text)
    const [header = [], ...lines] = parse(text, { record_delimiter: '\r\n' })
    expect(header).toEqual(schema.fields.map((field) => field.name))
    return lines.map((cells) =>
      Object.fromEntries(
        schema.fields.map(({ name: field, type }, at) => {
          const value = readCell(/^(string|date)$/.test(type) ? 'text' : 'json', cells[at] ?? '')
          if (!value.ok) throw new Error(`${name} ${field}: ${value.refusal}`)
          return [field, value.value]
        }),
      ),
    )
  }

  test('names itself, its version and its licence', async () => {
    expect(await jsonOf(packageFile(NEWEST))).toMatchObject({
      $schema: 'https://datapackage.org/profiles/2.0/datapackage.json',
      name: expect.stringMatching(/^[a-z0-9-]+$/),
      version: '7',
      created: '2026-11-22T01:02:03.456Z',
      licenses: [{ name: 'CC-BY-4.0' }],
    })
    expect(resources.map(({ path }) => path)).toEqual(TABLE_NAMES.flatMap((name) => [`${name}.csv`, `${name}.json`]))
    expect(new Set(resources.map(({ name }) => name)).size).toBe(resources.length)
  })

  test('has the checksum and the length of each file', () => {
    for (const { name, hash, bytes } of resources) {
      const whole = Buffer.from(texts.get(name) ?? '', 'utf8')
      expect([`sha256:${createHash('sha256').update(whole).digest('hex')}`, whole.length], name).toEqual([hash, bytes])
    }
  })

  test('describes every row: types, what may not be empty, words, keys that are unique and keys that are there', () => {
    const all = new Map(resources.map((one) => [one.name, read(one)]))
    const keyOf = (row: Rows[number], fields: readonly string[]) => fields.map((field) => row[field]).join(' ')
    for (const { name, schema } of resources) {
      const rows = all.get(name) ?? []
      expect(rows.length, name).toBeGreaterThan(0)
      const strays = rows.flatMap((row) =>
        schema.fields.filter((field) => !keepsTo(field, row[field.name])).map((field) => [field.name, row[field.name]]),
      )
      expect(strays, name).toEqual([])
      expect(new Set(rows.map((row) => keyOf(row, schema.primaryKey))).size, name).toBe(rows.length)
      for (const { fields, reference } of schema.foreignKeys) {
        const there = new Set(all.get(reference.resource)?.map((row) => keyOf(row, reference.fields)))
        const named = rows.filter((row) => row[fields[0] ?? ''] !== null).map((row) => keyOf(row, fields))
        expect(
          named.filter((key) => !there.has(key)),
          `${name} ${fields}`,
        ).toEqual([])
      }
    }
  })

  test('says the same in both formats', () => {
    for (const name of TABLE_NAMES) {
      const [csv, json] = [name, `${name}-json`].map((one) => resources.find((resource) => resource.name === one))
      if (csv === undefined || json === undefined) throw new Error(`no resource ${name}`)
      const fields = tableOf(name).fields.map((field) => field.name)
      const rows = read(json).map((row) => Object.fromEntries(fields.map((field) => [field, row[field] ?? null])))
      expect(read(csv), name).toEqual(rows)
    }
  })

  test('holds no draft, and nobody who is not named in public', () => {
    const everything = [...texts.values()].join('\n')
    expect(everything).not.toMatch(/@example|password|session|draft-/i)
  })
})

function keepsTo({ type, constraints }: Resource['schema']['fields'][number], value: unknown): boolean {
  if (value === null) return !constraints.required
  return isOf(type, value) && (constraints.enum === undefined || constraints.enum.includes(String(value)))
}

function isOf(type: string, value: unknown): boolean {
  if (type === 'array') return Array.isArray(value)
  if (type === 'object') return typeof value === 'object' && !Array.isArray(value)
  if (type === 'date') return typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value)
  return type === 'integer' ? Number.isInteger(value) : typeof value === type
}

describe('the tables', () => {
  test('of one revision are the same bytes after later ones, and under the same tag', async () => {
    const [first, again] = [await tableFile(1, 'provisions', 'csv'), await tableFile(1, 'provisions', 'csv')]
    expect(first.ok && first.value.tag).toBe(again.ok && again.value.tag)
    expect((await rowsAt(1, 'events')).some(({ key }) => key === EVENT)).toBe(false)
    expect((await rowsAt(5, 'events')).some(({ key }) => key === EVENT)).toBe(true)
    expect((await rowsAt(6, 'events')).some(({ key }) => key === EVENT)).toBe(false)
  })

  test('say a last day as the notices do: it is the last', async () => {
    const line = (await rowsAt(1, 'provisions')).find(({ key }) => key === 'cn-2025-70-suspends-2025-57')
    expect(line).toMatchObject({ effectiveFrom: '2025-11-07', lastDay: '2026-11-10' })
    expect(line).not.toHaveProperty('inForce')
  })

  test('are refused in words where nothing is published', async () => {
    const problem = { why: 'unpublished-revision', value: 8, head: NEWEST }
    expect(await refusalOf(tableFile(8, 'forms', 'csv'))).toEqual(problem)
    expect(await refusalOf(packageFile(8))).toEqual(problem)
    expect(await refusalOf(deltaFile(1, 8))).toEqual(problem)
    expect(await refusalOf(revisionsFile(9))).toMatchObject({ why: 'unpublished-revision', value: 9 })
  })
})

describe('the lines of all revisions', () => {
  test('let anyone compute the chain again', async () => {
    const lines = (await textOf(revisionsFile(1)))
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line))
    expect(lines.map(({ number }) => number)).toEqual([1, 2, 3, 4, 5, 6, 7])
    const [{ hash, ...said }] = lines
    expect(digestOf(said)).toBe(hash)
    for (const [at, line] of lines.entries()) expect(line.previousHash).toBe(at === 0 ? null : lines[at - 1].hash)
    expect(lines[5].changes).toContainEqual({
      kind: 'source',
      key: TWICE,
      record: null,
      retirement: { why: 'It was told twice.', replacedBy: SOURCE },
    })
  })

  test('begin where they are asked to, and end where nothing is new', async () => {
    const all = await textOf(revisionsFile(1))
    expect(await textOf(revisionsFile(6))).toBe(all.split('\n').slice(5).join('\n'))
    expect(await textOf(revisionsFile(NEWEST + 1))).toBe('')
  })
})

describe('a delta', () => {
  const KINDS = FILE_NAMES.map((name) => [FILES[name].kind, name] as const)

  async function heldAt(revision: number): Promise<Map<string, unknown>> {
    const held = new Map<string, unknown>()
    if (revision === 0) return held
    for (const [kind, name] of KINDS) {
      for (const row of await rowsAt(revision, name)) held.set(`${kind} ${row['key']}`, row)
    }
    return held
  }

  test.for([
    [0, 1],
    [1, 7],
    [1, 2],
    [4, 6],
  ] as const)('from %i to %i makes the later record of the earlier', async ([from, to]) => {
    const delta = await jsonOf(deltaFile(from, to))
    expect(delta).toMatchObject({ format: 1, from, to, toHash: expect.stringMatching(/^[0-9a-f]{64}$/) })
    const held = await heldAt(from)
    for (const { op, kind, key, before, after, revision } of delta.operations as Operation[]) {
      expect(revision > from && revision <= to).toBe(true)
      expect(before).toEqual(held.get(`${kind} ${key}`) ?? null)
      if (op === 'retire') held.delete(`${kind} ${key}`)
      else held.set(`${kind} ${key}`, after)
    }
    expect(Object.fromEntries(held)).toEqual(Object.fromEntries(await heldAt(to)))
  })

  test('is listed, one for each revision', async () => {
    const { newest, deltas } = await jsonOf(deltaIndex())
    expect(newest).toBe(NEWEST)
    expect(deltas.map(({ path }: { path: string }) => path)).toEqual(
      Array.from({ length: NEWEST }, (_, at) => `/data/deltas/${at}..${at + 1}.json`),
    )
  })
})
