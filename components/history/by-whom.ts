import type { Marks } from '@/components/views/history-pages'
import { say } from '@/lib/contract/words/catalogue'
import type { Revision } from '@/lib/ledger/revision'

/** Who answers for a revision, by the names that people chose to show; the first one was loaded from files. */
export function byWhom({ author, number }: Revision, { publisher }: Marks): string {
  if (number === 1) return author
  return say('history.by', { author, publisher: publisher ?? say('history.anEditor') })
}
