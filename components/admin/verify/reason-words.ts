import { say } from '@/lib/contract/words/catalogue'
import { dayInWords } from '@/lib/contract/words/day'
import type { LookReason } from '@/lib/ledger/worklist'

/** Why somebody should look, as a sentence. */
export function reasonInWords(reason: LookReason): string {
  const day = dayInWords(reason.day)
  return 'event' in reason
    ? say(`verify.reason.${reason.why}`, { day, event: reason.event.title })
    : say(`verify.reason.${reason.why}`, { day })
}
