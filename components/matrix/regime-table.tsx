import { linkTo } from '@/components/marks/link-to'
import { Caption } from '@/components/matrix/caption'
import { RollupCell, RollupWords } from '@/components/matrix/rollup-cell'
import { RowHead } from '@/components/matrix/row-head'
import { Glyph } from '@/components/ui/glyph-sheet'
import type { MatrixPage } from '@/components/views/matrix-page'
import type { Coordinates } from '@/lib/contract/address'
import { say } from '@/lib/contract/words/catalogue'
import { mark } from '@/lib/contract/words/list'
import { regimeName } from '@/lib/contract/words/regime'
import type { Regime } from '@/lib/ledger/record'
import type { Rollup } from '@/lib/ledger/rollup'

/** As many regime columns fit a window of 90rem; more scroll inside their region. */
const FITTING = 11

/** Materials by regimes: what each regime, taken alone, does to the material; all of them together come last. */
export function RegimeTable({ page }: { readonly page: MatrixPage }) {
  const { matrix, coordinates } = page
  return (
    <table
      className="matrix"
      id="matrix"
      data-by="regime"
      data-fits={matrix.regimes.length <= FITTING ? '' : undefined}
    >
      <Caption page={page} />
      <thead>
        <tr>
          <th scope="col">{say('matrix.head.material')}</th>
          {matrix.regimes.map((regime) => (
            <th key={regime.key} scope="col">
              <a href={linkTo(coordinates, { name: 'regime', key: regime.key })}>{regimeName(regime)}</a>
            </th>
          ))}
          <th scope="col" data-sum="">
            {say('matrix.head.open')}
          </th>
        </tr>
      </thead>
      <tbody>
        {matrix.rows.map((row) => (
          <tr key={row.material.key} data-k={row.material.key} data-g={row.material.group ?? 'none'}>
            <RowHead material={row.material} elsewhere={row.elsewhere} at={coordinates} />
            {matrix.regimes.map((regime, index) => (
              <RegimeCell
                key={regime.key}
                regime={regime}
                rollup={row.regimes[index]?.rollup ?? null}
                at={coordinates}
              />
            ))}
            <RollupCell rollup={row.rollup} material={row.material.key} at={coordinates} />
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** One cell: what the regime alone does to the material. The whole cell is the link to the regime. */
function RegimeCell({
  regime,
  rollup,
  at,
}: {
  readonly regime: Regime
  readonly rollup: Rollup | null
  readonly at: Coordinates
}) {
  if (rollup === null) {
    return (
      <td className="na">
        <Glyph name="not-applicable" />
        <i>{say('matrix.cell.silent')}</i>
      </td>
    )
  }
  return (
    <td data-s={rollup.status}>
      <a href={linkTo(at, { name: 'regime', key: regime.key })}>
        <b>{`${regimeName(regime)}${mark('colon')}`}</b>
        <RollupWords rollup={rollup} />
      </a>
    </td>
  )
}
