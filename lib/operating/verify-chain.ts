import { openDatabase } from '@/lib/db/connection'
import { ok, type Result, refused } from '@/lib/ledger/result'
import { walkChain } from '@/lib/reading/integrity/chain'

/**
 * Computes the hash of every revision again, from the rows that stand in the database.
 *
 * @returns how many revisions hold, or the number of the first whose hash or link to the one before does not.
 */
export async function verifyChain(connection: {
  readonly url: string
}): Promise<Result<{ readonly revisions: number }, { readonly brokenAt: number }>> {
  const database = openDatabase(connection.url, 2)
  try {
    let revisions = 0
    for await (const { revision, faults } of walkChain((question) => question(database))) {
      if (faults.length > 0) return refused({ brokenAt: revision.number })
      revisions += 1
    }
    return ok({ revisions })
  } finally {
    await database.close()
  }
}
