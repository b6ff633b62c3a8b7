import { TestList } from '@/components/check/test-list'
import { ClauseName } from '@/components/marks/clause-name'
import { InstrumentLink } from '@/components/marks/instrument-link'
import { English } from '@/components/ui/english'
import { ScrollRegion } from '@/components/ui/scroll-region'
import type { Checked } from '@/components/views/check-page'
import { say } from '@/lib/contract/words/catalogue'
import type { Finding } from '@/lib/ledger/check/answer'

/** Rules that do not bite, one to a row, each with the tests that say so. */
export function FindingRows({
  findings,
  checked,
}: {
  readonly findings: readonly Finding[]
  readonly checked: Checked
}) {
  return (
    <ScrollRegion name={say('check.finding.region')}>
      <table className="plain">
        <thead>
          <tr>
            <th scope="col">{say('check.finding.rule')}</th>
            <th scope="col">{say('check.candidates.goods')}</th>
            <th scope="col">{say('check.finding.effect')}</th>
            <th scope="col">{say('check.finding.why')}</th>
          </tr>
        </thead>
        <tbody>
          {findings.map((finding) => (
            <tr key={finding.provision.key}>
              <th scope="row">
                <InstrumentLink at={checked.page.coordinates} instrument={finding.instrument} />{' '}
                <ClauseName clause={finding.provision.clause} />
              </th>
              <td>
                <English>{finding.provision.item}</English>
              </td>
              <td>{say(`check.rule.effect.${finding.effect}`)}</td>
              <td>
                <TestList finding={finding} tests={against(finding)} checked={checked} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  )
}

/** The tests that say no; else those that nobody can answer. */
function against({ tests }: Finding): Finding['tests'] {
  const no = tests.filter(({ truth }) => truth === 'no')
  return no.length > 0 ? no : tests.filter(({ truth }) => truth === 'unknown')
}
