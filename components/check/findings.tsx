import { FindingItem } from '@/components/check/finding-item'
import { FindingRows } from '@/components/check/finding-rows'
import { Section } from '@/components/ui/section'
import type { Checked } from '@/components/views/check-page'
import { say } from '@/lib/contract/words/catalogue'
import type { Verdict } from '@/lib/ledger/check/answer'
import { VERDICTS } from '@/lib/ledger/check/answer'

/** What does not bite is folded, and told in rows. */
const FOLDED: ReadonlySet<Verdict> = new Set(['does-not-reach', 'ended', 'not-issued'])

/** Every rule and what becomes of it, in groups: what bites, what is paused, what is to come, what cannot be told, the rest. */
export function Findings({ checked }: { readonly checked: Checked }) {
  const groups = VERDICTS.map((verdict) => ({
    verdict,
    findings: checked.answer.findings.filter((finding) => finding.verdict === verdict),
  }))
  return groups
    .filter(({ findings }) => findings.length > 0)
    .map(({ verdict, findings }) => (
      <Section
        key={verdict}
        id={`verdict-${verdict}`}
        title={say('check.finding.group', { verdict: say(`check.verdict.${verdict}`), count: findings.length })}
      >
        <p className="soft">{say(`check.verdictLead.${verdict}`)}</p>
        {FOLDED.has(verdict) ? (
          <details className="check-folded">
            <summary>{say('check.finding.show', { count: findings.length })}</summary>
            <FindingRows findings={findings} checked={checked} />
          </details>
        ) : (
          <ol className="check-findings">
            {findings.map((finding) => (
              <FindingItem key={finding.provision.key} finding={finding} checked={checked} />
            ))}
          </ol>
        )}
      </Section>
    ))
}
