import { openApiText } from '@/lib/contract/api/openapi'
import type { Asked, Operation } from '@/lib/contract/api/operation'
import {
  checkOperation,
  codesOperation,
  compareOperation,
  documentOperation,
  integrityOperation,
  matrixOperation,
  rootOperation,
  searchOperation,
  statusOperation,
  timelineOperation,
} from '@/lib/contract/api/operations'
import type { ListQuery } from '@/lib/contract/api/queries'
import {
  ITEM_OPERATIONS,
  LIST_OPERATIONS,
  revisionOperation,
  revisionsOperation,
} from '@/lib/contract/api/record-operations'
import { freezeOperation, snapshotOperation } from '@/lib/contract/api/snapshot-operations'
import type { Told } from '@/lib/contract/api/told'
import { verdictOperation, verdictsOperation } from '@/lib/contract/api/verdict-operations'
import type { Refusal } from '@/lib/contract/refusal'
import { entityTag } from '@/lib/formats/entity-tag'
import type { Result } from '@/lib/ledger/result'
import { readCheck } from '@/lib/reading/api/check'
import { readComparison } from '@/lib/reading/api/comparison'
import { readCodes, readSearch } from '@/lib/reading/api/look-up'
import { readRecord, readRecords } from '@/lib/reading/api/records'
import { readRevision, readRevisions } from '@/lib/reading/api/revisions'
import { readRoot } from '@/lib/reading/api/root'
import { readVerdict, readVerdicts } from '@/lib/reading/api/verdicts'
import { readMatrix, readStatus, readTimeline } from '@/lib/reading/cells'
import { tellIntegrity } from '@/lib/reading/integrity/integrity'
import { heldSnapshot } from '@/lib/sharing/snapshots'
import { freeze } from './freeze'
import type { Outcome } from './reply'

/** What an operation is given: its fields, read; where readers find this server; and the request, for one that has a body. */
type Given<Fields> = { readonly asked: Fields; readonly origin: string; readonly request: Request }
type Answerer = (given: Given<never>) => Promise<Result<Outcome, Refusal>>

function answers<One extends Operation>(
  operation: One,
  read: (given: Given<Asked<One>>) => Promise<Result<Outcome, Refusal>>,
): readonly [string, Answerer] {
  return [operation.id, read as Answerer]
}

function tells<One extends Operation>(
  operation: One,
  read: (asked: Asked<One>, origin: string) => Promise<Result<Told, Refusal>>,
): readonly [string, Answerer] {
  return answers(operation, async ({ asked, origin }) => {
    const told = await read(asked, origin)
    return told.ok ? { ok: true, value: { is: 'told', told: told.value } } : told
  })
}

/** Who answers each operation of the registry. */
const ANSWERERS: ReadonlyMap<string, Answerer> = new Map([
  tells(rootOperation, (_, origin) => readRoot(origin)),
  tells(integrityOperation, tellIntegrity),
  tells(statusOperation, readStatus),
  tells(matrixOperation, readMatrix),
  tells(timelineOperation, readTimeline),
  tells(compareOperation, readComparison),
  tells(verdictsOperation, readVerdicts),
  tells(verdictOperation, readVerdict),
  tells(checkOperation, readCheck),
  ...[...LIST_OPERATIONS].map(([name, operation]) =>
    tells(operation, (asked, origin) => readRecords(name, asked as ListQuery, origin)),
  ),
  ...[...ITEM_OPERATIONS].map(([name, operation]) =>
    tells(operation, (asked) => readRecord(name, asked as { key: string; rev?: number })),
  ),
  tells(revisionsOperation, readRevisions),
  tells(revisionOperation, readRevision),
  tells(searchOperation, readSearch),
  tells(codesOperation, readCodes),
  answers(freezeOperation, ({ request }) => freeze(request)),
  answers(snapshotOperation, ({ asked }) => snapshot(asked.id)),
  answers(documentOperation, async () => {
    const text = openApiText()
    return { ok: true, value: { is: 'bytes', text, etag: entityTag(text), never: false } }
  }),
])

/** @throws {TypeError} for an operation that nobody answers: the registry and this list have come apart. */
export function answererOf({ id }: Operation): (given: Given<unknown>) => Promise<Result<Outcome, Refusal>> {
  const answerer = ANSWERERS.get(id)
  if (answerer === undefined) throw new TypeError(`nobody answers ${id}`)
  return answerer as (given: Given<unknown>) => Promise<Result<Outcome, Refusal>>
}

/** The very bytes that were frozen: their entity tag is their digest, and they never change. */
async function snapshot(name: string): Promise<Result<Outcome, Refusal>> {
  const held = await heldSnapshot(name)
  if (!held.ok) return held
  const { text, digest } = held.value
  return { ok: true, value: { is: 'bytes', text, etag: `"${digest}"`, never: true } }
}
