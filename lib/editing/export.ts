import 'server-only'
import type { Person } from '@/lib/auth/person'
import type { ExportName } from '@/lib/contract/edit/export-name'
import { FILE_NAMES, FILES, type FileName } from '@/lib/contract/record/files'
import { printedFile, printedJson } from '@/lib/contract/record/printed'
import { ledgerAt } from '@/lib/db/ledger'
import { headRevision } from '@/lib/db/revisions'
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

/** How many records each file holds at a revision; `null` when it is not published (yet). */
export async function exportable(
  _person: Person,
  revision: number,
): Promise<readonly { readonly file: FileName; readonly records: number }[] | null> {
  const record = await ledgerAt(revision)
  return record && FILE_NAMES.map((file) => ({ file, records: record[file].length }))
}

/** The text of an export by its name; `null` when there is no such file or revision. */
export async function exported(_person: Person, name: ExportName): Promise<string | null> {
  const record = await ledgerAt(name.revision)
  return record && exportOf(record, name)
}

/** The newest revision; `null` while nothing is recorded. */
export async function newestRevision(_person: Person): Promise<number | null> {
  return headRevision()
}
