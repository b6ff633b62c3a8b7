/** One thing that is not as it was written, or not as the rest of the database says. */
export type RowFault = {
  readonly table: string
  /** What the row is called: the columns that tell it from others, with slashes between them. */
  readonly key: string
  /** The revision that the row belongs to; 0 for what belongs to none. */
  readonly revision: number
  readonly fault: RowFaultName
  /** What is stored, and what should be, where that can be told; `null` also where there is or should be nothing. */
  readonly is: string | null
  readonly should: string | null
}

export type RowFaultName =
  | 'changed'
  | 'added'
  | 'removed'
  | 'ended'
  | 'first-recorded'
  | 'overlapping'
  | 'not-with-its-version'
  | 'position'
  | 'retired-without-an-end'
  | 'nobody-answers'
  | 'kind-of-publication'
  | 'snapshot'
  | 'document'
  | 'beyond-the-newest'
  | 'guard-off'

/** What one check found: so many at most are named, all are counted. */
export type RowFaults = { readonly named: readonly RowFault[]; readonly count: number }

/** The rows of a statement that counts what it finds besides: each has `total`. */
export type Counted = { readonly total: string }

export function faultsOf<Row extends Counted>(rows: readonly Row[], faultOf: (row: Row) => RowFault): RowFaults {
  return { named: rows.map(faultOf), count: Number(rows[0]?.total ?? 0) }
}
