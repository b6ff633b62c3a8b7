import 'server-only'
import { pin, refine } from '@/lib/contract/address-reading'
import { tellMatrix, tellStatus } from '@/lib/contract/answer'
import type { MatrixQuery, StatusQuery } from '@/lib/contract/query'
import type { Refusal } from '@/lib/contract/refusal'
import type { View } from '@/lib/contract/view'
import { resolveMatrix } from '@/lib/ledger/matrix'
import { resolveCell } from '@/lib/ledger/resolve'
import type { Result } from '@/lib/ledger/result'
import { ok, refused } from '@/lib/ledger/result'
import { cellTimeline, runOf } from '@/lib/ledger/timeline'
import { openAt } from './door'
import { headRevision, todayInBeijing } from './now'
import type { Opened } from './opened'

/** The answer to one question, for machines. A form that the material does not have is an answer too: `not-applicable`. */
export async function readStatus(query: StatusQuery): Promise<Result<ReturnType<typeof tellStatus>, Refusal>> {
  const { material, form } = query
  const opened = await openFor(query, { name: 'proof', material, form })
  if (!opened.ok) return opened

  const { law, coordinates } = opened.value
  const { question, revision } = coordinates
  const answer = resolveCell(law, question, material, form)
  const run = runOf(cellTimeline(law, question, material, form), question.on)
  return ok(tellStatus({ answer, run }, question, revision))
}

/** Every form of every material in scope, for machines. */
export async function readMatrix(query: MatrixQuery): Promise<Result<ReturnType<typeof tellMatrix>, Refusal>> {
  const opened = await openFor(query, { name: 'matrix' })
  if (!opened.ok) return opened

  const { law, coordinates } = opened.value
  const { question, revision, scope } = coordinates
  const matrix = resolveMatrix(law, question, scope)
  const cells = matrix.rows.flatMap((row) => row.cells)
  return ok(tellMatrix(cells, scope, matrix.verifiedThrough, question, revision))
}

/** A question that names no revision is about the newest, one that names no day is about today in Beijing. */
async function openFor(query: MatrixQuery, view: View): Promise<Result<Opened, Refusal>> {
  const revision = query.rev ?? (await headRevision())?.revision
  if (revision === undefined) return refused({ problems: [{ why: 'record-away' }], nearest: null })
  return openAt(pin({ view, ...refine(query) }, revision, query.on ?? todayInBeijing()))
}
