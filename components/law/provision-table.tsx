import { HistoryLink } from '@/components/history/history-link'
import { ActLinks } from '@/components/law/act-links'
import { SourceRefs } from '@/components/law/numbered-sources'
import { ProvisionGoods } from '@/components/law/provision-goods'
import { ProvisionReach } from '@/components/law/provision-reach'
import type { SourceNumbers } from '@/components/law/source-numbers'
import { ClauseName } from '@/components/marks/clause-name'
import { EvidenceMark } from '@/components/marks/evidence-mark'
import { StateMark } from '@/components/marks/state-mark'
import { CellName } from '@/components/ui/cell-name'
import { inEnglish } from '@/components/ui/english'
import { ScrollRegion } from '@/components/ui/scroll-region'
import type { InstrumentPage } from '@/components/views/law-pages'
import { say } from '@/lib/contract/words/catalogue'
import { dayInWords } from '@/lib/contract/words/day'
import { instrumentName } from '@/lib/contract/words/instrument'
import { printed, stateSpan } from '@/lib/contract/words/line'
import { mark } from '@/lib/contract/words/list'
import type { Standing } from '@/lib/ledger/standing'

const COLUMNS = ['clause', 'covers', 'state', 'dates', 'reach', 'grounds'] as const

/** Every provision of an instrument as a row that its key leads to: `#cn-2025-57-1c912-a`. */
export function ProvisionTable({ page, numbers }: { readonly page: InstrumentPage; readonly numbers: SourceNumbers }) {
  const { coordinates, instrument, provisions } = page
  const day = dayInWords(coordinates.question.on)
  return (
    <ScrollRegion name={say('law.provisions.region')}>
      <table className="plain records provisions">
        <caption>
          {say('law.provisions.caption', { count: provisions.length, name: instrumentName(instrument), day })}
        </caption>
        <thead>
          <tr>
            {COLUMNS.map((column) => (
              <th key={column} scope="col">
                {say(`law.provisions.${column}`, { day })}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {provisions.map((standing) => (
            <Row key={standing.provision.key} standing={standing} page={page} numbers={numbers} />
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  )
}

type RowProps = { readonly standing: Standing; readonly page: InstrumentPage; readonly numbers: SourceNumbers }

function Row({ standing, page, numbers }: RowProps) {
  const { provision } = standing
  const day = dayInWords(page.coordinates.question.on)
  return (
    <tr id={provision.key}>
      <th scope="row">
        <ClauseName clause={provision.clause} />
        <span className="title">{say(`proof.effect.${provision.effect}`)}</span>
        {provision.inPrinciple && <span className="title">{say('proof.inPrinciple')}</span>}
      </th>
      <td>
        <CellName>{say('law.provisions.covers')}</CellName>
        <ProvisionGoods provision={provision} page={page} />
      </td>
      <td>
        <CellName>{say('law.provisions.state', { day })}</CellName>
        <State standing={standing} page={page} />
      </td>
      <td>
        <CellName>{say('law.provisions.dates')}</CellName>
        <p>{printed(provision)}</p>
        {provision.lastDayReading === 'assumed-inclusive' && <p className="soft">{say('proof.assumed')}</p>}
      </td>
      <td>
        <CellName>{say('law.provisions.reach')}</CellName>
        <ProvisionReach provision={provision} page={page} />
      </td>
      <td>
        <CellName>{say('law.provisions.grounds')}</CellName>
        <p>
          <EvidenceMark evidence={provision.evidence} />
          <span className="soft">
            {mark('comma')}
            {say(`status.confidence.${provision.confidence}`)}
          </span>
        </p>
        {provision.note !== null && <p {...inEnglish()}>{provision.note}</p>}
        <p className="soft">
          {say('law.provisions.sources')}{' '}
          <SourceRefs cited={provision.sources} numbers={numbers} usual={page.instrument.sources} />
        </p>
        <p className="screen">
          <HistoryLink kind="provision" record={provision.key} name={provision.clause} at={page.coordinates} />
        </p>
      </td>
    </tr>
  )
}

function State({ standing, page }: Pick<RowProps, 'standing' | 'page'>) {
  const { state, applied, revivedFrom, suspendedBy } = standing
  const { coordinates, instruments } = page
  const span = stateSpan(standing)
  return (
    <>
      <p>
        <StateMark state={state} applied={applied} firm={revivedFrom.length === 0} />
      </p>
      {span !== '' && <p className="soft">{span}</p>}
      {suspendedBy.length > 0 && (
        <p>
          {say('proof.suspendedBy')}
          {mark('space')}
          <ActLinks keys={suspendedBy} at={coordinates} instruments={instruments} />
        </p>
      )}
      {revivedFrom.length > 0 && (
        <p>
          {say('proof.revivedFrom')}
          {mark('colon')}
          <ActLinks keys={revivedFrom} at={coordinates} instruments={instruments} />
        </p>
      )}
      {!applied && state === 'suspended' && <p className="soft">{say('proof.beforeEffect')}</p>}
    </>
  )
}
