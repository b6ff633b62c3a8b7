import { Glyph } from '@/components/ui/glyph-sheet'
import { say } from '@/lib/contract/words/catalogue'
import type { Instrument } from '@/lib/ledger/record'

/** Whether an instrument is law or a statement that binds nobody (R1); a statement carries the flag of a claim. */
export function BindingMark({ binding }: Pick<Instrument, 'binding'>) {
  if (binding === 'law') return <span>{say('law.binding.law')}</span>
  return (
    <span className="statement">
      <Glyph name="claim" /> {say('law.binding.statement')}
    </span>
  )
}
