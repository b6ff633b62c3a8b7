import 'server-only'
import { printedChange } from '@/lib/contract/record/file-format'
import { say } from '@/lib/contract/words/catalogue'
import { appendIn, type Publication } from '@/lib/db/append'
import { publicNames } from '@/lib/db/editing/publishing'
import type { Transaction } from '@/lib/db/editing/transaction'
import { revisionDigest } from '@/lib/formats/revision-digest'
import type { Change } from '@/lib/ledger/change'
import type { Revision } from '@/lib/ledger/revision'

export type Next = {
  /** The newest revision, which the transaction holds. */
  readonly head: Revision
  readonly said: Pick<Revision, 'kind' | 'author' | 'reason'>
  readonly changes: readonly Change[]
  readonly publication: Publication
  readonly at: Date
}

/**
 * Appends the revision after the newest one and gives its number.
 *
 * @throws {Error} when the head was not held: somebody else appended in between.
 */
export async function appendNext(
  transaction: Transaction,
  { head, said, changes, publication, at }: Next,
): Promise<number> {
  const next: Omit<Revision, 'hash'> = {
    ...said,
    number: head.number + 1,
    recordedAt: at.toISOString(),
    previousHash: head.hash,
  }
  const hash = revisionDigest(next, changes.map(printedChange))
  const appended = await appendIn(transaction, { ...next, hash }, changes, publication)
  if (!appended.ok) throw new Error(`the head was not held: ${JSON.stringify(appended.refusal)}`)
  return appended.value.revision
}

/** Whom readers are told: the public names of who wrote it, and how many editors wrote some of it who chose none. */
export async function authorOf(transaction: Transaction, authors: readonly string[]): Promise<string> {
  const names = (await publicNames(transaction, authors)).filter((name) => name !== null)
  if (names.length === 0) return say('editing.author.anonymous')
  const others = authors.length - names.length
  const named = names.join(', ')
  return others === 0 ? named : say('editing.author.withOthers', { named, others })
}
