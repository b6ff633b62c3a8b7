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
import { cellTimeline, runOf } from '@/lib/ledger/timeline'
import type { OpenedFor } from './api/open'
import { openFor } from './api/open'

/** The answer to one question, for machines. A form that the material does not have is an answer too: `not-applicable`. */
export async function readStatus(query: StatusQuery): Promise<Result<Told, Refusal>> {
  const { material, form } = query
  const opening = await openFor(query, { name: 'proof', material, form })
  if (!opening.ok) return opening

  const { law, coordinates } = opening.value.opened
  const { question, revision } = coordinates
  const answer = resolveCell(law, question, material, form)
  const run = runOf(cellTimeline(law, question, material, form), question.on)
  return told(opening.value, 'status', { material, form }, tellStatus({ answer, run }, question, revision))
}

/** Every form of every material in scope, for machines. */
export async function readMatrix(query: MatrixQuery): Promise<Result<Told, Refusal>> {
  const opening = await openFor(query)
  if (!opening.ok) return opening

  const { law, coordinates } = opening.value.opened
  const { question, revision, scope } = coordinates
  const matrix = resolveMatrix(law, question, scope)
  const cells = matrix.rows.flatMap((row) => row.cells)
  const own = scope === 'rare-earths' ? {} : { scope }
  return told(opening.value, 'matrix', own, tellMatrix(cells, scope, matrix.verifiedThrough, question, revision))
}

/** All days of the record for one form of a material, or for every form it has. The question's own day does not matter. */
export async function readTimeline(query: TimelineQuery): Promise<Result<Told, Refusal>> {
  const { material: key, form } = query
  const view =
    form === undefined ? ({ name: 'material', key } as const) : { name: 'proof' as const, material: key, form }
  const opening = await openFor(query, view)
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
    value: { ...value, ...seen },
    revision: coordinates.revision,
    lastSeen: seen.lastSeen === true,
    canonical: apiAddress(coordinates, resource, own),
  })
}
