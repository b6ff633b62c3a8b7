import 'server-only'
import { counterOf, waitOf } from '@/lib/db/counter'
import { ok, type Result, refused } from '@/lib/ledger/result'
import { inEditorsTable } from './limits'
import type { Person } from './person'

/**
 * How often one person may do what costs somebody something: an import works the whole record through, a message of a webhook
 * goes to a machine of somebody else, an invitation is a way in. Nobody who works by hand reaches these.
 */
export const ACTS = {
  import: { points: 30, seconds: 10 * 60 },
  webhook: { points: 30, seconds: 10 * 60 },
  invitation: { points: 30, seconds: 60 * 60 },
} as const

/** Counts an act of a person, before it is done, for all instances together. */
export async function mayAct(
  { id }: Person,
  act: keyof typeof ACTS,
): Promise<Result<null, { readonly why: 'wait'; readonly seconds: number }>> {
  const wait = await waitOf(counterOf(inEditorsTable(), `act-${act}`, ACTS[act]), id)
  return wait === null ? ok(null) : refused({ why: 'wait', seconds: wait.seconds })
}
