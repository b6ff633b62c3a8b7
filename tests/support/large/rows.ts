import { citationRows } from '@/lib/db/rows/citation'
import { claimRow } from '@/lib/db/rows/claim'
import { eventRow, sourceRow } from '@/lib/db/rows/event'
import { indicatorRow, pointRows } from '@/lib/db/rows/indicator'
import { instrumentRow, regimeRow } from '@/lib/db/rows/instrument'
import { formRow, materialRow } from '@/lib/db/rows/material'
import { partyRow, provisionRow } from '@/lib/db/rows/provision'
import type { Change, Kind, Records } from '@/lib/ledger/change'
import type { Row } from './copy'

/** Rows of one table. */
export type Rows = { readonly table: string; readonly rows: readonly Row[] }

const ROW_OF: { readonly [kind in Kind]: (record: Records[kind]) => Row } = {
  material: materialRow,
  form: formRow,
  regime: regimeRow,
  instrument: instrumentRow,
  provision: provisionRow,
  party: partyRow,
  source: sourceRow,
  event: eventRow,
  claim: claimRow,
  indicator: indicatorRow,
}

/** What a change puts into the tables of the record, as publishing does; what it ends is ended by `endWhatWasSuperseded`. */
export function rowsOf(change: Change, recordedIn: number): readonly Rows[] {
  const { kind, key, record, retirement } = change
  if (record === null) {
    return retirement === undefined ? [] : [{ table: 'retirement', rows: [{ kind, key, ...retirement, recordedIn }] }]
  }
  const entered = (rows: readonly Row[]) => rows.map((row) => ({ ...row, recordedIn }))
  const row = (ROW_OF[kind] as (one: typeof record) => Row)(record)
  // A list of objects looks like a list of texts where it is empty: columns of JSON say what they hold.
  const json = kind === 'claim' ? 'asserts' : kind === 'instrument' ? 'disputes' : null
  const version = json === null ? row : { ...row, [json]: JSON.stringify(row[json]) }
  return [
    { table: `${kind}_version`, rows: entered([version]) },
    { table: 'citation', rows: entered(citationsIn(change)) },
    {
      table: 'indicator_point_version',
      rows: entered(kind === 'indicator' ? pointRows(record as Records['indicator']) : []),
    },
  ]
}

function citationsIn({ kind, key, record }: Change): readonly Row[] {
  if (record === null) return []
  return [
    ...('sources' in record ? citationRows(kind, key, 'record', record.sources) : []),
    ...('assessment' in record ? citationRows(kind, key, 'assessment', record.assessment.sources) : []),
  ]
}
