import 'server-only'
import { type TableFormat, tableFileName } from '@/lib/contract/data/address'
import { TABLE_NAMES, type Table, tableOf } from '@/lib/contract/data/tables'
import type { Refusal } from '@/lib/contract/refusal'
import { say } from '@/lib/contract/words/catalogue'
import { ledgerAt } from '@/lib/db/ledger'
import { type Checksum, checksumOf } from '@/lib/formats/checksum'
import type { Result } from '@/lib/ledger/result'
import { ok } from '@/lib/ledger/result'
import type { Revision } from '@/lib/ledger/revision'
import type { WholeRecord } from '@/lib/ledger/testimony'
import type { BulkFile } from './file'
import { published, unlessAway } from './published'
import { checksumAt } from './table-file'

/** What the record at a revision consists of, as a data package (Frictionless, version 2; version 1 reads it too). */
export function packageFile(revision: number): Promise<Result<BulkFile, Refusal>> {
  return unlessAway(async () => {
    const found = await published([revision])
    if (!found.ok) return found
    const record = await ledgerAt(revision)
    const [said] = found.value
    if (record === null || said === undefined) throw new TypeError(`no record at revision ${revision}`)
    const text = `${JSON.stringify(await describe(record, said), null, 1)}\n`
    const { sha256, bytes } = await checksumOf([text])
    return ok({ type: 'json', tag: sha256, bytes, lines: [text] })
  })
}

async function describe(record: WholeRecord, { number, hash, recordedAt }: Revision) {
  const resources = []
  for (const name of TABLE_NAMES) {
    const table = tableOf(name)
    resources.push(resource(table, 'csv', await checksumAt(number, record, name, 'csv')))
    resources.push(resource(table, 'json', await checksumAt(number, record, name, 'json')))
  }
  return {
    $schema: 'https://datapackage.org/profiles/2.0/datapackage.json',
    name: 'sluice-record',
    id: `urn:sluice:revision:${hash}`,
    title: say('data.package.title'),
    description: say('data.package.description'),
    version: String(number),
    created: recordedAt,
    keywords: ['export controls', 'rare earths', 'critical minerals'],
    licenses: [
      {
        name: 'CC-BY-4.0',
        path: 'https://creativecommons.org/licenses/by/4.0/',
        title: 'Creative Commons Attribution 4.0 International',
      },
    ],
    contributors: [{ title: say('shell.name'), roles: ['publisher'] }],
    resources,
  }
}

/** The two files of a table have names of their own; keys of the one lead to the same format of another. */
function resource({ name, description, fields, primaryKey, foreignKeys }: Table, format: TableFormat, sum: Checksum) {
  return {
    name: nameIn(format, name),
    type: 'table',
    profile: 'tabular-data-resource',
    path: tableFileName(name, format),
    description,
    format,
    mediatype: format === 'csv' ? 'text/csv' : 'application/json',
    encoding: 'utf-8',
    bytes: sum.bytes,
    hash: `sha256:${sum.sha256}`,
    schema: {
      $schema: 'https://datapackage.org/profiles/2.0/tableschema.json',
      fields,
      primaryKey,
      foreignKeys: foreignKeys.map(({ field, table }) => ({
        fields: [field],
        reference: { resource: nameIn(format, table), fields: ['key'] },
      })),
      missingValues: [''],
    },
  }
}

function nameIn(format: TableFormat, table: string): string {
  return format === 'csv' ? table : `${table}-json`
}
