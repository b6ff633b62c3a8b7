import fc from 'fast-check'
import { FILE_NAMES, FILES, type FileName } from '@/lib/contract/record/files'
import type { Import } from '@/lib/editing/import'
import type { Upload } from '@/lib/editing/import-read'
import { csvOf } from '@/lib/formats/csv'
import { REVISION_KINDS } from '@/lib/ledger/vocabulary'
import { type Row, theFiles } from '../support/record-files'
import { mutatedBytes } from './bytes'
import { HOSTILE, hostileText, OF_PROTOTYPES } from './hostile'
import { other } from './json'

/** So many records of a file are sent as a rule: what is missing is left alone, and a run of thousands ends some day. */
const MOST_RECORDS = 6

const ROWS = theFiles()
const files = fc.constantFrom(...FILE_NAMES)
const text = (rows: readonly unknown[]) => JSON.stringify(rows)

/** A file of the record as it stands: a few of its records, rarely all. */
const part: fc.Arbitrary<{ readonly file: FileName; readonly rows: readonly Row[] }> = files.chain((file) =>
  fc
    .tuple(fc.nat({ max: ROWS[file].length - 1 }), fc.integer({ min: 1, max: MOST_RECORDS }), fc.nat({ max: 199 }))
    .map(([from, count, luck]) => ({ file, rows: luck === 0 ? ROWS[file] : ROWS[file].slice(from, from + count) })),
)

/** Records of which one says something else in one field, or has another field, or one less. */
const changed = fc
  .tuple(part, fc.nat(), fc.nat(), fc.oneof(fc.jsonValue({ maxDepth: 2 }), hostileText, fc.constant('Read again.')))
  .map(([{ file, rows }, which, where, value]) => {
    const row = rows[which % rows.length] ?? {}
    const names = [...Object.keys(row), ...OF_PROTOTYPES, 'colour']
    const name = names[where % names.length] ?? ''
    const copy = Object.fromEntries(Object.entries(row).filter(([field]) => where % 5 !== 0 || field !== name))
    // Defined, not set: a field that is called __proto__ is to be one.
    if (where % 5 !== 0) Object.defineProperty(copy, name, { value, enumerable: true })
    return { file, rows: rows.map((one) => (one === row ? copy : one)) }
  })

/** Records that are good, and say something else: texts that nobody reads as anything but texts. */
const reworded = fc.tuple(part, hostileText).map(([{ file, rows }, words]) => {
  const field = ['nameEn', 'titleEn', 'note', 'title', 'name'].find((one) => typeof rows[0]?.[one] === 'string')
  return { file, rows: rows.map((row, at) => (at === 0 && field !== undefined ? { ...row, [field]: words } : row)) }
})

const json = fc
  .oneof({ arbitrary: changed, weight: 3 }, { arbitrary: reworded, weight: 2 }, part)
  .map(({ file, rows }) => ({ name: `${file}.json`, text: text(rows) }))

/** A JSON text with one of its values replaced, wherever it stands, or with more brackets around it. */
const brokenJson = fc
  .tuple(json, fc.nat(), fc.constantFrom(...HOSTILE), fc.constantFrom('value', 'deep', 'whole', 'twice', 'bare'))
  .map(([{ name, text: whole }, at, words, how]) => {
    if (how === 'deep') return { name, text: '['.repeat(10_000) + whole + ']'.repeat(10_000) }
    if (how === 'whole') return { name: 'record.json', text: `{"${name.replace('.json', '')}":${whole}}` }
    if (how === 'twice') return { name, text: whole.replace(/\]$/, `,${whole.slice(1)}`) }
    return { name, text: other(whole, at, how === 'bare' ? '1e400' : JSON.stringify(words)) }
  })

const table = fc
  .oneof(reworded, part)
  .map(({ file, rows }) => ({ name: `${file}.csv`, text: csvOf(FILES[file].columns, rows) }))

/** A table with a cell, a separator, a mark or a line that is another. */
const brokenTable = fc
  .tuple(table, fc.nat(), fc.constantFrom(...HOSTILE, '"', ',', ';', '\r', '\t', "'", '=1+1', '[1', 'TRUE'))
  .map(([{ name, text: whole }, number, put]) => {
    const marks = [...whole.matchAll(/[,"\r\n]/g)]
    const at = marks[number % Math.max(marks.length, 1)]?.index ?? 0
    return { name, text: whole.slice(0, at + (number % 2)) + put + whole.slice(at + 1) }
  })

const name = fc.oneof(
  fc.constantFrom('download', 'forms.csv', 'forms.json', 'record.json', '../../forms.json', 'forms (2).CSV', ''),
  hostileText,
)

/** One file as somebody may send it: good, nearly good, broken in its values or in its bytes, under any name. */
const upload: fc.Arbitrary<Upload> = fc
  .tuple(
    fc.oneof({ arbitrary: json, weight: 4 }, { arbitrary: brokenJson, weight: 3 }, table, {
      arbitrary: brokenTable,
      weight: 3,
    }),
    fc.option(name, { freq: 8 }),
    fc.option(mutatedBytes, { freq: 3 }),
  )
  .map(([sent, called, mutate]) => {
    const bytes = new TextEncoder().encode(sent.text)
    return { name: called ?? sent.name, bytes: mutate === null ? bytes : mutate(bytes) }
  })

/** Imports of one file or some, with or without retiring what is missing. */
export const imports: fc.Arbitrary<Import> = fc.record({
  uploads: fc.oneof(
    { arbitrary: fc.array(upload, { minLength: 1, maxLength: 1 }), weight: 6 },
    fc.array(upload, { maxLength: 4 }),
  ),
  kind: fc.constantFrom(...REVISION_KINDS),
  retire: fc.oneof({ arbitrary: fc.constant(null), weight: 6 }, fc.constant('Never used.'), hostileText),
})
