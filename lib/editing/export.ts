import { FILE_NAMES, FILES, type FileName } from '@/lib/contract/record/files'
import { printedFile, printedJson } from '@/lib/contract/record/printed'
import { csvOf } from '@/lib/formats/csv'
import type { WholeRecord } from '@/lib/ledger/testimony'

/** What can be exported: all ten files in one, which only JSON can hold, or one file in either format. */
export type Exported =
  | { readonly file: 'record'; readonly format: 'json' }
  | { readonly file: FileName; readonly format: 'json' | 'csv' }

/** The text of an export: what the import of the same file reads back without a single change. */
export function exportOf(record: WholeRecord, { file, format }: Exported): string {
  if (file === 'record')
    return printedJson(Object.fromEntries(FILE_NAMES.map((name) => [name, printedFile(record, name)])))
  return format === 'csv'
    ? csvOf(FILES[file].columns, printedFile(record, file))
    : printedJson(printedFile(record, file))
}
