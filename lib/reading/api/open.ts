import 'server-only'
import { pin, refine } from '@/lib/contract/address-reading'
import type { Asked } from '@/lib/contract/question'
import type { Refusal } from '@/lib/contract/refusal'
import type { View } from '@/lib/contract/view'
import type { Result } from '@/lib/ledger/result'
import { ok, refused } from '@/lib/ledger/result'
import { openAt, type Reads } from '../door'
import { headRevision, todayInBeijing } from '../now'
import type { Opened } from '../opened'

/** A record opened for a machine; `seen` where the request left it to us which revision is the newest, and we could not ask. */
export type OpenedFor = { readonly opened: Opened; readonly seen: { readonly lastSeen?: true } }

const MATRIX: View = { name: 'matrix' }

/**
 * A question that names no revision is about the newest, one that names no day is about today in Beijing.
 *
 * @param reads `part` where no more is told than the page at that view shows.
 */
export async function openFor(
  asked: Asked,
  view: View = MATRIX,
  reads: Reads = 'whole',
): Promise<Result<OpenedFor, Refusal>> {
  const head = asked.rev === undefined ? await headRevision() : { revision: asked.rev, known: 'asked' as const }
  if (head === null) return refused({ problems: [{ why: 'record-away' }], nearest: null })
  const today = todayInBeijing()
  const opened = await openAt(pin({ view, ...refine(asked) }, head.revision, asked.on ?? today), today, reads)
  return opened.ok ? ok({ opened: opened.value, seen: head.known === 'seen' ? { lastSeen: true } : {} }) : opened
}
