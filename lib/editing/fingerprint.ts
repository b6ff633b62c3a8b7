import type { Draft, DraftEntry } from '@/lib/contract/edit/draft'
import { digestOf } from '@/lib/formats/canonical'

/**
 * Names exactly what a draft would publish: on which base, as what kind, for what reason, what it takes back, and its
 * entries. Its title is for editors alone. Whoever publishes names it again, so that what was looked at is what happens.
 */
export function fingerprintOf(
  { base, kind, reason, reverts }: Pick<Draft, 'base' | 'kind' | 'reason' | 'reverts'>,
  entries: readonly DraftEntry[],
): string {
  const named = entries.map(({ id, kind: of, key, does }) => ({ id, of, key, does }))
  return digestOf({ base, kind, reason, reverts, entries: named.toSorted((a, b) => (a.id < b.id ? -1 : 1)) })
}
