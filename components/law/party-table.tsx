import { HistoryLink } from '@/components/history/history-link'
import { SourceRefs } from '@/components/law/numbered-sources'
import type { SourceNumbers } from '@/components/law/source-numbers'
import { DayStamp } from '@/components/marks/day-stamp'
import { linkAskingMatrix } from '@/components/marks/link-to'
import { CellName } from '@/components/ui/cell-name'
import { ScrollRegion } from '@/components/ui/scroll-region'
import type { InstrumentPage } from '@/components/views/law-pages'
import { nameOfCountry } from '@/lib/contract/countries'
import { say } from '@/lib/contract/words/catalogue'
import { instrumentName } from '@/lib/contract/words/instrument'
import { bothNames } from '@/lib/contract/words/names'
import { previousDay } from '@/lib/ledger/interval'
import type { Party } from '@/lib/ledger/record'

const COLUMNS = ['name', 'country', 'list', 'listedOn', 'delistedOn', 'sources'] as const

/** The parties that an instrument names; each name asks the matrix what is open to that party on the asked day. */
export function PartyTable({ page, numbers }: { readonly page: InstrumentPage; readonly numbers: SourceNumbers }) {
  const { parties, instrument } = page
  return (
    <ScrollRegion name={say('law.parties.region')}>
      <table className="plain records parties">
        <caption>{say('law.parties.caption', { count: parties.length, name: instrumentName(instrument) })}</caption>
        <thead>
          <tr>
            {COLUMNS.map((column) => (
              <th key={column} scope="col">
                {say(`law.parties.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {parties.map((party) => (
            <Row key={party.key} party={party} page={page} numbers={numbers} />
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  )
}

function Row({
  party,
  page,
  numbers,
}: {
  readonly party: Party
  readonly page: InstrumentPage
  readonly numbers: SourceNumbers
}) {
  const { own, other } = bothNames(party)
  return (
    <tr id={`party-${party.key}`}>
      <th scope="row">
        <a href={linkAskingMatrix(page.coordinates, { party: party.key })}>
          <span lang={own.lang}>{own.text}</span>
        </a>
        {other !== null && (
          <span className="title" lang={other.lang}>
            {other.text}
          </span>
        )}
      </th>
      <td>
        <CellName>{say('law.parties.country')}</CellName>
        {party.country === null ? say('law.parties.noCountry') : nameOfCountry(party.country)}
      </td>
      <td>
        <CellName>{say('law.parties.list')}</CellName>
        {say(`law.parties.lists.${party.list}`)}
      </td>
      <td>
        <CellName>{say('law.parties.listedOn')}</CellName>
        <DayStamp day={party.listedOn} short />
      </td>
      <td>
        <CellName>{say('law.parties.delistedOn')}</CellName>
        {party.delistedOn === null ? (
          <span className="soft">{say('law.parties.still')}</span>
        ) : (
          <DayStamp day={previousDay(party.delistedOn)} short />
        )}
      </td>
      <td>
        <CellName>{say('law.parties.sources')}</CellName>
        <SourceRefs cited={party.sources} numbers={numbers} />{' '}
        <HistoryLink kind="party" record={party.key} name={own.text} at={page.coordinates} />
      </td>
    </tr>
  )
}
