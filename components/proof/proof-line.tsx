import type { ReactNode } from 'react'
import { LineCheck } from '@/components/check/line-check'
import { ActLinks } from '@/components/law/act-links'
import { Citations } from '@/components/marks/citations'
import { ClauseName } from '@/components/marks/clause-name'
import { EvidenceMark } from '@/components/marks/evidence-mark'
import { InstrumentLink } from '@/components/marks/instrument-link'
import { StatusMark } from '@/components/marks/status-mark'
import { LineDates } from '@/components/proof/line-dates'
import { English } from '@/components/ui/english'
import { Zh } from '@/components/ui/zh'
import type { ProofPage } from '@/components/views/proof-page'
import { say } from '@/lib/contract/words/catalogue'
import { bracketed, mark } from '@/lib/contract/words/list'
import { reachInWords } from '@/lib/contract/words/reach'
import { rulesOf } from '@/lib/ledger/proof'
import type { Line } from '@/lib/ledger/status'

/** One provision as it bears on the cell: what it says, its state and dates, the rules at work, where it was found. */
export function ProofLine({ line, page }: { readonly line: Line; readonly page: ProofPage }) {
  const { provision, instrument } = line
  const { coordinates } = page
  return (
    <li data-decisive={line.decisive ? '' : undefined}>
      <p className="line-head">
        <strong>
          <InstrumentLink at={coordinates} instrument={instrument} />
          {mark('comma')}
          <ClauseName clause={provision.clause} />
        </strong>
        {line.decisive && <span className="tag">{say('proof.decides')}</span>}
        <StatusMark status={line.gives} />
        <EvidenceMark evidence={provision.evidence} />
      </p>
      <p className="serif">
        <English>{provision.item}</English> {instrument.titleZh !== null && <Title zh={instrument.titleZh} />}
      </p>
      <LineDates line={line} on={coordinates.question.on} />
      <dl className="line-facts">
        <Term name={say('proof.effect.name')}>{reachInWords(provision)}</Term>
        <Mentioned name={say('proof.suspendedBy')} keys={line.suspendedBy} page={page} />
        <Mentioned name={say('proof.revivedFrom')} keys={line.revivedFrom} page={page} />
        <Mentioned name={say('proof.exemptedBy')} keys={line.exemptedBy} page={page} />
        {line.leansOn.length > 0 && (
          <Term name={say('proof.leansOn')}>{say('proof.leansOnCount', { count: line.leansOn.length })}</Term>
        )}
        {provision.hsCodes.length > 0 && (
          <Term name={say('proof.hs')}>
            <span className="code">{provision.hsCodes.join(', ')}</span>
            {bracketed(say(`proof.hsEvidence.${provision.hsEvidence}`))}
          </Term>
        )}
        {provision.conditions.length > 0 && (
          <Term name={say('proof.conditions')}>
            <English>{provision.conditions.join('; ')}</English>
          </Term>
        )}
        {provision.note !== null && (
          <Term name={say('proof.note')}>
            <English>{provision.note}</English>
          </Term>
        )}
        <Term name={say('proof.rules')}>{rulesOf(line, page.proof.answer).join(', ')}</Term>
        <Term name={say('proof.sources')}>
          <Citations at={coordinates} sources={page.sources} cited={provision.sources} />
        </Term>
      </dl>
      <LineCheck at={coordinates} provision={provision} />
    </li>
  )
}

function Title({ zh }: { readonly zh: string }) {
  return (
    <span className="small soft">
      <Zh>{zh}</Zh>
    </span>
  )
}

function Term({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  )
}

function Mentioned({
  name,
  keys,
  page,
}: {
  readonly name: string
  readonly keys: readonly string[]
  readonly page: ProofPage
}) {
  if (keys.length === 0) return null
  return (
    <Term name={name}>
      <ActLinks keys={keys} at={page.coordinates} instruments={page.instruments} />
    </Term>
  )
}
