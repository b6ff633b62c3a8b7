import { recordUnder } from '../apply'
import type { Kind, Records } from '../change'
import type { Proposal } from './broken'

/** A record that a change set makes or changes, beside what stood under its key before. */
export type Changed<K extends Kind> = {
  readonly key: string
  readonly was: Records[K] | null
  readonly now: Records[K]
}

/** The records of a kind that a change set makes or changes, each once. */
export function changedOf<K extends Kind>({ before, changes }: Proposal, kind: K): readonly Changed<K>[] {
  const last = new Map<string, Records[K]>()
  for (const change of changes) {
    if (change.kind === kind && change.record !== null) last.set(change.key, change.record as Records[K])
  }
  return [...last].map(([key, now]) => ({ key, was: recordUnder(before, kind, key), now }))
}

/** The same without what stood there before. */
export function changedRecords<K extends Kind>(proposal: Proposal, kind: K): readonly Records[K][] {
  return changedOf(proposal, kind).map(({ now }) => now)
}
