import { printedChange } from '@/lib/contract/record/file-format'
import { chain, changesIn } from '@/lib/db/changes'
import { openDatabase } from '@/lib/db/connection'
import { revisionDigest } from '@/lib/formats/revision-digest'
import { ok, type Result, refused } from '@/lib/ledger/result'

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
    let previousHash: string | null = null
    const revisions = await chain(database)
    for (const { hash, ...said } of revisions) {
      const changes = await changesIn(database, said.number)
      const computed = revisionDigest({ ...said, previousHash }, changes.map(printedChange))
      if (said.previousHash !== previousHash || computed !== hash) return refused({ brokenAt: said.number })
      previousHash = hash
    }
    return ok({ revisions: revisions.length })
  } finally {
    await database.close()
  }
}
