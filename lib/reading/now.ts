import 'server-only'
import { dayInBeijing } from '@/lib/contract/beijing'
import { isDatabaseAway } from '@/lib/db/away'
import { closeDatabase } from '@/lib/db/client'
import { headRevision as askHead } from '@/lib/db/revisions'
import { within } from '@/lib/db/within'
import type { LocalDate } from '@/lib/ledger/interval'
import { together } from './together'

/** Today in Beijing. The one place in the house that asks a clock what day it is. */
export function todayInBeijing(instant: Date = new Date()): LocalDate {
  return dayInBeijing(instant)
}

/** The newest revision: `asked` just now, or `seen` before when it cannot be asked for; `null` when neither. */
export type Head = { readonly revision: number; readonly known: 'asked' | 'seen' } | null

/** A head that does not come within this time is the one seen before; where none was, it is waited for. */
const PATIENCE_MS = 2_000

/**
 * While a question that took too long has no answer, whoever comes waits only so long: for one page it is asked more than once,
 * by the server in front, the proxy and the page, and each of them would wait anew.
 */
const HANGING_MS = 250

/** Every part of the server that runs in this process remembers one newest revision, when it heard of it, and whether the database hangs. */
const memory: { 'sluice.head'?: number; 'sluice.head-heard'?: number; 'sluice.hangs'?: boolean } = globalThis as never

class TooSlow extends Error {}

/** A question that takes longer than this holds up nobody else's. */
const TOGETHER_MS = 50

const askTogether = together(askHead, TOGETHER_MS)

/**
 * Asks which revision is the newest. It is asked for at every request, so that no cache has to be told anything.
 *
 * @throws {Error} when something other than the database's absence is wrong.
 */
export async function headRevision(): Promise<Head> {
  try {
    const asked = askTogether()
    asked.then(itAnswers, () => undefined)
    const revision = await (memory['sluice.head'] === undefined ? asked : soon(asked))
    if (revision === null) return null
    memory['sluice.head'] = revision
    memory['sluice.head-heard'] = performance.now()
    return { revision, known: 'asked' }
  } catch (error) {
    if (error instanceof TooSlow) memory['sluice.hangs'] = true
    else if (!isDatabaseAway(error)) throw error
    const seen = memory['sluice.head']
    return seen === undefined ? null : { revision: seen, known: 'seen' }
  }
}

/** However late. */
function itAnswers(): void {
  memory['sluice.hangs'] = false
}

async function soon<Value>(answer: Promise<Value>): Promise<Value> {
  const came = await within(answer, memory['sluice.hangs'] ? HANGING_MS : PATIENCE_MS)
  if (came === null) throw new TooSlow()
  return came.value
}

/**
 * The server stands in front of the pages and is no part of their bundle (lib/operating/front): it asks what "now" is here,
 * of the same connections and with the same memory as they do, and ends the connections when it ends.
 */
Object.assign(globalThis, { 'sluice.now': { headRevision, todayInBeijing, closeDatabase } })
