import { CsvError, parse } from 'csv-parse/sync'
import { stringify } from 'csv-stringify/sync'
import { ok, type Result, refused } from '@/lib/ledger/result'

/**
 * What the cells of a column hold: a text as it is, or JSON (lists, objects, numbers and truths). An empty cell is `null`
 * in both.
 */
export type Column = { readonly name: string; readonly holds: 'text' | 'json' }

/** Cells as they stand, and the number a spreadsheet shows beside them: the header is row 1. */
export type CsvRow = { readonly row: number; readonly cells: readonly string[] }

export type CsvTable = { readonly header: readonly string[]; readonly rows: readonly CsvRow[] }

/** Why a text is no table: a quotation mark out of place, columns divided otherwise, or more rows than asked for. */
export type CsvFault =
  | { readonly why: 'quotes'; readonly line: number }
  | { readonly why: 'separator'; readonly separator: string }
  | { readonly why: 'too-many' }
  | { readonly why: 'empty' }

/** Spreadsheets take a cell that begins like this for a formula, also in the wide characters of East Asian fonts. */
const FORMULA = /^[=+\-@\t\r\n＝＋－＠]/

/** Marks a text that would be taken for a formula, for nothing, or for a marked one. */
const MARK = "'"

/**
 * Records as RFC 4180 has them, in UTF-8 with the byte order mark that spreadsheets need to show Chinese. Reading it back
 * with `readCsv` and `readCell` gives every value again.
 *
 * @throws {TypeError} when a column of text holds something else: its file has changed and its columns have not.
 */
export function csvOf(columns: readonly Column[], records: readonly { readonly [field: string]: unknown }[]): string {
  const header = columns.map(({ name }) => name)
  const rows = records.map((record) => columns.map(({ name, holds }) => printCell(holds, record[name])))
  return stringify([header, ...rows], { bom: true, record_delimiter: 'windows', quote_record_delimiter: true })
}

/**
 * The same records line by line, for tables of any length: the header first. Without the byte order mark, which programs
 * take for a part of the first name.
 */
export function* csvLines(
  columns: readonly Column[],
  records: Iterable<{ readonly [field: string]: unknown }>,
): Generator<string> {
  yield lineOf(columns.map(({ name }) => name))
  for (const record of records) yield lineOf(columns.map(({ name, holds }) => printCell(holds, record[name])))
}

function lineOf(cells: readonly string[]): string {
  return stringify([cells], { record_delimiter: 'windows', quote_record_delimiter: true })
}

function printCell(holds: Column['holds'], value: unknown): string {
  if (value === null || value === undefined) return ''
  if (holds === 'json') return JSON.stringify(value)
  if (typeof value !== 'string') throw new TypeError(`not a text: ${JSON.stringify(value)}`)
  return safeText(value)
}

/** A text as a spreadsheet shows it and never runs it. */
export function safeText(text: string): string {
  return needsMark(text) ? `${MARK}${text}` : text
}

function needsMark(text: string): boolean {
  return text === '' || text.startsWith(MARK) || FORMULA.test(text)
}

/** The value of a cell; `marked` and `not-json` say why it has none. */
export function readCell(holds: Column['holds'], cell: string): Result<unknown, 'marked' | 'not-json'> {
  if (cell === '') return ok(null)
  if (holds === 'json') return readJson(cell)
  if (!cell.startsWith(MARK)) return ok(cell)
  const text = cell.slice(MARK.length)
  return needsMark(text) ? ok(text) : refused('marked')
}

/** Spreadsheets write truths in capitals. */
function readJson(cell: string): Result<unknown, 'not-json'> {
  const text = /^(true|false)$/i.test(cell) ? cell.toLowerCase() : cell
  try {
    return ok(JSON.parse(text))
  } catch {
    return refused('not-json')
  }
}

/**
 * A table of any columns, row by row; what the columns mean is the caller's. Lines may end in any way, and empty ones are
 * passed over.
 *
 * @param most how many rows are read at most: a longer table is refused without reading the rest.
 */
export function readCsv(text: string, most: number): Result<CsvTable, CsvFault> {
  try {
    const lines = parse(text, { bom: true, relax_column_count: true, record_delimiter: LINE_ENDS, to: most + 2 })
    const [header, ...rest] = lines
    if (header === undefined || isEmpty(header)) return refused({ why: 'empty' })
    const separator = header.length === 1 ? /[;\t|]/.exec(header[0] ?? '')?.[0] : undefined
    if (separator !== undefined) return refused({ why: 'separator', separator })
    if (rest.length > most) return refused({ why: 'too-many' })
    const rows = rest.map((cells, index) => ({ row: index + 2, cells })).filter(({ cells }) => !isEmpty(cells))
    return ok({ header, rows })
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    return refused({ why: 'quotes', line: Number(error['lines']) })
  }
}

const LINE_ENDS = ['\r\n', '\n', '\r']

function isEmpty(cells: readonly string[]): boolean {
  return cells.every((cell) => cell === '')
}
