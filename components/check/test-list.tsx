import { inEnglish } from '@/components/ui/english'
import type { Checked } from '@/components/views/check-page'
import { say } from '@/lib/contract/words/catalogue'
import { testInWords } from '@/lib/contract/words/check-rule'
import type { Finding, Test } from '@/lib/ledger/check/answer'

/** Each test of a rule with its answer in a word, and why. */
export function TestList({
  finding,
  tests = finding.tests,
  checked,
}: {
  readonly finding: Finding
  readonly tests?: readonly Test[]
  readonly checked: Checked
}) {
  return (
    <ul className="check-tests" aria-label={say('check.finding.tests')}>
      {tests.map((test) => (
        <li key={test.test} data-truth={test.truth}>
          <span className="tag">{say(`check.rule.truth.${test.truth}`)}</span>{' '}
          <span {...(quotesItem(test, finding) ? inEnglish() : {})}>{testInWords(test, finding, checked.said)}</span>
        </li>
      ))}
    </ul>
  )
}

/** The sentence about named goods names them as the record does, in English. */
function quotesItem({ test }: Test, { provision }: Finding): boolean {
  return test === 'coverage' && provision.coverage === 'named'
}
