import type { Change, Kind } from '@/lib/ledger/change'
import type { WholeRecord } from '@/lib/ledger/testimony'
import type { Printed } from '../edit/draft'
import { printedChange } from './file-format'
import { FILES, type FileName } from './files'

/** A record as its file prints it: its fields in the order of the file, a provision with its last day inclusive. */
export function printedIn(name: FileName, record: { readonly key: string }): Printed {
  const { kind, fields } = FILES[name]
  const change = { kind: kind satisfies Kind, key: record.key, record } as Change
  const printed = printedChange(change).record as Printed
  return Object.fromEntries(fields.map((field) => [field, printed[field]]))
}

/** All records of one file as it prints them, in the order in which they stand in the record: by key. */
export function printedFile(record: WholeRecord, name: FileName): readonly Printed[] {
  return record[name].map((one) => printedIn(name, one))
}

/** A value as the files of the record are written: JSON with one blank a level, and a line end. */
export function printedJson(value: unknown): string {
  return `${JSON.stringify(value, null, 1)}\n`
}
