import { asLead } from '@/components/exhibit/table-shape'
import { glyphOf } from '@/components/marks/status-mark'
import { withBreaks } from '@/components/matrix/breaks'
import { Glyph } from '@/components/ui/glyph-sheet'
import { ScrollRegion } from '@/components/ui/scroll-region'
import type { ExhibitGrid as Grid, ShownInExhibit } from '@/lib/contract/exhibit'

/** As many columns fit a wide window, that of all forms among them; more scroll inside their region. */
const FITTING = 16

/** The matrix as it was frozen: a native table, and under 640 px a list for each row. */
export function ExhibitGrid({ grid }: { readonly grid: Grid }) {
  return (
    <ScrollRegion name={grid.title} wide="matrix">
      <table className="matrix" data-fits={grid.columns.length <= FITTING ? '' : undefined}>
        <caption>
          <span>{grid.title}</span>
        </caption>
        <thead>
          <tr>
            <th scope="col" rowSpan={2}>
              {grid.corner}
            </th>
            {groupsOf(grid).map(({ group, at, count }) => (
              <th key={at} scope="colgroup" colSpan={count}>
                {group}
              </th>
            ))}
          </tr>
          <tr>
            {grid.columns.map(({ key, title }) => (
              <th key={key} scope="col">
                {withBreaks(title)}
              </th>
            ))}
          </tr>
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

/** Runs of neighbouring columns under one heading. */
function groupsOf({ columns }: Grid): readonly { group: string; at: string; count: number }[] {
  const runs: { group: string; at: string; count: number }[] = []
  for (const { group, key } of columns) {
    const last = runs.at(-1)
    if (last?.group === group) last.count += 1
    else runs.push({ group, at: key, count: 1 })
  }
  return runs
}
