import 'server-only'
import type { Exhibit } from '@/lib/contract/exhibit'
import { exhibit } from '@/lib/contract/exhibit'
import type { Problem, Refusal } from '@/lib/contract/refusal'
import { snapshotAddress } from '@/lib/contract/snapshot-address'
import { idsOf, isDigest } from '@/lib/contract/snapshot-id'
import type { SnapshotNote } from '@/lib/db/sharing'
import { findSnapshot, insertSnapshot, notesOn } from '@/lib/db/sharing'
import { canonicalJson, digestOfText } from '@/lib/formats/canonical'
import { ok, type Result, refused } from '@/lib/ledger/result'
import { unlessAway } from './away'
import { countBytes } from './limits'

/** Bytes that were found to be those that were frozen. */
export type HeldSnapshot = {
  readonly id: string
  readonly digest: string
  /** The canonical JSON itself: its SHA-256 is `digest`. */
  readonly text: string
  /** The pinned path of the view that was frozen. */
  readonly address: string
  /** The instant at which it was frozen first. */
  readonly madeAt: string
  /** How many versions the note on it has. */
  readonly notes: number
}

export type Snapshot = HeldSnapshot & { readonly payload: Exhibit }

/** Why a snapshot is not shown: there is none, its bytes have changed, they cannot be read, or nobody can be asked. */
export type SnapshotRefusal = Refusal

/**
 * Freezes an answer. The same answer is kept once, whoever asks and however often.
 *
 * @param sender the address of whoever asks, as `senderAddress` gives it: what is added takes up room of its network.
 * @throws {DatabaseAway} when the database cannot be asked.
 */
export async function keepSnapshot(
  frozen: Exhibit,
  sender = '',
): Promise<{ readonly id: string; readonly digest: string; readonly isNew: boolean }> {
  const payload = canonicalJson(frozen)
  const digest = digestOfText(payload)
  const { view, address, question } = frozen
  for (const id of idsOf(digest)) {
    const isNew = await insertSnapshot({ digest, id, payload, view, address, revision: question.rev })
    if (isNew) await countBytes(Buffer.byteLength(payload), sender)
    if (isNew) return { id, digest, isNew }
    const there = await findSnapshot('digest', digest)
    if (there !== null) return { id: there.id, digest, isNew: false }
  }
  throw new Error(`every id of the digest ${digest} is taken by another snapshot`)
}

/**
 * The bytes under an id or a whole digest, held against their digest at every read, and the id too, which is the beginning
 * of it: what has changed is refused, and told to whoever runs the server.
 */
export async function heldSnapshot(name: string): Promise<Result<HeldSnapshot, SnapshotRefusal>> {
  const found = await unlessAway(() => findSnapshot(isDigest(name) ? 'digest' : 'id', name))
  if (found === 'away') return refuse({ why: 'record-away' }, snapshotAddress(name))
  if (found === null) return refuse({ why: 'unknown-snapshot', value: name })
  const { id, digest, payload, madeAt, notes } = found
  if (digestOfText(payload) !== digest) {
    complain(`The snapshot ${id} is not what was frozen: its bytes do not have the digest ${digest}. It is not shown.`)
    return refuse({ why: 'broken-snapshot', value: id })
  }
  if (!idsOf(digest).includes(id)) {
    complain(`The snapshot ${id} has an id that is not of its digest ${digest}. It is not shown.`)
    return refuse({ why: 'broken-snapshot', value: id })
  }
  return ok({ id, digest, text: payload, address: addressIn(payload), madeAt: madeAt.toISOString(), notes })
}

/** What the bytes themselves say; what stands beside them has no digest. */
function addressIn(payload: string): string {
  const { address }: { readonly address?: unknown } = JSON.parse(payload)
  return typeof address === 'string' ? address : ''
}

/** The same, read. Nothing is looked up or worked out but what stands in the bytes. */
export async function snapshotOf(name: string): Promise<Result<Snapshot, SnapshotRefusal>> {
  const held = await heldSnapshot(name)
  if (!held.ok) return held
  const read = exhibit.safeParse(JSON.parse(held.value.text))
  if (read.success) return ok({ ...held.value, payload: read.data })
  complain(`The snapshot ${held.value.id} has the bytes that were frozen, but this release cannot read their format.`)
  return refuse({ why: 'unread-snapshot', value: held.value.id })
}

/** What people of the record say of a snapshot, the newest version first; nothing while the database cannot be asked. */
export async function notesOnSnapshot(digest: string): Promise<readonly SnapshotNote[]> {
  const notes = await unlessAway(() => notesOn(digest))
  return notes === 'away' ? [] : notes
}

/** To whoever runs the server. Which snapshot, never what it says. */
function complain(sentence: string): void {
  process.stderr.write(`${sentence}\n`)
}

function refuse(problem: Problem, nearest: string | null = null): Result<never, SnapshotRefusal> {
  return refused({ problems: [problem], nearest })
}
