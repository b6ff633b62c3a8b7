import { VerdictMark } from '@/components/claims/verdict-mark'
import { DayStamp } from '@/components/marks/day-stamp'
import { InstrumentLink } from '@/components/marks/instrument-link'
import { CellName } from '@/components/ui/cell-name'
import { ScrollRegion } from '@/components/ui/scroll-region'
import type { ClaimPage } from '@/components/views/claims-pages'
import { say } from '@/lib/contract/words/catalogue'
import { cellsInWords } from '@/lib/contract/words/claims-counts'
import { dayInWords } from '@/lib/contract/words/day'
import type { VerdictWord } from '@/lib/ledger/verdict'

/** How the verdict went on from the day it was said, and which instruments turned it. */
export function VerdictRunsTable({ page }: { readonly page: ClaimPage }) {
  const { runs, coordinates, instruments } = page
  const { on } = coordinates.question
  return (
    <ScrollRegion name={say('claims.page.nextRegion')}>
      <table className="plain records runs">
        <caption>{say('claims.page.nextCaption', { day: dayInWords(on) })}</caption>
        <thead>
          <tr>
            <th scope="col">{say('claims.page.nextFrom')}</th>
            <th scope="col">{say('claims.page.nextVerdict')}</th>
            <th scope="col">{say('claims.page.nextBy')}</th>
          </tr>
        </thead>
        <tbody>
          {runs.map(({ from, verdict, by }, at) => (
            <tr key={from}>
              <th scope="row">
                <DayStamp day={from} /> {from > on && <small>{say('claims.page.scheduled')}</small>}
              </th>
              <td>
                <CellName>{say('claims.page.nextVerdict')}</CellName>
                <span>
                  <VerdictMark word={verdict.word} /> <small>{cellsInWords(verdict)}</small>
                  {at === 0 && <ByThen page={page} word={verdict.word} />}
                </span>
              </td>
              <td>
                <CellName>{say('claims.page.nextBy')}</CellName>
                <ul className="inline-list">
                  {by.map((key) => (
                    <li key={key}>
                      {instruments[key] !== undefined && (
                        <InstrumentLink at={coordinates} instrument={instruments[key]} />
                      )}
                    </li>
                  ))}
                </ul>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  )
}

/** Of the first row, whose day has two answers where something was published since: what was known then said another. */
function ByThen({ page: { reading }, word }: { readonly page: ClaimPage; readonly word: VerdictWord }) {
  if (reading.whenSaid === null || reading.whenSaid.word === word) return null
  return <small>{say('claims.page.byThen', { word: say(`claims.verdict.${reading.whenSaid.word}`) })}</small>
}
