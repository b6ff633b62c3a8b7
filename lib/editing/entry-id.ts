import { digestOf } from '@/lib/formats/canonical'
import type { Kind } from '@/lib/ledger/change'

/** The id of an entry that no form made: of the same record in the same draft, the same again. Posted twice, it is one. */
export function entryIdFor(draft: string, kind: Kind, key: string): string {
  const digits = digestOf([draft, kind, key])
  const parts = [
    digits.slice(0, 8),
    digits.slice(8, 12),
    digits.slice(12, 16),
    digits.slice(16, 20),
    digits.slice(20, 32),
  ]
  return parts.join('-')
}
