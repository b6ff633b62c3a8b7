import { ClauseName } from '@/components/marks/clause-name'
import { EvidenceMark } from '@/components/marks/evidence-mark'
import { InstrumentLink } from '@/components/marks/instrument-link'
import { English } from '@/components/ui/english'
import { ScrollRegion } from '@/components/ui/scroll-region'
import type { Named } from '@/components/views/frame'
import type { Coordinates } from '@/lib/contract/address'
import { say } from '@/lib/contract/words/catalogue'
import { printed, stateSpan } from '@/lib/contract/words/line'
import { mark } from '@/lib/contract/words/list'
import { reachInWords } from '@/lib/contract/words/reach'
import type { Instrument } from '@/lib/ledger/record'
import type { Standing } from '@/lib/ledger/standing'

/** Lines with their state on the asked day. `instruments` is given where the lines belong to more than one. */
export function StandingTable({
  name,
  standings,
  at,
  instruments,
}: {
  readonly name: string
  readonly standings: readonly Standing[]
  readonly at: Coordinates
  readonly instruments?: Named<Instrument>
}) {
  return (
    <ScrollRegion name={name}>
      <table className="plain standing">
        <thead>
          <tr>
            <th scope="col">{say('pages.material.line')}</th>
            <th scope="col">{say('pages.material.covers')}</th>
            <th scope="col">{say('pages.material.state')}</th>
            <th scope="col">{say('pages.material.codes')}</th>
            <th scope="col">{say('pages.material.evidence')}</th>
          </tr>
        </thead>
        <tbody>
          {standings.map((standing) => (
            <StandingRow
              key={standing.provision.key}
              standing={standing}
              at={at}
              instrument={instruments?.[standing.provision.instrument]}
            />
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  )
}

function StandingRow({
  standing,
  at,
  instrument,
}: {
  readonly standing: Standing
  readonly at: Coordinates
  readonly instrument: Instrument | undefined
}) {
  const { provision } = standing
  const firm = standing.revivedFrom.length === 0
  return (
    <tr id={provision.key}>
      <th scope="row">
        <ClauseName clause={provision.clause} />
        {instrument !== undefined && (
          <span className="small soft">
            <br />
            <InstrumentLink at={at} instrument={instrument} />
          </span>
        )}
      </th>
      <td>
        <English>{provision.item}</English>
        <br />
        <span className="soft">{reachInWords(provision)}</span>
        {provision.note !== null && (
          <span className="soft">
            {mark('stop')} <English>{provision.note}</English>
          </span>
        )}
      </td>
      <td>
        <strong>{firm ? say(`status.state.${standing.state}`) : say('timeline.notVerified')}</strong>
        {stateSpan(standing) !== '' && <span className="soft">{` ${stateSpan(standing)}`}</span>}
        <br />
        <span className="soft">{`${say('proof.text')}${mark('colon')}${printed(provision)}`}</span>
      </td>
      <td>
        {provision.hsCodes.length > 0 && (
          <>
            <span className="code">{provision.hsCodes.join(', ')}</span>{' '}
            <span className="soft">{say(`proof.hsEvidence.${provision.hsEvidence}`)}</span>
          </>
        )}
      </td>
      <td>
        <EvidenceMark evidence={provision.evidence} />
      </td>
    </tr>
  )
}
