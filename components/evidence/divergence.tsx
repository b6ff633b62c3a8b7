import { say } from '@/lib/contract/words/catalogue'
import { divergenceInWords, outcomeInWords, shareOf, thresholdsInWords } from '@/lib/contract/words/divergence'
import { amountInWords, periodInWords } from '@/lib/contract/words/series'
import type { Observed } from '@/lib/ledger/series/observed'

/** Whether shipments go against the law: the measure, every period held against it, and the thresholds. */
export function DivergenceTold({ series }: { readonly series: Observed }) {
  const { divergence, indicator } = series
  return (
    <>
      {divergenceInWords(series).map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
      {divergence.read && divergence.readings.length > 0 && (
        <table className="plain readings">
          <thead>
            <tr>
              <th scope="col">{say('pages.material.period')}</th>
              <th scope="col" className="num">
                {say('pages.material.value')}
              </th>
              <th scope="col" className="num">
                {say('evidence.column.share')}
              </th>
              <th scope="col">{say('evidence.column.outcome')}</th>
            </tr>
          </thead>
          <tbody>
            {divergence.readings.map((reading) => (
              <tr key={reading.point.period} data-flag={reading.outcome}>
                <th scope="row">{periodInWords(reading.point.period)}</th>
                <td className="num">{amountInWords(reading.point.value, indicator.unit)}</td>
                <td className="num">{shareOf(reading)}</td>
                <td>{outcomeInWords(reading)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <p className="small soft">{say('evidence.divergence.meaning')}</p>
      <p className="small soft">{thresholdsInWords()}</p>
    </>
  )
}
