import { lineLink } from '@/components/check/line-link'
import { UncodedLines } from '@/components/check/uncoded-lines'
import { ClauseName } from '@/components/marks/clause-name'
import { InstrumentLink } from '@/components/marks/instrument-link'
import { English } from '@/components/ui/english'
import { ScrollRegion } from '@/components/ui/scroll-region'
import { Section } from '@/components/ui/section'
import type { Checked, CheckPage } from '@/components/views/check-page'
import { say } from '@/lib/contract/words/catalogue'
import type { Candidate } from '@/lib/ledger/check/answer'

const COLUMNS = ['line', 'goods', 'codes', 'evidence', 'match'] as const

/** Every line that a code may mean: the code names candidates and decides nothing. */
export function CandidateTable({ checked: { page, answer } }: { readonly checked: Checked }) {
  const goods = page.product?.goods
  if (goods?.by !== 'code') return null
  const { candidates } = answer
  return (
    <Section id="candidates" title={say('check.candidates.title')}>
      <p>{say('check.candidates.lead')}</p>
      {candidates.length === 0 ? (
        <p>{say('check.candidates.none', { code: goods.code })}</p>
      ) : (
        <ScrollRegion name={say('shell.table', { name: say('check.candidates.title') })}>
          <table className="plain candidates">
            <thead>
              <tr>
                {COLUMNS.map((column) => (
                  <th key={column} scope="col">
                    {say(`check.candidates.${column}`)}
                  </th>
                ))}
                <th scope="col">
                  <span className="hidden-text">{say('check.finding.checkLine')}</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {candidates.map((candidate) => (
                <Row key={candidate.provision.key} candidate={candidate} page={page} />
              ))}
            </tbody>
          </table>
        </ScrollRegion>
      )}
      <UncodedLines page={page} />
    </Section>
  )
}

function Row({ candidate, page }: { readonly candidate: Candidate; readonly page: CheckPage }) {
  const { provision, codes, match } = candidate
  const instrument = page.instruments[provision.instrument]
  const line = lineLink(page.coordinates, provision)
  return (
    <tr>
      <th scope="row">
        {instrument !== undefined && <InstrumentLink at={page.coordinates} instrument={instrument} />}{' '}
        <ClauseName clause={provision.clause} />
      </th>
      <td>
        <English>{provision.item}</English>
      </td>
      <td className="code">{codes.join(' ')}</td>
      <td>{say(`proof.hsEvidence.${isTariff(candidate) ? provision.hsEvidence : 'printed'}`)}</td>
      <td>{say(`check.rule.match.${match}`)}</td>
      <td>
        {line !== null && (
          <a href={line}>
            {say('check.finding.checkLine')}
            <span className="hidden-text">
              {' '}
              <ClauseName clause={provision.clause} />
            </span>
          </a>
        )}
      </td>
    </tr>
  )
}

/** The code of an item is printed as its clause; a customs code may have been inferred. */
function isTariff({ provision, codes }: Candidate): boolean {
  return codes.some((code) => provision.hsCodes.includes(code))
}
