import { say } from '@/lib/contract/words/catalogue'
import type { RuleNumber } from '@/lib/ledger/proof'
import { rulesOf } from '@/lib/ledger/proof'
import type { CellAnswer } from '@/lib/ledger/status'

/** Every rule of the specification, in its order. */
export const RULES: readonly RuleNumber[] = [
  'R1',
  'R2',
  'R3',
  'R4',
  'R5',
  'R6',
  'R7',
  'R8',
  'R9',
  'R10',
  'R11',
  'R12',
  'R13',
]

/** The rules that the lines of this answer lean on, each in one sentence. */
export function RulesApplied({ answer }: { readonly answer: CellAnswer }) {
  const applied = new Set(answer.lines.flatMap((line) => rulesOf(line, answer)))
  if (applied.size === 0) return null
  return (
    <>
      <h3>{say('proof.rules')}</h3>
      <RuleList rules={RULES.filter((rule) => applied.has(rule))} />
    </>
  )
}

/** Rules by number, in words. */
export function RuleList({ rules }: { readonly rules: readonly RuleNumber[] }) {
  return (
    <dl className="rules">
      {rules.map((rule) => (
        <div key={rule}>
          <dt className="code">{rule}</dt>
          <dd>{say(`proof.rule.${rule}`)}</dd>
        </div>
      ))}
    </dl>
  )
}
