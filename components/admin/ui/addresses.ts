import type { Kind } from '@/lib/ledger/change'

/** Where a draft is looked at. */
export function draftAddress(draft: string): string {
  return `/admin/drafts/${draft}`
}

/** Where an entry of a draft is edited. */
export function entryAddress(draft: string, entry: string): string {
  return `${draftAddress(draft)}/entries/${entry}`
}

/** Where a new record of a kind is entered into a draft. */
export function newEntryAddress(draft: string, kind: Kind): string {
  return `${draftAddress(draft)}/entries/new/${kind}`
}

/** Where a draft is asked to retire a key. */
export function retireAddress(draft: string, kind: Kind, key: string): string {
  return `${draftAddress(draft)}/retire/${kind}/${encodeURIComponent(key)}`
}

/** Where the records that stand are looked for, to be edited, copied or retired. */
export function recordsAddress(draft: string): string {
  return `${draftAddress(draft)}/records`
}
