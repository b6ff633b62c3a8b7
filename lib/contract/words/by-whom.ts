import type { Revision } from '@/lib/ledger/revision'
import { say } from './catalogue'

/** Who answers for a revision, by the names that people chose to show; the first one was loaded from files. */
export function byWhom({ author, number }: Revision, { publisher }: { readonly publisher: string | null }): string {
  if (number === 1) return author
  return say('history.by', { author, publisher: publisher ?? say('history.anEditor') })
}
