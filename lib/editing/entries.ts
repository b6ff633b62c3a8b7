import 'server-only'
import type { Editor } from '@/lib/auth/person'
import type { Draft, DraftEntry, Printed } from '@/lib/contract/edit/draft'
import type { EditRefusal } from '@/lib/contract/edit/refusal'
import type { Kind, Retirement } from '@/lib/ledger/change'
import type { Result } from '@/lib/ledger/result'
import type { Described } from './drafts'

/** `version: null` for a new entry. */
export type TypedRecord = {
  readonly id: string
  readonly kind: Kind
  readonly printed: Printed
  readonly version: number | null
}
export type TypedRetirement = {
  readonly id: string
  readonly kind: Kind
  readonly key: string
  readonly retirement: Retirement
  readonly version: number | null
}
export type TypedEntry = TypedRecord | TypedRetirement

export async function putEntry(
  _e: Editor,
  _draft: string,
  _typed: TypedRecord,
): Promise<Result<DraftEntry, EditRefusal>> {
  throw new Error('not yet')
}
export async function retireKey(
  _e: Editor,
  _draft: string,
  _typed: TypedRetirement,
): Promise<Result<DraftEntry, EditRefusal>> {
  throw new Error('not yet')
}
/** All or none. */
export async function putEntries(
  _e: Editor,
  _draft: string,
  _typed: readonly TypedEntry[],
): Promise<Result<{ readonly count: number }, EditRefusal>> {
  throw new Error('not yet')
}
/** A draft with all its entries at once, or nothing. */
export async function openDraftWith(
  _e: Editor,
  _said: Described & { readonly id: string; readonly reverts?: number },
  _entries: readonly TypedEntry[],
): Promise<Result<Draft, EditRefusal>> {
  throw new Error('not yet')
}
export async function removeEntry(
  _e: Editor,
  _draft: string,
  _entry: { readonly id: string; readonly version: number },
): Promise<Result<{ readonly id: string }, EditRefusal>> {
  throw new Error('not yet')
}
