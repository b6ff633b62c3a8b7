import 'server-only'
import { askAsReader } from '@/lib/db/integrity/asked'
import { remembered } from '@/lib/db/remembered'
import { within } from '@/lib/db/within'
import type { Revision } from '@/lib/ledger/revision'
import { type LinkFault, type Start, THE_BEGINNING, walkChain } from './chain'

/** What this process knows of the chain: how far it holds, since when that is known, and the first link that does not. */
export type Verified = {
  /** The last revision whose hash was computed again and found right, each before it too; `0` before the first was. */
  readonly through: Start
  /** The instant at which that was known, `null` before anything was. */
  readonly at: string | null
  readonly broken: { readonly revision: number; readonly fault: LinkFault['fault'] } | null
}

type State = {
  verified: Verified
  /** When a walk from the beginning was begun last, in milliseconds; one that follows only what is new does not count. */
  wholeAt: number
  walking: Promise<void> | null
}

/** A walk from the beginning is made so often at most, however many ask. */
const WHOLE_EVERY_MS = 60 * 60 * 1000

/** One that the database did not answer to its end is begun again after this time. */
const AGAIN_AFTER_MS = 60 * 1000

/** Whoever asks waits so long for a walk that is under way, and is then told how far it is. */
const PATIENCE_MS = 1_500

/** On the global object, because every bundle of the server would verify on its own. */
const home = globalThis as typeof globalThis & { 'sluice.integrity'?: State }

// What was verified is another record's where numbers come to mean another one; a walk under way writes to what is dropped.
remembered({ clear: forgetVerified })

/**
 * How far the chain is known to hold. Asking begins a walk in the background where one is due: from the beginning once an hour
 * at most, and otherwise over what was published since the last one alone. There is never more than one.
 *
 * @param head the newest revision, as it is stored.
 * @param now the instant, in milliseconds.
 */
export async function verifiedThrough(head: Revision, now: number = Date.now()): Promise<Verified> {
  if (isOfAnother(head)) forgetVerified()
  home['sluice.integrity'] ??= nothingKnown()
  const state = home['sluice.integrity']
  const start = state.walking === null ? startOf(state, head, now) : null
  if (start !== null) {
    if (start.number === 0) state.wholeAt = now
    state.walking = walk(state, start).finally(() => {
      state.walking = null
    })
  }
  if (state.walking !== null) await within(state.walking, PATIENCE_MS)
  return state.verified
}

/** For a process that begins anew, and for tests. */
export function forgetVerified(): void {
  delete home['sluice.integrity']
}

function nothingKnown(): State {
  return {
    verified: { through: THE_BEGINNING, at: null, broken: null },
    wholeAt: Number.NEGATIVE_INFINITY,
    walking: null,
  }
}

/** Whether what was verified under the number of a revision is not what stands there. */
function isOfAnother({ number, hash }: Revision): boolean {
  const through = home['sluice.integrity']?.verified.through
  return through?.number === number && through.hash !== hash
}

/** Where a walk has to begin; `null` where none is due. */
function startOf({ verified, wholeAt }: State, head: Revision, now: number): Start | null {
  if (now - wholeAt >= WHOLE_EVERY_MS) return THE_BEGINNING
  const { through, broken, at } = verified
  if (broken !== null || at === null || through.number >= head.number) return null
  return through
}

/**
 * What is found as the walk goes is known at once where it is more than was known before, or worse. What was known before stands
 * until the walk has come past it: a break that was found is told until that revision is found to hold.
 */
async function walk(state: State, start: Start): Promise<void> {
  const known = state.verified
  const passes = known.broken?.revision ?? known.through.number
  let found: Verified = { through: start, at: null, broken: null }
  try {
    for await (const { revision, faults } of walkChain(askAsReader, start)) {
      const at = new Date().toISOString()
      const [first] = faults
      if (first?.fault === 'link' && start.number > 0 && found.at === null) return await again(state)
      if (first !== undefined) {
        state.verified = { ...found, at, broken: { revision: revision.number, fault: first.fault } }
        complain(`The record is not as it was written: revision ${revision.number} does not hold (${first.fault}).`)
        return
      }
      found = { through: { number: revision.number, hash: revision.hash }, at, broken: null }
      if (revision.number >= passes) state.verified = found
    }
    if (found.at !== null) state.verified = found
  } catch (error) {
    // Whoever asks until then is told how far it came.
    state.wholeAt = Date.now() - WHOLE_EVERY_MS + AGAIN_AFTER_MS
    complain(`The chain was not verified to its end: ${error instanceof Error ? error.message : String(error)}`)
  }
}

/** What follows does not follow what was verified: that was of another record, or is no longer as it was. All of it is walked. */
function again(state: State): Promise<void> {
  state.verified = nothingKnown().verified
  state.wholeAt = Date.now()
  return walk(state, THE_BEGINNING)
}

function complain(sentence: string): void {
  process.stderr.write(`${sentence}\n`)
}
