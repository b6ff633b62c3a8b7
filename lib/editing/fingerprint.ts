import type { Draft, DraftEntry } from '@/lib/contract/edit/draft'
import { digestOf } from '@/lib/formats/canonical'

/**
 * Names exactly what a draft would do: its base, its kind and its entries. Whoever publishes names it again, so that what
 * was looked at is what happens.
 */
export function fingerprintOf({ base, kind }: Draft, entries: readonly DraftEntry[]): string {
  const named = entries.map(({ id, kind: of, key, does }) => ({ id, of, key, does }))
  return digestOf({ base, kind, entries: named.toSorted((a, b) => (a.id < b.id ? -1 : 1)) })
}
