import { Facts } from '@/components/ui/facts'
import type { Checked } from '@/components/views/check-page'
import { say } from '@/lib/contract/words/catalogue'
import { saidInWords } from '@/lib/contract/words/check-said'

/** Everything that was said, and what was not: the answer is worth nothing without it. */
export function Said({ checked }: { readonly checked: Checked }) {
  return (
    <Facts
      facts={saidInWords(checked.said).map(({ input, answer }) => ({
        name: say(`check.input.${input}`),
        value: answer,
      }))}
    />
  )
}
