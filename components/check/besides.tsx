import { FindingItem } from '@/components/check/finding-item'
import { Section } from '@/components/ui/section'
import type { Checked } from '@/components/views/check-page'
import { say } from '@/lib/contract/words/catalogue'

/** Rules that turn on what an exporter knows: no form can ask, and none is counted in the conclusion. */
export function Besides({ checked }: { readonly checked: Checked }) {
  if (checked.answer.besides.length === 0) return null
  return (
    <Section id="besides" title={say('check.rule.beside')}>
      <ol className="check-findings">
        {checked.answer.besides.map((finding) => (
          <FindingItem key={finding.provision.key} finding={finding} checked={checked} />
        ))}
      </ol>
    </Section>
  )
}
