import type { Cell, Row, Sheet } from 'write-excel-file/node'
import writeXlsxFile from 'write-excel-file/node'
import type { Exhibit, ExhibitGrid, ExhibitTable, ExhibitValue, ShownInExhibit } from '@/lib/contract/exhibit'

type Head = readonly (readonly [name: string, value: string])[]

/** Names that the sheets bear which are no tables. */
export type SheetNames = { readonly notes: string; readonly grid: string }

/** Widths of columns, in characters. */
const NARROW = 14
const WIDE = 32
const WIDEST = 60

const DAY = /^\d{4}-\d{2}-\d{2}$/

/**
 * An answer as a workbook: the grid as it is read, every table on a sheet of its own with its heading frozen, and a sheet of
 * notes. Days, numbers and truths are cells of their own kind, never text; no cell is a formula.
 */
export async function exhibitXlsx(exhibit: Exhibit, heading: Head, names: SheetNames): Promise<Uint8Array> {
  const taken = new Set<string>()
  const sheets = [
    ...(exhibit.grid === null ? [] : [gridSheet(exhibit.grid, nameOf(names.grid, taken))]),
    ...exhibit.tables.map((table) => tableSheet(table, nameOf(table.key, taken))),
    notesSheet(exhibit, heading, nameOf(names.notes, taken)),
  ]
  return new Uint8Array(await writeXlsxFile(sheets).toBuffer())
}

function gridSheet(grid: ExhibitGrid, name: string): Sheet<Buffer> {
  const head: Row = [grid.corner, '', ...grid.columns.map(({ title }) => title)].map(bold)
  const rows = grid.rows.map(
    (row): Row => [
      [row.symbol, row.title, row.titleZh].filter((part) => part !== '').join(' '),
      row.details.join(', '),
      ...row.cells.map((cell) => (cell === null ? grid.none : inWords(cell))),
    ],
  )
  const widths = [WIDE, NARROW, ...grid.columns.map(() => NARROW * 2)]
  return sheetOf(name, [head, ...rows.map((row) => row.map(wrapped))], widths, 1)
}

function tableSheet(table: ExhibitTable, name: string): Sheet<Buffer> {
  const head: Row = table.columns.map(({ title }) => bold(title))
  const rows = table.rows.map((row): Row => row.map((value, at) => cellOf(value, table.columns[at]?.holds === 'day')))
  const widths = table.columns.map(({ holds }) => (holds === 'text' || holds === 'list' ? WIDE : NARROW))
  return sheetOf(name, [head, ...rows], widths, 1)
}

function notesSheet(exhibit: Exhibit, heading: Head, name: string): Sheet<Buffer> {
  const rows: Row[] = [
    ...heading.map(([title, value]): Row => [bold(title), wrapped(value)]),
    ...exhibit.legend.map(({ shown, meaning }): Row => [bold(shown.word), wrapped(meaning)]),
    ...exhibit.timelines.map(({ title, alternative }): Row => [bold(title), wrapped(alternative)]),
  ]
  return sheetOf(name, rows, [WIDE, WIDEST * 2], 0)
}

function sheetOf(sheet: string, data: Row[], widths: readonly number[], stickyRowsCount: number): Sheet<Buffer> {
  return {
    sheet,
    data,
    columns: widths.map((width) => ({ width })),
    dateFormat: 'yyyy-mm-dd',
    ...(stickyRowsCount === 0 ? {} : { stickyRowsCount }),
  }
}

/** A Beijing day is a date without a time: its midnight in UTC is what a workbook stores. */
function cellOf(value: ExhibitValue, isDay: boolean): Cell {
  if (value === null) return null
  if (typeof value === 'number') return { type: Number, value }
  if (typeof value === 'boolean') return { type: Boolean, value }
  if (typeof value === 'string') {
    return isDay && DAY.test(value) ? { type: Date, value: new Date(Date.parse(value)) } : wrapped(value)
  }
  return wrapped(Array.isArray(value) ? value.map(inWords).join('\n') : inWords(value))
}

function inWords(value: ShownInExhibit | Exclude<ExhibitValue, null | readonly unknown[]>): string {
  if (typeof value !== 'object') return String(value)
  if ('href' in value) return value.text
  return [value.word, ...value.details].join('\n')
}

/** As many signs as a cell of a workbook may hold. */
const MOST = 32_767

function wrapped(value: Cell): Cell {
  return typeof value === 'string'
    ? { type: String, value: value.slice(0, MOST), wrap: true, alignVertical: 'top' }
    : value
}

function bold(value: string): Cell {
  return { type: String, value, fontWeight: 'bold', wrap: true, alignVertical: 'top' }
}

/** A sheet's name has 31 signs at most, none of them special, and is borne once. */
function nameOf(name: string, taken: Set<string>): string {
  const short = name.replace(/[\\/?*[\]:]/g, ' ').slice(0, 31)
  const own = taken.has(short) ? `${short.slice(0, 28)} ${taken.size}` : short
  taken.add(own)
  return own
}
