import 'server-only'
import { printedChange } from '@/lib/contract/record/file-format'
import type { Refusal } from '@/lib/contract/refusal'
import { changesOf, revisionsNumbered } from '@/lib/db/revisions'
import { compare } from '@/lib/ledger/order'
import type { Result } from '@/lib/ledger/result'
import { ok } from '@/lib/ledger/result'
import { headRevision } from '../now'
import type { BulkFile } from './file'
import { published, recordAway, unlessAway } from './published'

/** Raised when the lines are written otherwise, so that nobody takes the new text for the one they hold. */
const WRITING = 1

/**
 * Every revision from one on, a line each. A line without its `hash` is the very value that the hash is taken over, so
 * anyone can compute the chain again: SHA-256 of its canonical JSON (RFC 8785).
 *
 * @param from the first revision; one more than the newest gives no line, for whoever comes back for what is new.
 */
export function revisionsFile(from: number): Promise<Result<BulkFile, Refusal>> {
  return unlessAway(async () => {
    const head = await headRevision()
    if (head === null) return recordAway()
    const newest = await published([head.revision, ...(from > head.revision + 1 ? [from] : [])])
    if (!newest.ok) return newest
    const tag = `${WRITING}-${from}-${newest.value[0]?.hash}`
    return ok({ type: 'jsonl', tag, bytes: null, lines: lines(from, head.revision) })
  })
}

async function* lines(from: number, to: number): AsyncGenerator<string> {
  for (let number = from; number <= to; number += 1) {
    const said = (await revisionsNumbered([number])).get(number)
    if (said === undefined) throw new TypeError(`the chain has no revision ${number}`)
    const { kind, author, reason, recordedAt, previousHash, hash } = said
    const changes = (await changesOf(number)).map(printedChange)
    changes.sort((a, b) => compare(a.kind, b.kind) || compare(a.key, b.key))
    yield `${JSON.stringify({ number, kind, author, reason, recordedAt, previousHash, hash, changes })}\n`
  }
}
