import { asLead } from '@/components/exhibit/table-shape'
import { glyphOf } from '@/components/marks/status-mark'
import { withBreaks } from '@/components/matrix/breaks'
import { Glyph } from '@/components/ui/glyph-sheet'
import { ScrollRegion } from '@/components/ui/scroll-region'
import type { ExhibitGrid as Grid, ShownInExhibit } from '@/lib/contract/exhibit'

/** The column that sums a row up, where a grid has one: its head alone has a width of its own. */
const SUM = 'open'

/** As many columns fit a wide window, that of all forms among them; more scroll inside their region. */
const FITTING = 16

/** The matrix as it was frozen: a native table, and under 640 px a list for each row. */
export function ExhibitGrid({ grid }: { readonly grid: Grid }) {
  const grouped = grid.columns.filter(({ group }) => group !== '')
  const rows = grouped.length > 0 ? 2 : 1
  return (
    <ScrollRegion name={grid.title} wide="matrix">
      <table
        className="matrix"
        data-fits={grid.columns.length <= FITTING ? '' : undefined}
        data-by={rows === 1 ? '' : undefined}
      >
        <caption>
          <span>{grid.title}</span>
        </caption>
        <thead>
          <tr>
            <th scope="col" rowSpan={rows}>
              {grid.corner}
            </th>
            {headsOf(grid).map(({ group, columns: [first, ...others] }) =>
              group === '' ? (
                <th key={first.key} scope="col" rowSpan={rows} data-sum={first.key === SUM ? '' : undefined}>
                  {withBreaks(first.title)}
                </th>
              ) : (
                <th key={first.key} scope="colgroup" colSpan={others.length + 1}>
                  {group}
                </th>
              ),
            )}
          </tr>
          {rows === 2 && (
            <tr>
              {grouped.map(({ key, title }) => (
                <th key={key} scope="col">
                  {withBreaks(title)}
                </th>
              ))}
            </tr>
          )}
        </thead>
        <tbody>
          {grid.rows.map((row) => (
            <Row key={row.key} row={row} grid={grid} />
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  )
}

function Row({ row, grid }: { readonly row: Grid['rows'][number]; readonly grid: Grid }) {
  return (
    <tr>
      <th scope="row">
        {row.symbol !== '' && <b>{row.symbol} </b>}
        <span>{row.title}</span>{' '}
        <small>
          <i lang="zh-Hans">{row.titleZh}</i>
          {row.details.map((detail) => (
            <i key={detail}> {detail}</i>
          ))}
        </small>
      </th>
      {grid.columns.map(({ key, title }, at) => (
        <Cell key={key} column={title} shown={row.cells[at] ?? null} none={grid.none} />
      ))}
    </tr>
  )
}

function Cell({
  column,
  shown,
  none,
}: {
  readonly column: string
  readonly shown: ShownInExhibit | null
  readonly none: string
}) {
  if (shown === null) {
    return (
      <td className="na">
        <Glyph name="not-applicable" />
        <i>{none}</i>
      </td>
    )
  }
  return (
    <td data-s={shown.status}>
      <b>{`${asLead(column)} `}</b>
      <Glyph name={glyphOf(shown.status, shown.beforeEffect)} />
      <strong>{shown.word}</strong>
      {shown.details.map((detail) => (
        <small key={detail}> {detail}</small>
      ))}
    </td>
  )
}

type Column = Grid['columns'][number]
type Head = { readonly group: string; readonly columns: [Column, ...Column[]] }

/** Runs of neighbouring columns under one heading; a column of no group stands alone. */
function headsOf({ columns }: Grid): readonly Head[] {
  const heads: Head[] = []
  for (const column of columns) {
    const last = heads.at(-1)
    if (column.group !== '' && last?.group === column.group) last.columns.push(column)
    else heads.push({ group: column.group, columns: [column] })
  }
  return heads
}
