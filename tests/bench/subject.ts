import type { Served } from './served'

/** One row of a table: figures by the names of their columns, each with its unit; `null` where nothing was measured. */
export type Row = { readonly [column: string]: number | string | null }
export type Table = { readonly [row: string]: Row }

/** A ratio of two cases that were asked in turn: the median of its rounds, and how far the rounds were apart. */
export type Ratio = { readonly median: number; readonly least: number; readonly most: number; readonly rounds: number }

export type Measured = {
  readonly table: Table
  readonly ratios?: { readonly [name: string]: Ratio }
  /** Single figures that a machine looks for by name, as `publishToVisible`. */
  readonly figures?: { readonly [name: string]: number | null }
  /** What a reader of the table should know: what could not be measured, what was chosen. */
  readonly notes?: readonly string[]
}

/**
 * One subject of `npm run bench`: one table, measured within the run, bounded in count and in time, that ends whatever it
 * started. `served` is one Sluice for the whole run, started for the first subject that asks for it, so a subject that
 * does not ask runs alone in seconds.
 */
export type Subject = {
  /** As `--only=<name>` says it. */
  readonly name: string
  /** What its table tells, as its heading. */
  readonly tells: string
  readonly run: (served: () => Promise<Served>) => Promise<Measured>
}
