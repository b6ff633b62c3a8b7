import { parse } from 'csv-parse/sync'
import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import type { Exhibit, ExhibitTable, ShownInExhibit } from '@/lib/contract/exhibit'
import { byteStream } from '@/lib/formats/byte-stream'
import { canonicalJson } from '@/lib/formats/canonical'
import { exhibitCsv } from '@/lib/formats/exhibit-csv'
import { exhibitJson } from '@/lib/formats/exhibit-json'
import { exhibitXlsx } from '@/lib/formats/exhibit-xlsx'
import { localDate } from '@/lib/ledger/interval'
import { plainQuestion } from '@/lib/ledger/question'
import { exhibitOf } from '@/lib/reading/exhibit'
import { matrixPage } from '@/lib/reading/matrix'
import { lawOf } from '@/lib/reading/opened'
import { theRecord } from '../support/record'

const ORIGIN = 'https://sluice.example'
const paused: ShownInExhibit = {
  status: 'paused',
  beforeEffect: false,
  word: 'paused',
  details: ['until 10 Nov 2026', '3 listed'],
}

const table: ExhibitTable = {
  key: 'cells',
  title: 'Every cell',
  shown: false,
  columns: [
    { key: 'name', title: 'Name', holds: 'text' },
    { key: 'on', title: 'Day', holds: 'day' },
    { key: 'count', title: 'Count', holds: 'number' },
    { key: 'holds', title: 'Holds', holds: 'truth' },
    { key: 'shown', title: 'Status', holds: 'status' },
    { key: 'instrument', title: 'Instrument', holds: 'link' },
    { key: 'sources', title: 'Sources', holds: 'list' },
  ],
  rows: [
    [
      '=HYPERLINK("https://evil.example")',
      '2025-11-08',
      -3,
      true,
      paused,
      { text: 'No. 70', href: '/r/1/x' },
      ['a', 'b'],
    ],
    ['钪, "Sc"\nmetal', null, null, false, null, null, [{ text: 'Notice', href: 'https://law.example' }]],
  ],
}

const HEADING = [
  ['question', '@SUM(A1)'],
  ['law day', '2025-11-08'],
] as const

describe('a table as CSV', () => {
  const text = [...exhibitCsv(table, HEADING, ORIGIN)].join('')
  const records = parse(text, { bom: true }) // refuses records of unequal length

  test('has the heading, the names and a record per row, each with every field', () => {
    expect(text.startsWith('\uFEFF# question,')).toBe(true)
    expect(text.replaceAll('\r\n', '').includes('\r')).toBe(false)
    expect(text.endsWith('\r\n')).toBe(true)
    expect(records.map(([first]) => first)).toEqual([
      '# question',
      '# law day',
      'name',
      '\'=HYPERLINK("https://evil.example")',
      '钪, "Sc"\nmetal',
    ])
    expect(records[2]).toEqual(['name', 'on', 'count', 'holds', 'shown', 'instrument', 'instrumentAddress', 'sources'])
  })

  test('keeps days, numbers, truths, statuses, links and lists', () => {
    expect(records[3]?.slice(1)).toEqual([
      '2025-11-08',
      '-3',
      'true',
      'paused (until 10 Nov 2026; 3 listed)',
      'No. 70',
      `${ORIGIN}/r/1/x`,
      'a; b',
    ])
    expect(records[4]?.slice(1)).toEqual(['', '', 'false', '', '', '', 'Notice <https://law.example>'])
  })

  test('runs nothing in a spreadsheet, in its heading neither', () => {
    expect(records[0]?.[1]).toBe("'@SUM(A1)")
    expect(records.flat().filter((cell) => /^[=+@\t\r＝＋＠]/.test(cell))).toEqual([])
  })

  test('is made no faster than it is read', async () => {
    let made = 0
    const rows = Array.from({ length: 20_000 }, () => table.rows[0] ?? [])
    const counted = new Proxy(rows, {
      get(target, key, receiver) {
        if (typeof key === 'string' && /^\d+$/.test(key)) made += 1
        return Reflect.get(target, key, receiver)
      },
    })
    const reader = byteStream(exhibitCsv({ ...table, rows: counted }, HEADING, ORIGIN)).getReader()
    const first = await reader.read()
    await new Promise((resolve) => setTimeout(resolve, 20))

    expect(first.value?.length).toBeGreaterThan(10_000)
    expect(made).toBeLessThan(1_000)
    await reader.cancel()
  })
})

function matrixOf(record = theRecord()): Exhibit {
  const question = plainQuestion(localDate('2025-11-08'))
  const coordinates = { revision: 1, question, scope: 'all', by: 'form', view: { name: 'matrix' } } as const
  const page = matrixPage({ coordinates, record, law: lawOf(record, null), today: localDate('2026-11-22') })
  const made = exhibitOf({ name: 'matrix', page }, localDate('2026-11-21'))
  if (made === null) throw new Error('no exhibit of a matrix')
  return made
}

describe('an exhibit as JSON', () => {
  test('is its canonical JSON, written part by part', () => {
    const made = matrixOf()
    const parts = [...exhibitJson(made)]

    expect(parts.join('')).toBe(canonicalJson(made))
    expect(Math.max(...parts.map((part) => part.length))).toBeLessThan(20_000)
  })
})

describe('an exhibit as a workbook', () => {
  test('has typed cells, frozen headings, and no formula', async () => {
    const made = { ...matrixOf(), tables: [table] }
    const files = unzipSync(await exhibitXlsx(made, HEADING, { notes: 'Notes', grid: 'Matrix' }))
    const file = (name: string) => strFromU8(files[name] ?? new Uint8Array())
    const cells = file('xl/worksheets/sheet2.xml')

    expect([...file('xl/workbook.xml').matchAll(/<sheet [^>]*name="([^"]*)"/g)].map(([, name]) => name)).toEqual([
      'Matrix',
      'cells',
      'Notes',
    ])
    expect(cells).toMatch(/<pane ySplit="1"[^>]* state="frozen"/)
    expect(cells).toMatch(/<c r="B2" s="\d+"><v>45969<\/v>/) // 8 November 2025 as workbooks count days
    expect(cells).toMatch(/<c r="C2"[^>]*><v>-3<\/v>/)
    expect(cells).toMatch(/<c r="D2"[^>]* t="b"[^>]*><v>1<\/v>/)
    expect(Object.keys(files).filter((name) => file(name).includes('<f>'))).toEqual([])
    const texts = file('xl/sharedStrings.xml')
    for (const word of ['@SUM(A1)', 'Actually open?', '钪, "Sc"', 'Dysprosium']) {
      expect(texts).toContain(word)
    }
  })
})
