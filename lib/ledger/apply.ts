import type { Change, Kind, Records } from './change'
import { KINDS, LIST_OF } from './change'
import { compare } from './order'
import type { WholeRecord } from './testimony'

/**
 * The record as it would stand with a change set in it: each changed key holds its new record, or nothing any more.
 *
 * The lists stay sorted by key, and a list that nothing touches is the very same list. Taking away a key that is not
 * there changes nothing. Of two changes of one key the later wins; the rules refuse to publish them (E5).
 */
export function applyChanges(record: WholeRecord, changes: readonly Change[]): WholeRecord {
  const next: { [list in keyof WholeRecord]: WholeRecord[list] } = { ...record }
  for (const kind of KINDS) {
    const own = changes.filter((change) => change.kind === kind)
    if (own.length > 0) Object.assign(next, { [LIST_OF[kind]]: applied(record[LIST_OF[kind]], own) })
  }
  return next
}

/** What stands under a key of a kind, `null` when nothing does. */
export function recordUnder<K extends Kind>(record: WholeRecord, kind: K, key: string): Records[K] | null {
  const list = record[LIST_OF[kind]] as readonly Records[K][]
  return list.find((one) => one.key === key) ?? null
}

function applied(records: readonly Records[Kind][], changes: readonly Change[]): readonly Records[Kind][] {
  const byKey = new Map(records.map((one) => [one.key, one]))
  for (const { key, record } of changes) {
    if (record === null) byKey.delete(key)
    else byKey.set(key, record)
  }
  return [...byKey.values()].sort((a, b) => compare(a.key, b.key))
}
