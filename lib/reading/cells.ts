import 'server-only'
import { tellMatrix, tellSpans, tellStatus } from '@/lib/contract/answer'
import type { MatrixQuery, StatusQuery, TimelineQuery } from '@/lib/contract/api/queries'
import type { Told } from '@/lib/contract/api/told'
import { apiAddress } from '@/lib/contract/api-address'
import type { Refusal } from '@/lib/contract/refusal'
import { resolveMatrix } from '@/lib/ledger/matrix'
import { resolveCell } from '@/lib/ledger/resolve'
import type { Result } from '@/lib/ledger/result'
import { ok } from '@/lib/ledger/result'
import { formsOf } from '@/lib/ledger/scope'
import type { WholeRecord } from '@/lib/ledger/testimony'
import { cellTimeline, runOf } from '@/lib/ledger/timeline'
import type { OpenedFor } from './api/open'
import { openFor } from './api/open'
import type { Opened } from './opened'
import { rowsOf } from './rows'

/** The answer to one question, for machines. A form that the material does not have is an answer too: `not-applicable`. */
export async function readStatus(query: StatusQuery): Promise<Result<Told, Refusal>> {
  const { material, form } = query
  const opening = await openFor(query, { name: 'proof', material, form }, 'part')
  if (!opening.ok) return opening

  const { law, coordinates } = opening.value.opened
  const { question, revision } = coordinates
  const answer = resolveCell(law, question, material, form)
  const run = runOf(cellTimeline(law, question, material, form), question.on)
  return told(opening.value, 'status', { material, form }, tellStatus({ answer, run }, question, revision))
}

/** Every form of every material in scope, a page of materials at a time, for machines. */
export async function readMatrix(query: MatrixQuery): Promise<Result<Told, Refusal>> {
  const { after } = query
  const opening = await openFor(query, { name: 'matrix', ...(after === undefined ? {} : { after }) }, 'part')
  if (!opening.ok) return opening

  const { scope } = opening.value.opened.coordinates
  const own = { ...(scope === 'rare-earths' ? {} : { scope }), ...(after === undefined ? {} : { after }) }
  return told(opening.value, 'matrix', own, matrixOf(opening.value.opened))
}

/** How many matrices of one revision are kept at hand for those who ask again. */
const KEPT = 32

const made = new WeakMap<WholeRecord, Map<string, object>>()

/** A record at a revision never changes, and so does nothing that is told of it: the same value is given again. */
function matrixOf(opened: Opened): object {
  const { record, coordinates } = opened
  const { question, scope, view } = coordinates
  const kept = made.get(record) ?? new Map<string, object>()
  made.set(record, kept)
  const name = JSON.stringify([question, scope, view])
  const there = kept.get(name) ?? matrixTold(opened)
  kept.delete(name)
  kept.set(name, there)
  const [oldest] = kept.keys()
  if (kept.size > KEPT && oldest !== undefined) kept.delete(oldest)
  return there
}

function matrixTold(opened: Opened): object {
  const { law, coordinates } = opened
  const { question, revision, scope } = coordinates
  const { materials, next } = rowsOf(opened)
  const matrix = resolveMatrix(law, question, materials)
  const cells = matrix.rows.flatMap((row) => row.cells)
  return tellMatrix({ cells, scope, nextAfter: next, verifiedThrough: matrix.verifiedThrough }, question, revision)
}

/** All days of the record for one form of a material, or for every form it has. The question's own day does not matter. */
export async function readTimeline(query: TimelineQuery): Promise<Result<Told, Refusal>> {
  const { material: key, form } = query
  const view =
    form === undefined ? ({ name: 'material', key } as const) : { name: 'proof' as const, material: key, form }
  const opening = await openFor(query, view, 'part')
  if (!opening.ok) return opening

  const { law, coordinates } = opening.value.opened
  const { question, revision } = coordinates
  const material = law.materials.get(key)
  if (material === undefined) throw new TypeError(`not in the record: ${JSON.stringify(key)}`)
  const forms = form === undefined ? formsOf(law, material).map((one) => one.key) : [form]
  const lanes = forms.map((one) => ({ form: one, timeline: cellTimeline(law, question, key, one) }))
  const own = { material: key, ...(form === undefined ? {} : { form }) }
  return told(opening.value, 'timeline', own, tellSpans(key, lanes, law.coversFrom, question, revision))
}

function told(
  { opened, seen }: OpenedFor,
  resource: Parameters<typeof apiAddress>[1],
  own: { readonly [field: string]: string },
  value: object,
): Result<Told, never> {
  const { coordinates } = opened
  return ok({
    value: seen.lastSeen === true ? { ...value, ...seen } : value,
    revision: coordinates.revision,
    lastSeen: seen.lastSeen === true,
    canonical: apiAddress(coordinates, resource, own),
  })
}
