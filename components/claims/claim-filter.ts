import type { Filters } from '@/components/matrix/fragment'
import type { Shown } from '@/components/matrix/row-filter'

/** Hides the rows that the filters leave out: each row says of itself, under the filter's name, what it has. */
export function filterClaims(table: HTMLTableElement, filters: Filters): Shown {
  const rows = [...table.querySelectorAll<HTMLTableRowElement>('tbody tr')]
  let shown = 0
  for (const row of rows) {
    row.hidden = !passes(row, filters)
    if (!row.hidden) shown += 1
  }
  const lifted = (name: string) => rows.some((row) => passes(row, { ...filters, [name]: [] }))
  const culprit =
    shown > 0 ? null : (Object.keys(filters).find((name) => filters[name]?.length && lifted(name)) ?? null)
  return { shown, total: rows.length, culprit }
}

/** A row has one of the chosen values of each filter that has any chosen. */
function passes(row: HTMLTableRowElement, filters: Filters): boolean {
  return Object.entries(filters).every(([name, values]) => {
    const its = (row.getAttribute(`data-${name}`) ?? '').split(' ')
    return values.length === 0 || values.some((value) => its.includes(value))
  })
}
