import { DoesMark } from '@/components/law/does-mark'
import { LooseStamp } from '@/components/marks/day-stamp'
import { linkTo } from '@/components/marks/link-to'
import { PageShell } from '@/components/shell/page-shell'
import { CellName } from '@/components/ui/cell-name'
import { ScrollRegion } from '@/components/ui/scroll-region'
import type { RegimeEntry, RegimesPage } from '@/components/views/law-pages'
import type { Coordinates } from '@/lib/contract/address'
import { nameOfCountry } from '@/lib/contract/countries'
import { say } from '@/lib/contract/words/catalogue'
import { dayInWords } from '@/lib/contract/words/day'
import { askedInWords } from '@/lib/contract/words/matrix'
import { regimeName, regimeTitle } from '@/lib/contract/words/regime'

const COLUMNS = ['name', 'jurisdiction', 'since', 'does', 'materials', 'instruments'] as const

/** Every regime in the record's order, with what it does on the asked day. */
export function RegimesView(page: RegimesPage) {
  const { coordinates, regimes } = page
  const day = dayInWords(coordinates.question.on)
  return (
    <PageShell frame={page}>
      <h1>{say('pages.regimes.title')}</h1>
      <p className="lede">{say('pages.regimes.lead')}</p>
      <p className="soft">{askedInWords(coordinates)}</p>
      <ScrollRegion name={say('law.regimes.region')}>
        <table className="plain records regimes">
          <caption>{say('law.regimes.caption', { count: regimes.length, day })}</caption>
          <thead>
            <tr>
              {COLUMNS.map((column) => (
                <th key={column} scope="col">
                  {say(`law.regimes.${column}`, { day })}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {regimes.map((entry) => (
              <Row key={entry.regime.key} entry={entry} at={coordinates} />
            ))}
          </tbody>
        </table>
      </ScrollRegion>
    </PageShell>
  )
}

function Row({ entry, at }: { readonly entry: RegimeEntry; readonly at: Coordinates }) {
  const { regime, rollup, materials, instruments } = entry
  return (
    <tr>
      <th scope="row">
        <a href={linkTo(at, { name: 'regime', key: regime.key })}>{regimeName(regime)}</a>
        <span className="title serif">{regimeTitle(regime)}</span>
      </th>
      <td>
        <CellName>{say('law.regimes.jurisdiction')}</CellName>
        {nameOfCountry(regime.jurisdiction)}
      </td>
      <td>
        <CellName>{say('law.regimes.since')}</CellName>
        <LooseStamp when={regime.startsOn} />
      </td>
      <td>
        <CellName>{say('law.regimes.does', { day: dayInWords(at.question.on) })}</CellName>
        <DoesMark rollup={rollup} />
      </td>
      <td>
        <CellName>{say('law.regimes.materials')}</CellName>
        {materials}
      </td>
      <td>
        <CellName>{say('law.regimes.instruments')}</CellName>
        {instruments.length}
      </td>
    </tr>
  )
}
