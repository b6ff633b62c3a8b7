import { linkTo } from '@/components/marks/link-to'
import { SourceTitle } from '@/components/marks/source-title'
import { English } from '@/components/ui/english'
import { Runs } from '@/components/ui/runs'
import type { Mentions } from '@/components/views/frame'
import type { Coordinates } from '@/lib/contract/address'
import { say } from '@/lib/contract/words/catalogue'
import { numberInWords } from '@/lib/contract/words/number'
import { periodInWords } from '@/lib/contract/words/series'
import type { Observed } from '@/lib/ledger/series/observed'

/** Every point of a series as it was reported: what its chart draws, for reading. */
export function PointsTable({
  series: { indicator, points },
  at,
  sources,
}: {
  readonly series: Observed
  readonly at: Coordinates
  readonly sources: Mentions['sources']
}) {
  const numbers = [say('pages.material.value'), say('evidence.column.low'), say('evidence.column.high')]
  return (
    <table className="plain points">
      <caption className="hidden-text">
        <Runs text={say('evidence.pointsOf', { title: indicator.title })} />
      </caption>
      <thead>
        <tr>
          <th scope="col">{say('pages.material.period')}</th>
          {numbers.map((title) => (
            <th key={title} scope="col" className="num">
              {title}
            </th>
          ))}
          <th scope="col">{say('evidence.column.estimated')}</th>
          <th scope="col">{say('proof.note')}</th>
          <th scope="col">{say('evidence.column.source')}</th>
        </tr>
      </thead>
      <tbody>
        {points.map(({ period, value, low, high, estimated, note, source }) => (
          <tr key={`${period} ${source}`}>
            <th scope="row">{periodInWords(period)}</th>
            <td className="num">{numberInWords(value)}</td>
            <td className="num">{low === null ? '' : numberInWords(low)}</td>
            <td className="num">{high === null ? '' : numberInWords(high)}</td>
            <td>{say(estimated ? 'evidence.estimated' : 'evidence.stated')}</td>
            <td>
              <English>{note}</English>
            </td>
            <td>
              <a href={linkTo(at, { name: 'source', key: source })}>
                {sources[source] === undefined ? source : <SourceTitle source={sources[source]} />}
              </a>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
