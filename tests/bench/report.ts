import type { Measured, Ratio, Row } from './subject'

export type Outcome = Measured & {
  readonly name: string
  readonly tells: string
  readonly seconds: number
  readonly failure?: string
}

/** The one object of `--json`: the ratios and named figures of all subjects side by side, and every subject's table. */
export function summaryOf(outcomes: readonly Outcome[]) {
  const ratios: { [name: string]: number } = {}
  const spread: { [name: string]: Ratio } = {}
  for (const [name, ratio] of outcomes.flatMap((one) => Object.entries(one.ratios ?? {}))) {
    ratios[name] = ratio.median
    spread[name] = ratio
  }
  const figures = Object.assign({}, ...outcomes.map((one) => one.figures ?? {}))
  const cases = outcomes.find(({ name }) => name === 'cases')?.table ?? {}
  const subjects = Object.fromEntries(
    outcomes.map(({ name, table, notes, seconds, failure }) => [
      name,
      { table, notes: notes ?? [], seconds, failure: failure ?? null },
    ]),
  )
  return { ratios, spread, ...figures, cases, subjects }
}

/** One subject as a table to read. */
export function show(outcome: Outcome | undefined): void {
  if (outcome === undefined) return
  const { name, tells, seconds, table, ratios, figures, notes, failure } = outcome
  console.log(`\n${name}: ${tells} (${Math.round(seconds)} s)`)
  if (failure !== undefined) console.log(`not measured: ${failure}`)
  if (Object.keys(table).length > 0) console.table(roundedRows(table))
  if (ratios !== undefined) console.table(roundedRows(ratios))
  if (figures !== undefined) console.table(rounded(figures))
  for (const note of notes ?? []) console.log(`- ${note}`)
}

function roundedRows(table: { readonly [row: string]: Row }) {
  return Object.fromEntries(Object.entries(table).map(([name, row]) => [name, rounded(row)]))
}

function rounded(row: Row): Row {
  return Object.fromEntries(
    Object.entries(row).map(([name, value]) => [name, typeof value === 'number' ? shortened(value) : value]),
  )
}

/** Three digits that count, and never fewer than the whole number. */
function shortened(value: number): number {
  return Math.abs(value) >= 100 ? Math.round(value) : Number(value.toPrecision(3))
}
