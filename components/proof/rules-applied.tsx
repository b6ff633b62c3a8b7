import { say } from '@/lib/contract/words/catalogue'
import { rulesApplied } from '@/lib/contract/words/rules'
import type { RuleNumber } from '@/lib/ledger/proof'
import type { CellAnswer } from '@/lib/ledger/status'

/** The rules that the lines of this answer lean on, each in one sentence. */
export function RulesApplied({ answer }: { readonly answer: CellAnswer }) {
  const applied = rulesApplied(answer)
  if (applied.length === 0) return null
  return (
    <>
      <h3>{say('proof.rules')}</h3>
      <RuleList rules={applied} />
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
