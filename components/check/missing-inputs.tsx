import { fieldOf, idOf } from '@/components/check/field-ids'
import { Section } from '@/components/ui/section'
import type { Checked } from '@/components/views/check-page'
import { say } from '@/lib/contract/words/catalogue'
import { inputsInWords } from '@/lib/contract/words/check-rule'
import type { Input } from '@/lib/ledger/check/answer'

/** What nobody has said and what could change the answer, each with the way to its field. */
export function MissingInputs({ checked: { answer } }: { readonly checked: Checked }) {
  const { missing, findings } = answer
  if (missing.length === 0) return null
  const count = (input: Input) => findings.filter((finding) => finding.missing.includes(input)).length
  return (
    <Section id="missing" title={say('check.missing.title')}>
      <p>{say('check.missing.lead')}</p>
      <ul className="lines">
        {missing.map((input) => (
          <li key={input}>
            <a className="tall-link" href={`#${idOf(fieldOf(input))}`}>
              {inputsInWords([input])}
            </a>{' '}
            <span className="soft">{say('check.missing.line', { count: count(input) })}</span>
          </li>
        ))}
      </ul>
    </Section>
  )
}
