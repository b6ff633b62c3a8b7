import 'server-only'
import { dataPath, type TableFormat } from '@/lib/contract/data/address'
import { rowsOf, TABLE_NAMES, tableOf } from '@/lib/contract/data/tables'
import { ledgerAt } from '@/lib/db/ledger'
import { revisionsNumbered } from '@/lib/db/revisions'
import type { WholeRecord } from '@/lib/ledger/testimony'
import { headRevision } from '../now'
import { whyUnread } from '../unread'
import { checksumAt } from './table-file'

/** What readers are told of the bulk data at the newest revision; `null` when the record cannot be asked. */
export async function dataPage() {
  try {
    const head = await headRevision()
    const record = head === null ? null : await ledgerAt(head.revision)
    const said = head === null ? undefined : (await revisionsNumbered([head.revision])).get(head.revision)
    if (record === null || said === undefined) return null
    const { number, recordedAt, hash } = said
    return { revision: { number, recordedAt, hash }, tables: await tablesOf(number, record) }
  } catch (error) {
    if (whyUnread(error) !== null) return null
    throw error
  }
}

async function tablesOf(revision: number, record: WholeRecord) {
  const tables = []
  for (const name of TABLE_NAMES) {
    let rows = 0
    for (const _ of rowsOf(record, name)) rows += 1
    const file = async (format: TableFormat) => ({
      href: dataPath({ what: 'table', revision, table: name, format }),
      ...(await checksumAt(revision, record, name, format)),
    })
    tables.push({
      name,
      description: tableOf(name).description,
      rows,
      csv: await file('csv'),
      json: await file('json'),
    })
  }
  return tables
}
