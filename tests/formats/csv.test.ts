import { fc, test as property } from '@fast-check/vitest'
import { parse } from 'csv-parse/sync'
import { describe, expect, test } from 'vitest'
import { type Column, csvOf, readCell, readCsv } from '@/lib/formats/csv'

const COLUMNS: readonly Column[] = [
  { name: 'key', holds: 'text' },
  { name: 'note', holds: 'text' },
  { name: 'list', holds: 'json' },
]

type Row = { readonly [field: string]: unknown }

/** What was written, read again. */
function back(text: string): readonly Row[] {
  const table = readCsv(text, 1000)
  if (!table.ok) throw new Error(JSON.stringify(table.refusal))
  return table.value.rows.map(({ cells }) =>
    Object.fromEntries(
      COLUMNS.map(({ name, holds }, at) => {
        const read = readCell(holds, cells[at] ?? '')
        if (!read.ok) throw new Error(`${name}: ${read.refusal}`)
        return [name, read.value]
      }),
    ),
  )
}

// Few characters, on purpose: quotation marks, separators, line ends and formulas must meet.
const aText = fc.oneof(
  fc.string({
    unit: fc.constantFrom('"', ',', '\r', '\n', '\t', "'", '=', '+', '-', '@', '＝', ';', ' ', '[', '1', '镝'),
  }),
  fc.string({ unit: 'grapheme' }),
)

describe('a table', () => {
  property.prop([
    fc.array(
      fc.record({
        key: fc.string({ unit: fc.constantFrom('a', 'b', '-', '='), minLength: 1 }),
        note: fc.option(aText),
        list: fc.option(
          fc.oneof(
            fc.array(aText),
            fc.double({ noNaN: true, noDefaultInfinity: true }).map((n) => n + 0),
            fc.boolean(),
          ),
        ),
      }),
    ),
  ])('gives every value again', (rows) => {
    const plain = JSON.parse(JSON.stringify(rows)) as Row[]
    expect(back(csvOf(COLUMNS, plain))).toEqual(plain)
  })

  property.prop([fc.array(aText, { minLength: 1 })])('has no cell that a spreadsheet would compute', (notes) => {
    const cells = parse(
      csvOf(
        COLUMNS,
        notes.map((note) => ({ key: note, note, list: [note] })),
      ),
      { bom: true },
    )
    expect(cells.flat().filter((cell) => /^[=+\-@\t\r\n＝＋－＠]/.test(cell))).toEqual([])
  })

  test('is written as RFC 4180 has it, for spreadsheets that need to be told of UTF-8', () => {
    expect(csvOf(COLUMNS, [{ key: 'Dy', note: 'a "green", channel', list: ['镝', 1] }])).toBe(
      '\u{feff}key,note,list\r\nDy,"a ""green"", channel","[""镝"",1]"\r\n',
    )
  })

  test('tells nothing, an empty text and a formula apart', () => {
    expect(csvOf(COLUMNS, [{ key: '=1+1', note: '', list: null }]).split('\r\n')[1]).toBe("'=1+1,',")
    expect(back("key,note,list\n'=1+1,',\n")).toEqual([{ key: '=1+1', note: '', list: null }])
  })

  test('is not written with something else than text in a column of text', () => {
    expect(() => csvOf(COLUMNS, [{ key: 1 }])).toThrow('not a text: 1')
  })
})

describe('reading a table', () => {
  test('takes any end of line, passes over empty lines and counts rows as a spreadsheet does', () => {
    const rows = [
      { row: 2, cells: ['a', '1'] },
      { row: 4, cells: ['b', '2'] },
    ]
    for (const end of ['\n', '\r\n', '\r']) {
      expect(readCsv(['key,note', 'a,1', '', 'b,2', ''].join(end), 9)).toEqual({
        ok: true,
        value: { header: ['key', 'note'], rows },
      })
    }
  })

  test('keeps rows that are too short or too long, for the caller to blame', () => {
    expect(readCsv('key,note\na\nb,2,3\n', 9)).toMatchObject({
      value: { rows: [{ cells: ['a'] }, { cells: ['b', '2', '3'] }] },
    })
  })

  test.for([
    ['key,note\na,"1\nb,2\n', { why: 'quotes', line: 3 }],
    ['key,note\na,1" x"\n', { why: 'quotes', line: 2 }],
    ['key;note\na;1\n', { why: 'separator', separator: ';' }],
    ['', { why: 'empty' }],
    ['key\na\nb\nc\n', { why: 'too-many' }],
  ] as const)('says what is wrong with %j', ([text, refusal]) => {
    expect(readCsv(text, 2)).toEqual({ ok: false, refusal })
  })

  test('reads truths as spreadsheets write them, and refuses what is no value', () => {
    expect(readCell('json', 'TRUE')).toEqual({ ok: true, value: true })
    expect(readCell('json', '[1,')).toEqual({ ok: false, refusal: 'not-json' })
    expect(readCell('text', "'tis")).toEqual({ ok: false, refusal: 'marked' })
    expect(readCell('text', "''tis")).toEqual({ ok: true, value: "'tis" })
  })
})
