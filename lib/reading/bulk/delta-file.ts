import 'server-only'
import { dataPath } from '@/lib/contract/data/address'
import { operationsOf, standingIn } from '@/lib/contract/data/operation'
import type { Refusal } from '@/lib/contract/refusal'
import { ledgerAt } from '@/lib/db/ledger'
import { changesOf, revisions } from '@/lib/db/revisions'
import type { Result } from '@/lib/ledger/result'
import { ok } from '@/lib/ledger/result'
import type { Revision } from '@/lib/ledger/revision'
import { headRevision } from '../now'
import type { BulkFile } from './file'
import { published, recordAway, unlessAway } from './published'

/** The shape of a delta and of their list; a shape that was ever published keeps its number. */
const FORMAT = 1

/**
 * What changed after one revision, up to another and with it, in the order in which it was published.
 *
 * @param from 0 is the empty record before the first revision.
 */
export function deltaFile(from: number, to: number): Promise<Result<BulkFile, Refusal>> {
  return unlessAway(async () => {
    const found = await published(from === 0 ? [to] : [to, from])
    if (!found.ok) return found
    const [last, base = null] = found.value
    if (last === undefined) throw new TypeError(`no revision ${to}`)
    return ok({ type: 'json', tag: `${FORMAT}-${from}-${last.hash}`, bytes: null, lines: delta(base, last) })
  })
}

async function* delta(base: Revision | null, last: Revision): AsyncGenerator<string> {
  const from = base?.number ?? 0
  const head = { format: FORMAT, from, to: last.number, fromHash: base?.hash ?? null, toHash: last.hash }
  yield `${JSON.stringify(head).slice(0, -1)},"operations":[`
  const standing = standingIn(base === null ? null : await ledgerAt(base.number))
  let mark = '\n'
  for (let revision = from + 1; revision <= last.number; revision += 1) {
    for (const operation of operationsOf(standing, revision, await changesOf(revision))) {
      yield `${mark}${JSON.stringify(operation)}`
      mark = ',\n'
    }
  }
  yield '\n]}\n'
}

/** Every delta from one revision to the next, the oldest first: whoever holds revision n follows from there. */
export function deltaIndex(): Promise<Result<BulkFile, Refusal>> {
  return unlessAway(async () => {
    const head = await headRevision()
    if (head === null) return recordAway()
    const all = await revisions(head.revision)
    const deltas = all.toReversed().map(({ number, kind, recordedAt, hash }) => ({
      from: number - 1,
      to: number,
      path: dataPath({ what: 'delta', from: number - 1, to: number }),
      kind,
      recordedAt,
      toHash: hash,
    }))
    const text = `${JSON.stringify({ format: FORMAT, newest: head.revision, deltas }, null, 1)}\n`
    return ok({ type: 'json', tag: `${FORMAT}-index-${all[0]?.hash}`, bytes: null, lines: [text] })
  })
}
