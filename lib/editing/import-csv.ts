import { FILE_NAMES, FILES, type FileName } from '@/lib/contract/record/files'
import { say } from '@/lib/contract/words/catalogue'
import { type CsvFault, type CsvRow, readCell, readCsv } from '@/lib/formats/csv'
import { type Entries, type Given, MOST_ROWS, type Place, wrongWith } from './import-entries'
import { fileNamed } from './import-json'

/** Several times the columns of the widest file. */
const MOST_COLUMNS = 200

/** Reads one file of the record as a table: its columns in any order, each once, none missing and none unknown. */
export function readCsvUpload({ name, text }: { readonly name: string; readonly text: string }): Entries {
  const table = readCsv(text, MOST_ROWS)
  if (!table.ok) return wrongWith(name, sayFault(table.refusal))
  const { header, rows } = table.value
  if (header.length > MOST_COLUMNS) {
    return wrongWith(name, say('transfer.problem.tooManyColumns', { count: header.length, most: MOST_COLUMNS }))
  }
  const file = fileNamed(name) ?? fileWithColumns(header)
  if (file === null) return wrongWith(name, say('transfer.problem.whichFile', { files: FILE_NAMES.join(', ') }))

  const amiss = columnsAmiss(file, header)
  if (amiss.length > 0) return { given: [], files: [file], problems: amiss.map((what) => at(name, what)) }

  const problems: Entries['problems'][number][] = []
  const given = rows.flatMap((row): Given[] => {
    const place: Place = { upload: name, at: { by: 'row', number: row.row } }
    const record = readRow(file, header, row, (field, what) => problems.push({ ...place, field, what }))
    return record === null ? [] : [{ ...place, file, row: record }]
  })
  return { given, files: [file], problems }
}

function readRow(
  file: FileName,
  header: readonly string[],
  { cells }: CsvRow,
  blame: (field: string | null, what: string) => void,
): { readonly [field: string]: unknown } | null {
  if (cells.length !== header.length) {
    blame(null, say('transfer.problem.cells', { count: cells.length, wanted: header.length }))
    return null
  }
  let whole = true
  const fields = FILES[file].columns.map(({ name, holds }) => {
    const read = readCell(holds, cells[header.indexOf(name)] ?? '')
    if (read.ok) return [name, read.value] as const
    blame(name, say(`transfer.problem.cell.${read.refusal}`))
    whole = false
    return [name, null] as const
  })
  return whole ? Object.fromEntries(fields) : null
}

/** What is wrong with the columns: whatever it is, no row can be trusted to mean what it says. */
function columnsAmiss(file: FileName, header: readonly string[]): readonly string[] {
  const { fields } = FILES[file]
  const unknown = [...new Set(header)].filter((column) => !fields.includes(column))
  const twice = [...new Set(header.filter((column, index) => header.indexOf(column) !== index))]
  const missing = fields.filter((field) => !header.includes(field))
  const named = (columns: readonly string[]) =>
    columns
      .slice(0, 20)
      .map((column) => JSON.stringify(column.slice(0, 80)))
      .join(', ')
  return [
    ...(unknown.length > 0
      ? [say('transfer.problem.unknownColumns', { columns: named(unknown), file, known: fields.join(', ') })]
      : []),
    ...(twice.length > 0 ? [say('transfer.problem.columnsTwice', { columns: named(twice) })] : []),
    ...(missing.length > 0 ? [say('transfer.problem.missingColumns', { columns: named(missing), file })] : []),
  ]
}

/** The file that shares most columns with the header, if only one does and they are more than half of its own. */
function fileWithColumns(header: readonly string[]): FileName | null {
  const shared = (file: FileName) => FILES[file].fields.filter((field) => header.includes(field)).length
  const most = Math.max(...FILE_NAMES.map(shared))
  const found = FILE_NAMES.filter((file) => shared(file) === most && most * 2 > FILES[file].fields.length)
  return found.length === 1 ? (found[0] ?? null) : null
}

function sayFault(fault: CsvFault): string {
  switch (fault.why) {
    case 'quotes':
      return say('transfer.problem.quotes', { line: fault.line })
    case 'separator':
      return say('transfer.problem.separator', { separator: fault.separator === '\t' ? 'Tab' : fault.separator })
    case 'too-many':
      return say('transfer.problem.tooManyRows', { most: MOST_ROWS })
    case 'empty':
      return say('transfer.problem.empty')
  }
}

function at(upload: string, what: string): Entries['problems'][number] {
  return { upload, at: null, field: null, what }
}
