import type { ExhibitTable, ExhibitTimeline, ExhibitValue } from '@/lib/contract/exhibit'

/** The title of a column in front of a value: "Form:", and "Open?" as it stands. */
export function asLead(title: string): string {
  return /[?:]$/.test(title) ? title : `${title}:`
}

/** A table with more rows is folded: its title and the count of its rows are what a reader meets first. */
export const LONG = 12

/** As many rows and no more are worth a column each, once the columns are more than fit beside each other. */
const FEW_ROWS = 3
const MANY_COLUMNS = 8

/** A table without the columns that are empty in every row. */
export function filled(table: ExhibitTable): ExhibitTable {
  const kept = table.columns.map((_, at) => table.rows.some((row) => !isEmpty(row[at] ?? null)))
  const keep = <Value>(values: readonly Value[]) => values.filter((_, at) => kept[at] === true)
  return { ...table, columns: keep(table.columns), rows: table.rows.map(keep) }
}

/** An empty place of a table. `false` and 0 are answers. */
export function isEmpty(value: ExhibitValue): boolean {
  return value === null || value === '' || (Array.isArray(value) && value.length === 0)
}

/** Whether the columns of a table are better read as lines: few rows that tell much. */
export function readsTurned({ rows, columns }: ExhibitTable): boolean {
  return rows.length <= FEW_ROWS && columns.length > MANY_COLUMNS
}

/**
 * The marks of a drawing that no table beside it lists: such a row has the day of the mark, and words with which its
 * title ends ("Jamieson Greer: Beijing will not impose …").
 */
export function unlisted({ marks }: ExhibitTimeline, tables: readonly ExhibitTable[]): ExhibitTimeline['marks'] {
  const said = new Map<string, string[]>()
  for (const row of tables.flatMap(({ rows }) => rows)) {
    const texts = row.flatMap(textsIn)
    for (const text of texts) said.set(text, [...(said.get(text) ?? []), ...texts])
  }
  return marks.filter(({ when, title }) => !(said.get(when) ?? []).some((text) => text !== '' && title.endsWith(text)))
}

function textsIn(value: ExhibitValue): readonly string[] {
  if (Array.isArray(value)) return value.flatMap(textsIn)
  return typeof value === 'string' ? [value] : []
}
