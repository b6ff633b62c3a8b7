import type { Change } from '@/lib/ledger/change'
import { ok, type Result, refused } from '@/lib/ledger/result'
import type { Revision } from '@/lib/ledger/revision'
import type { Database } from './connection'
import type { Prisma } from './generated/client'
import { writeChanges } from './write'

/** Why a revision cannot be appended: the record has moved on from what it was made for. `head: null` means empty. */
export type AppendRefusal = { readonly why: 'someone-published-first'; readonly head: number | null }

/** Who answers for a revision. Readers are told `publisherName`, days and marks; never who the people are. */
export type Publication = {
  /** The draft it was; `null` for what no draft came before. */
  readonly draft: string | null
  /** Everybody who wrote some of it, by id. */
  readonly authors: readonly string[]
  readonly publisher: string
  readonly publisherName: string | null
  /** For what one person published in a hurry: the instant by which another must have reviewed it. */
  readonly reviewDue: string | null
  /** The urgent revision that this one says was reviewed. */
  readonly reviews: number | null
  readonly reverts: number | null
}

/** Long enough for a first revision of ten thousand records on a slow disk. */
const TIME = { maxWait: 10_000, timeout: 60_000 }

/**
 * Appends a revision, whole or not at all.
 *
 * The newest revision is looked up under the lock that the database's own guard takes, so of two writers with one base the
 * first is recorded and the second is told.
 *
 * @param revision its hash is the caller's; its number and `previousHash` say which revision it follows.
 * @param changes at most one for each key.
 * @param publication `null` for the first revision alone, which is loaded from files.
 * @throws {Error} when a guard of the database refuses: a bug of the caller, in the words of the guard.
 */
export async function appendRevision(
  { prisma }: Database,
  revision: Revision,
  changes: readonly Change[],
  publication: Publication | null = null,
): Promise<Result<{ readonly revision: number }, AppendRefusal>> {
  const appended = prisma.$transaction((transaction) => appendIn(transaction, revision, changes, publication), TIME)
  return appended.catch((error: unknown) => {
    throw inTheWordsOfTheGuard(error)
  })
}

/** The same inside a transaction of the caller, who has more to write that must stand or fall with it. */
export async function appendIn(
  transaction: Prisma.TransactionClient,
  revision: Revision,
  changes: readonly Change[],
  publication: Publication | null,
): Promise<Result<{ readonly revision: number }, AppendRefusal>> {
  await transaction.$executeRaw`select pg_advisory_xact_lock(hashtext('the newest revision'))`
  const newest = await transaction.revision.findFirst({ orderBy: { number: 'desc' } })
  if ((newest?.number ?? 0) !== revision.number - 1 || (newest?.hash ?? null) !== revision.previousHash) {
    return refused<AppendRefusal>({ why: 'someone-published-first', head: newest?.number ?? null })
  }
  await transaction.revision.create({ data: { ...revision, recordedAt: new Date(revision.recordedAt) } })
  await writeChanges(transaction, revision.number, changes)
  if (publication !== null) await transaction.publication.create({ data: publicationRow(revision, publication) })
  return ok({ revision: revision.number })
}

function publicationRow({ number, kind }: Revision, { authors, reviewDue, ...rest }: Publication) {
  return {
    ...rest,
    revision: number,
    kind,
    authors: [...authors],
    reviewDue: reviewDue === null ? null : new Date(reviewDue),
  }
}

/** Prisma tells only the class of what PostgreSQL refused; the sentence is what helps. */
function inTheWordsOfTheGuard(error: unknown): unknown {
  const words = (error as { readonly cause?: { readonly originalMessage?: unknown } } | null)?.cause?.originalMessage
  return typeof words === 'string' ? new Error(words, { cause: error }) : error
}
