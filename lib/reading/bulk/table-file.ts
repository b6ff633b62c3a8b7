import 'server-only'
import type { TableFormat } from '@/lib/contract/data/address'
import type { Field } from '@/lib/contract/data/field'
import { rowsOf, type TableName, tableOf } from '@/lib/contract/data/tables'
import type { Refusal } from '@/lib/contract/refusal'
import { ledgerAt } from '@/lib/db/ledger'
import { remembered } from '@/lib/db/remembered'
import { type Checksum, checksumOf } from '@/lib/formats/checksum'
import { type Column, csvLines } from '@/lib/formats/csv'
import { jsonListLines } from '@/lib/formats/json-lines'
import type { Result } from '@/lib/ledger/result'
import { ok } from '@/lib/ledger/result'
import type { WholeRecord } from '@/lib/ledger/testimony'
import type { BulkFile } from './file'
import { published, unlessAway } from './published'

/** One table of the record at a revision: the same bytes for as long as this release is served. */
export function tableFile(revision: number, table: TableName, format: TableFormat): Promise<Result<BulkFile, Refusal>> {
  return unlessAway(async () => {
    const record = await ledgerAt(revision)
    if (record === null) return unpublished(revision)
    const { sha256, bytes } = await checksumAt(revision, record, table, format)
    return ok({ type: format, tag: sha256, bytes, lines: linesOf(record, table, format) })
  })
}

async function unpublished(revision: number): Promise<Result<never, Refusal>> {
  const found = await published([revision])
  if (found.ok) throw new TypeError(`revision ${revision} is published and has no record`)
  return found
}

function linesOf(record: WholeRecord, table: TableName, format: TableFormat): Iterable<string> {
  const rows = rowsOf(record, table)
  return format === 'json' ? jsonListLines(rows) : csvLines(tableOf(table).fields.map(columnOf), rows)
}

function columnOf({ name, type }: Field): Column {
  return { name, holds: type === 'string' || type === 'date' ? 'text' : 'json' }
}

/** Checksums of revisions that were asked for lately: two dozen files each, and none of them ever changes. */
const MOST = 400
const memory = remembered(new Map<string, Promise<Checksum>>())

export function checksumAt(
  revision: number,
  record: WholeRecord,
  table: TableName,
  format: TableFormat,
): Promise<Checksum> {
  const name = `${revision} ${table}.${format}`
  const there = memory.get(name)
  if (there !== undefined) return there
  const made = checksumOf(linesOf(record, table, format))
  memory.set(name, made)
  const oldest = memory.keys().next().value
  if (memory.size > MOST && oldest !== undefined) memory.delete(oldest)
  return made
}
