import { linkTo } from '@/components/marks/link-to'
import type { Coordinates } from '@/lib/contract/address'
import { say } from '@/lib/contract/words/catalogue'
import { noteOfPoint } from '@/lib/contract/words/series'
import type { Indicator } from '@/lib/ledger/testimony'

const NUMBER = new Intl.NumberFormat('en')

/** A measured series as its table: practice beside the law. */
export function SeriesTable({ indicator, at }: { readonly indicator: Indicator; readonly at: Coordinates }) {
  return (
    <details className="series">
      <summary>
        {indicator.title} <span className="soft">{`${indicator.unit}, ${indicator.geography}`}</span>
      </summary>
      <table className="plain">
        <thead>
          <tr>
            <th scope="col">{say('pages.material.period')}</th>
            <th scope="col" className="num">
              {say('pages.material.value')}
            </th>
            <th scope="col">{say('proof.note')}</th>
          </tr>
        </thead>
        <tbody>
          {indicator.points.map((point) => (
            <tr key={`${point.period} ${point.value} ${point.source}`}>
              <th scope="row">{point.period}</th>
              <td className="num">{NUMBER.format(point.value)}</td>
              <td>
                {noteOfPoint(point)}{' '}
                <a href={linkTo(at, { name: 'source', key: point.source })}>{say('pages.sources.source')}</a>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {indicator.notes !== null && <p className="small soft">{indicator.notes}</p>}
    </details>
  )
}
