import 'server-only'
import { type Result, refused } from '@/lib/ledger/result'
import { asking, isDatabaseAway } from '../away'
import { kept } from '../client'
import type { Prisma } from '../generated/client'

/** What the verbs of this folder are asked with: a transaction, or the editors' connections as they are. */
export type Transaction = Prisma.TransactionClient

/**
 * The database refuses what the code let through, in the words of its guard; or two wrote at one moment; or it went away. Where
 * that was after it was asked to commit, nobody can tell whether it did: `mayBeDone`.
 */
export type Guarded =
  | { readonly why: 'guarded'; readonly guard: string }
  | { readonly why: 'busy' }
  | { readonly why: 'away'; readonly mayBeDone: boolean }

/** Long enough for a revision of ten thousand records on a slow disk, and for who published just before. */
const TIME = { maxWait: 10_000, timeout: 60_000 }

class TakenBack extends Error {
  readonly refusal: unknown

  constructor(refusal: unknown) {
    super('refused, and taken back')
    this.refusal = refusal
  }
}

/** Does all of something or nothing: what is refused leaves nothing behind. A database that is away refuses too. */
export async function inTransaction<Value, Refusal>(
  work: (transaction: Transaction) => Promise<Result<Value, Refusal>>,
): Promise<Result<Value, Refusal | Guarded>> {
  let mayBeDone = false
  try {
    return await asking(() =>
      kept().editors.prisma.$transaction(async (transaction) => {
        const done = await work(transaction)
        if (!done.ok) throw new TakenBack(done.refusal)
        mayBeDone = true
        return done
      }, TIME),
    )
  } catch (error) {
    if (error instanceof TakenBack) return refused(error.refusal as Refusal)
    if (isDatabaseAway(error)) return refused({ why: 'away', mayBeDone })
    const guarded = guardedBy(error)
    if (guarded === null) throw error
    return refused(guarded)
  }
}

/**
 * Asks something of the editors' tables, outside of any transaction.
 *
 * @throws {DatabaseAway} when the database cannot be asked.
 */
export function asEditors<Answer>(ask: (connections: Transaction) => Promise<Answer>): Promise<Answer> {
  return asking(() => ask(kept().editors.prisma))
}

/** Class 23 of PostgreSQL is a guard; the others are two writers at one moment, or a queue that was too long. */
const GUARD = /^23...$/
const BUSY = /^(40001|40P01|55P03|P2028|P2034)$/

/** What Prisma tells lies in layers: an error of its own around one of the driver. */
function guardedBy(error: unknown, depth = 0): Guarded | null {
  if (typeof error !== 'object' || error === null || depth > 5) return null
  const said = error as { readonly [name: string]: unknown }
  const code = [said['originalCode'], said['code']].find((one) => typeof one === 'string') ?? ''
  if (BUSY.test(String(code))) return { why: 'busy' }
  if (GUARD.test(String(code))) return { why: 'guarded', guard: String(said['originalMessage'] ?? said['message']) }
  const meta = said['meta'] as { readonly driverAdapterError?: unknown } | undefined
  return guardedBy(said['cause'], depth + 1) ?? guardedBy(meta?.driverAdapterError, depth + 1)
}
