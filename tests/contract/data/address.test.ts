import { describe, expect, test } from 'vitest'
import { type DataFile, dataPath, readDataPath } from '@/lib/contract/data/address'
import { TABLE_NAMES, tableOf } from '@/lib/contract/data/tables'
import { FILES } from '@/lib/contract/record/files'

const FILES_OF_DATA: readonly DataFile[] = [
  ...[null, 1, 999_999_999].flatMap((revision): DataFile[] => [
    { what: 'package', revision },
    ...TABLE_NAMES.flatMap((table) =>
      (['csv', 'json'] as const).map((format): DataFile => ({ what: 'table', revision, table, format })),
    ),
  ]),
  { what: 'revisions' },
  { what: 'delta-index' },
  { what: 'delta', from: 0, to: 1 },
  { what: 'delta', from: 7, to: 41 },
]

test.for(FILES_OF_DATA)('the path of a file is read back as that file: %j', (file) => {
  expect(readDataPath(dataPath(file).split('/').slice(2))).toEqual({ ok: true, value: file })
})

describe('what names no file', () => {
  test.for([
    ['r/0/materials.csv', 'malformed-revision'],
    ['r/01/materials.csv', 'malformed-revision'],
    ['r/latest/materials.csv', 'malformed-revision'],
    ['r/1/materials.xml', 'unknown-view'],
    ['r/1/drafts.csv', 'unknown-view'],
    ['r/1', 'unknown-view'],
    ['r/1/materials.csv/more', 'unknown-view'],
    ['r/1/deltas/more/still', 'unknown-view'],
    ['deltas/2..2.json', 'delta-backwards'],
    ['deltas/3..2.json', 'delta-backwards'],
    ['deltas/1..0.json', 'delta-backwards'],
    ['deltas/1...2.json', 'unknown-view'],
    ['deltas/x..2.json', 'unknown-view'],
    ['revisions.jsonl/2', 'unknown-view'],
    ['materials', 'unknown-view'],
  ] as const)('%s is refused: %s', ([path, why]) => {
    expect(readDataPath(path.split('/'))).toMatchObject({ ok: false, refusal: { why } })
  })
})

test('a table has the columns of its file, each with a type and a title', () => {
  for (const name of TABLE_NAMES) {
    const { fields, primaryKey, foreignKeys } = tableOf(name)
    const names = fields.map((field) => field.name)
    if (name in FILES) expect(names).toEqual(FILES[name as keyof typeof FILES].fields)
    for (const { title } of fields) expect(title).toMatch(/^[A-Z]/)
    expect(names).toEqual(expect.arrayContaining([...primaryKey, ...foreignKeys.map(({ field }) => field)]))
  }
  const types = Object.fromEntries(tableOf('provisions').fields.map(({ name, type }) => [name, type]))
  expect(types).toMatchObject({
    effectiveFrom: 'date',
    lastDay: 'date',
    inPrinciple: 'boolean',
    deMinimis: 'number',
    hsCodes: 'array',
    destinations: 'object',
    effect: 'string',
  })
  expect(tableOf('forms').fields.find(({ name }) => name === 'order')?.type).toBe('integer')
})
