import { printedChange } from '@/lib/contract/record/file-format'
import type { Ask } from '@/lib/db/integrity/asked'
import { changesInOrder, storedRevisions } from '@/lib/db/integrity/chain-rows'
import { revisionDigestOfPieces } from '@/lib/formats/revision-digest'
import type { Revision } from '@/lib/ledger/revision'

/** What is wrong with one link of the chain. */
export type LinkFault =
  /** Numbers go up by one: this one should stand here. */
  | { readonly fault: 'gap'; readonly expected: number }
  /** It names another hash than the stored one of the revision before it. */
  | { readonly fault: 'link'; readonly expected: string | null }
  /** What is stored has another hash than the revision says. */
  | { readonly fault: 'hash'; readonly computed: string }
  /** What is stored is no record at all. */
  | { readonly fault: 'unreadable'; readonly why: string }

/** A revision as it is stored, and what is wrong with it: nothing where it holds. */
export type Link = { readonly revision: Revision; readonly faults: readonly LinkFault[] }

/** Where a walk begins: behind a revision whose hash is known to be right. */
export type Start = { readonly number: number; readonly hash: string | null }

export const THE_BEGINNING: Start = { number: 0, hash: null }

const AT_ONCE = 100

/**
 * Computes the hash of every revision after one again, from the rows that stand in the database, one revision after the other
 * and a few hundred records at a time. Each is held against the stored hash of the one before it: one revision that was
 * changed is one link that is broken.
 */
export async function* walkChain(ask: Ask, start: Start = THE_BEGINNING): AsyncGenerator<Link> {
  let before = start
  for (;;) {
    const revisions = await storedRevisions(ask, before.number, AT_ONCE)
    for (const revision of revisions) {
      yield { revision, faults: await faultsOf(ask, revision, before) }
      before = { number: revision.number, hash: revision.hash }
    }
    if (revisions.length < AT_ONCE) return
  }
}

async function faultsOf(ask: Ask, revision: Revision, before: Start): Promise<readonly LinkFault[]> {
  const expected = before.number + 1
  if (revision.number !== expected) return [{ fault: 'gap', expected }]
  const faults: LinkFault[] = []
  if (revision.previousHash !== before.hash) faults.push({ fault: 'link', expected: before.hash })
  try {
    const computed = await revisionDigestOfPieces(revision, printed(ask, revision.number))
    if (computed !== revision.hash) faults.push({ fault: 'hash', computed })
  } catch (error) {
    if (!(error instanceof TypeError || error instanceof RangeError)) throw error
    faults.push({ fault: 'unreadable', why: error.message })
  }
  return faults
}

async function* printed(ask: Ask, number: number) {
  for await (const changes of changesInOrder(ask, number)) yield changes.map(printedChange)
}
