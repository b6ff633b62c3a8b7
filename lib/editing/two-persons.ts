import type { Change, Kind } from '@/lib/ledger/change'
import type { RevisionKind } from '@/lib/ledger/revision'

/** The kinds of record that can decide a status. */
const OF_THE_LAW: readonly Kind[] = ['instrument', 'provision', 'party', 'material']

/**
 * Whether a revision is published by somebody who wrote none of it: one of the law, one that corrects, and one that adds
 * something that can decide a status. The database refuses the same.
 */
export function needsAnother(kind: RevisionKind, changes: readonly Pick<Change, 'kind'>[]): boolean {
  if (kind === 'law' || kind === 'correction') return true
  return kind === 'addition' && changes.some((change) => OF_THE_LAW.includes(change.kind))
}
