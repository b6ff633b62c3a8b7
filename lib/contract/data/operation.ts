import type { Change, Kind, Retirement } from '@/lib/ledger/change'
import { KINDS, LIST_OF } from '@/lib/ledger/change'
import { compare } from '@/lib/ledger/order'
import type { WholeRecord } from '@/lib/ledger/testimony'
import { printedChange } from '../record/file-format'

/** What a revision did under one key, as the files of the record write it. */
export type Operation = {
  readonly revision: number
  /** `add` where nothing stood, `change` where a record stood, `retire` where none stands any more. */
  readonly op: 'add' | 'change' | 'retire'
  readonly kind: Kind
  readonly key: string
  /** The whole record before and after; `null` where there was or is none. */
  readonly before: unknown
  readonly after: unknown
  /** Why it was retired, and the key that took its place; told of what readers were ever led to. */
  readonly retirement?: Retirement
}

/** What stands under each key while one walks through revisions. */
export type Standing = Map<string, unknown>

/** The record as it stands before the first operation of a delta. */
export function standingIn(record: WholeRecord | null): Standing {
  const standing: Standing = new Map()
  if (record === null) return standing
  for (const kind of KINDS) for (const one of record[LIST_OF[kind]]) standing.set(`${kind} ${one.key}`, one)
  return standing
}

/**
 * The operations of one revision, by kind in the order of the files and then by key. What stands is carried on, so the
 * next revision's operations follow with the same map.
 */
export function operationsOf(standing: Standing, revision: number, changes: readonly Change[]): readonly Operation[] {
  return changes.toSorted(byKindAndKey).flatMap((change): readonly Operation[] => {
    const { kind, key, record } = change
    const place = `${kind} ${key}`
    const stood = standing.get(place) ?? null
    if (record === null) standing.delete(place)
    else standing.set(place, record)
    if (stood === null && record === null) return []
    const { record: after, retirement } = printedChange(change)
    const { record: before } = printedChange({ kind, key, record: stood } as Change)
    const op = stood === null ? 'add' : record === null ? 'retire' : 'change'
    return [{ revision, op, kind, key, before, after, ...(retirement === undefined ? {} : { retirement }) }]
  })
}

function byKindAndKey(a: Change, b: Change): number {
  return KINDS.indexOf(a.kind) - KINDS.indexOf(b.kind) || compare(a.key, b.key)
}
