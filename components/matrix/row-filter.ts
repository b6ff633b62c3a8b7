import type { Filters } from './fragment'

export type Shown = {
  readonly shown: number
  readonly total: number
  /** The filter without which some row would be left; null when rows are left or no single one is to blame. */
  readonly culprit: string | null
}

/** Hides the rows that the filters leave out, and tells how many are left and which filter emptied the table. */
export function filterRows(table: HTMLTableElement, filters: Filters): Shown {
  const rows = [...table.querySelectorAll<HTMLTableRowElement>('tbody tr[data-k]')]
  const columns = columnsOf(table)
  let shown = 0
  for (const row of rows) {
    row.hidden = !passes(row, filters, columns)
    const below = row.nextElementSibling
    if (below instanceof HTMLElement && below.className === 'proof-row') below.hidden = row.hidden
    if (!row.hidden) shown += 1
  }
  const lifted = (name: string) => rows.some((row) => passes(row, { ...filters, [name]: [] }, columns))
  const culprit =
    shown > 0 ? null : (Object.keys(filters).find((name) => filters[name]?.length && lifted(name)) ?? null)
  return { shown, total: rows.length, culprit }
}

/** Where each form's cell stands in a row, by form key. */
function columnsOf(table: HTMLTableElement): ReadonlyMap<string, number> {
  const heads = [...table.querySelectorAll<HTMLTableCellElement>('thead th[data-f]')]
  return new Map(heads.map((head, index) => [head.dataset['f'] ?? '', index + 2]))
}

/** A chosen form narrows the cells that the chosen statuses are looked for in. */
function passes(row: HTMLTableRowElement, filters: Filters, columns: ReadonlyMap<string, number>): boolean {
  const { status = [], group = [], form = [] } = filters
  if (group.length > 0 && !group.includes(row.dataset['g'] ?? '')) return false
  if (status.length === 0 && form.length === 0) return true
  const cells =
    form.length > 0
      ? form.flatMap((key) => row.cells[columns.get(key) ?? -1] ?? [])
      : [...row.querySelectorAll<HTMLTableCellElement>('td:not(.sum)')]
  return cells.some((cell) => {
    const its = cell.dataset['s']
    return its !== undefined && (status.length === 0 || status.includes(its))
  })
}
