import type { Kind } from '@/lib/ledger/change'
import { EFFECTS } from '@/lib/ledger/vocabulary'
import type { DraftState, Printed } from '../draft'

/** What a new entry starts from. */
export type Start =
  /** An empty record. */
  | { readonly from: 'nothing' }
  /** Another record, under a key that is still to be found. */
  | { readonly from: 'copy'; readonly key: string }
  /** The record that stands under the key, to be changed. */
  | { readonly from: 'record'; readonly key: string }

type Asked = { readonly [name: string]: string | string[] | undefined }

/** What the address of a new entry asks for: what it starts from, and what it says already. */
export function readStart(kind: Kind, asked: Asked): { readonly start: Start; readonly preset: Printed } {
  const { from, edit, effect, instrument } = asked
  const isOfProvision = kind === 'provision'
  const preset = {
    ...(isOfProvision && EFFECTS.some((word) => word === effect) ? { effect } : {}),
    ...(isOfProvision && typeof instrument === 'string' ? { instrument, key: `${instrument}-` } : {}),
  }
  if (typeof edit === 'string') return { start: { from: 'record', key: edit }, preset: {} }
  if (typeof from === 'string') return { start: { from: 'copy', key: from }, preset: {} }
  return { start: { from: 'nothing' }, preset }
}

/** Whether a draft takes what is typed: not while it is reviewed, and not after it ended. */
export function isBeingWritten(state: DraftState): boolean {
  return state === 'open' || state === 'changes-requested'
}
