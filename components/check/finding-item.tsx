import type { ReactNode } from 'react'
import { LineCheck } from '@/components/check/line-check'
import { OpenQuestions } from '@/components/check/open-questions'
import { TestList } from '@/components/check/test-list'
import { Citations } from '@/components/marks/citations'
import { ClauseName } from '@/components/marks/clause-name'
import { EvidenceMark } from '@/components/marks/evidence-mark'
import { InstrumentLink } from '@/components/marks/instrument-link'
import { StatusMark } from '@/components/marks/status-mark'
import { English } from '@/components/ui/english'
import type { Checked, CheckPage } from '@/components/views/check-page'
import { say } from '@/lib/contract/words/catalogue'
import { findingInWords } from '@/lib/contract/words/check-rule'
import { instrumentBehind, instrumentName } from '@/lib/contract/words/instrument'
import { listed, mark, sentences } from '@/lib/contract/words/list'
import type { Finding } from '@/lib/ledger/check/answer'

type Props = { readonly finding: Finding; readonly checked: Checked }

/** One rule: what it does, its dates, each test, what only the text can decide, and where it was found. */
export function FindingItem({ finding, checked }: Props) {
  const { provision, instrument, effect } = finding
  const { page } = checked
  return (
    <li>
      <p className="line-head">
        <strong>
          <InstrumentLink at={page.coordinates} instrument={instrument} />
          {mark('comma')}
          <ClauseName clause={provision.clause} />
        </strong>
        <StatusMark status={effect} />
        <EvidenceMark evidence={provision.evidence} />
      </p>
      <p className="serif">
        <English>{provision.item}</English>
      </p>
      <p>{sentences(findingInWords(finding), finding.beforeEffect ? say('check.finding.neverApplied') : null)}</p>
      <Foldable folded={finding.verdict !== 'bites' && finding.verdict !== 'unverified'}>
        <TestList finding={finding} checked={checked} />
        <Particulars finding={finding} page={page} />
      </Foldable>
      <LineCheck at={page.coordinates} provision={provision} />
    </li>
  )
}

/** What bites is told whole; of the rest, what decides is told first, and all of it is there. */
function Foldable({ folded, children }: { readonly folded: boolean; readonly children: ReactNode }) {
  if (!folded) return children
  return (
    <details className="check-folded">
      <summary>{say('check.finding.particulars')}</summary>
      {children}
    </details>
  )
}

function Particulars({ finding, page }: { readonly finding: Finding; readonly page: CheckPage }) {
  const { provision } = finding
  return (
    <dl className="line-facts">
      <Acts name="suspendedBy" keys={finding.suspendedBy} page={page} />
      <Acts name="revivedFrom" keys={finding.revivedFrom} page={page} />
      {provision.conditions.length > 0 && (
        <Term name={say('check.rule.conditionsHead')}>
          <ul className="plain-list">
            {provision.conditions.map((condition) => (
              <li key={condition}>
                <English>{condition}</English>
              </li>
            ))}
          </ul>
        </Term>
      )}
      {provision.note !== null && (
        <Term name={say('proof.note')}>
          <English>{provision.note}</English>
        </Term>
      )}
      {finding.disputes.length > 0 && (
        <Term name={say('proof.disputes.title')}>
          <OpenQuestions questions={finding.disputes} />
        </Term>
      )}
      <Term name={say('proof.sources')}>
        <Citations at={page.coordinates} sources={page.sources} cited={provision.sources} />
      </Term>
    </dl>
  )
}

function Acts({
  name,
  keys,
  page,
}: {
  readonly name: 'suspendedBy' | 'revivedFrom'
  readonly keys: readonly string[]
  readonly page: CheckPage
}) {
  if (keys.length === 0) return null
  const names = keys.map((key) => instrumentBehind(page.instruments, key)).filter((one) => one !== null)
  return (
    <Term name={say(`check.finding.${name}`)}>
      {listed([...new Set(names.map((instrument) => instrumentName(instrument)))])}
    </Term>
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
