import { linkTo } from '@/components/marks/link-to'
import { English, inEnglish } from '@/components/ui/english'
import type { Coordinates } from '@/lib/contract/address'
import { say } from '@/lib/contract/words/catalogue'
import { numberInWords } from '@/lib/contract/words/number'
import { noteOfPoint } from '@/lib/contract/words/series'
import type { Indicator } from '@/lib/ledger/testimony'

/** A measured series as its table: practice beside the law. */
export function SeriesTable({ indicator, at }: { readonly indicator: Indicator; readonly at: Coordinates }) {
  return (
    <details className="series">
      <summary>
        <English>
          {indicator.title} <span className="soft">{`${indicator.unit}, ${indicator.geography}`}</span>
        </English>
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
              <td className="num">{numberInWords(point.value)}</td>
              <td>
                <English>{noteOfPoint(point)}</English>{' '}
                <a href={linkTo(at, { name: 'source', key: point.source })}>{say('pages.sources.source')}</a>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {indicator.notes !== null && (
        <p className="small soft" {...inEnglish()}>
          {indicator.notes}
        </p>
      )}
    </details>
  )
}
