import type { EditRefusal } from '@/lib/contract/edit/refusal'
import { isAtLeast } from '@/lib/contract/people/role'
import type { Standing as Holding } from '@/lib/db/editing/publishing'
import { comparisonOf } from './comparison'
import type { Case, Judged } from './judge'

/** A draft that somebody wants to publish, judged at that moment. */
export type Publishing = {
  readonly found: Case
  readonly judged: Judged
  /** Of what the person looked at. */
  readonly fingerprint: string
  readonly urgent: boolean
  /** What the person may do at this moment. */
  readonly role: Holding['role']
  readonly person: string
}

/** Why a draft is not published, the most useful reason first; `null` when nothing speaks against it. */
export function objectionTo({ found, judged, ...by }: Publishing): EditRefusal | null {
  const { draft } = found
  if (!isAtLeast(by.role, 'editor')) return { why: 'role-lost', needs: 'editor' }
  if (judged.head !== judged.base) return { why: 'base-moved', comparison: comparisonOf(found) }
  if (judged.fingerprint !== by.fingerprint) return { why: 'seen-another' }
  const unfinished = judged.entries.filter(({ problems }) => problems.length > 0)
  const broken = judged.broken.filter(({ open }) => open)
  if (unfinished.length > 0 || broken.length > 0) return { why: 'breaks-rules', unfinished, broken }
  if (judged.changes.length === 0) return { why: 'nothing-to-publish' }
  if (draft.reason === '') return { why: 'text-missing', field: 'reason' }
  return objectionOfPersons({ draft, needsAnother: judged.needsAnother, ...by })
}

type Persons = Pick<Publishing, 'urgent' | 'role' | 'person'> & {
  readonly draft: Case['draft']
  readonly needsAnother: boolean
}

/** One person is enough for words and looks; for what can change a status another reviewer is, or both in a hurry. */
function objectionOfPersons({ draft, needsAnother, urgent, role, person }: Persons): EditRefusal | null {
  if (draft.state === 'changes-requested') return { why: 'wrong-step', state: draft.state }
  if (!needsAnother) return null
  const wroteSome = draft.contributors.some(({ id }) => id === person)
  if (wroteSome && !urgent) return { why: 'second-person', writers: draft.contributors.map(({ name }) => name) }
  if (!isAtLeast(role, 'reviewer')) return { why: 'role-lost', needs: 'reviewer' }
  return wroteSome || draft.state !== 'open' ? null : { why: 'wrong-step', state: draft.state }
}
