import 'server-only'
import type { Editor } from '@/lib/auth/person'
import type { EditRefusal } from '@/lib/contract/edit/refusal'
import type { Publication } from '@/lib/db/append'
import { isDatabaseAway } from '@/lib/db/away'
import { changeDraft, type KeptDraft, lockDraft } from '@/lib/db/editing/drafts'
import { publisherOf } from '@/lib/db/editing/history'
import { holdRole, lockHead, timeAfter } from '@/lib/db/editing/publishing'
import { inTransaction, type Transaction } from '@/lib/db/editing/transaction'
import { ok, type Result, refused } from '@/lib/ledger/result'
import type { Revision } from '@/lib/ledger/revision'
import { appendNext, authorOf } from './append-next'
import { caseOf, findCase } from './case'
import { logOn, NOT_ENDED, outOfStep } from './held'
import { judge } from './judge'
import { objectionTo, type Publishing } from './objection'
import { takenBackBy } from './taken-back'
import { isId } from './texts'
import { untilKnown } from './until-known'

export type Published = { readonly revision: number }

/** What is to be published: as it was looked at, and whether at once, with a review that follows. */
export type ToPublish = { readonly draft: string; readonly fingerprint: string; readonly urgent: boolean }

/** How long a revision that one person published in a hurry may wait for its review. */
const REVIEWED_WITHIN_MS = 24 * 3_600_000

/**
 * Turns a draft into the next revision, whole or not at all.
 *
 * The newest revision, the role of who publishes and the draft are held while it is judged again, so of two who publish at
 * once one is first and the other is told. The database's own guards stay the last line; where one fires, its sentence is
 * the refusal. Publishing once more what one has published says which revision it became.
 */
export async function publishDraft(
  editor: Editor,
  { draft: id, fingerprint, urgent }: ToPublish,
  when: Date | null = null,
): Promise<Result<Published, EditRefusal>> {
  if (!isId(id)) return refused({ why: 'no-draft' })
  // What the draft reaches is read before anybody waits for the newest revision; it is at hand unless the draft moves.
  const isAway = await findCase(id, when ?? new Date()).then(() => false, orThrow)
  if (isAway) return refused({ why: 'away', mayBeDone: false })
  return untilKnown(() =>
    inTransaction<Published, EditRefusal>(async (transaction) => {
      const head = await lockHead(transaction)
      const at = when ?? (await timeAfter(transaction, head))
      const { role, publicName } = await holdRole(transaction, editor.id)
      const draft = await lockDraft(transaction, id)
      if (draft?.revision != null) return publishedBefore(transaction, draft.revision, editor)
      const closed = outOfStep(draft, NOT_ENDED)
      if (draft === null || head === null || closed !== null) return refused(closed ?? { why: 'no-draft' })

      const found = await caseOf(transaction, draft, at)
      const publishing = { found, judged: judge(found), fingerprint, urgent, role, person: editor.id }
      const objection = objectionTo(publishing)
      if (objection !== null) return refused(objection)
      return append(transaction, { draft, head, publishing, publicName, at })
    }),
  )
}

/** That the database is away is told; anything else is a fault. */
function orThrow(error: unknown): true {
  if (isDatabaseAway(error)) return true
  throw error
}

type ToAppend = {
  readonly draft: KeptDraft
  readonly head: Revision
  readonly publishing: Publishing
  readonly publicName: string | null
  readonly at: Date
}

async function append(
  transaction: Transaction,
  { draft, head, publishing, publicName, at }: ToAppend,
): Promise<Result<Published, EditRefusal>> {
  const { judged, person, urgent } = publishing
  const authors = draft.contributors.map(({ id }) => id)
  const isHurried = urgent && judged.needsAnother && authors.includes(person)
  const publication: Publication = {
    draft: draft.id,
    authors,
    publisher: person,
    publisherName: publicName,
    reviewDue: isHurried ? new Date(at.getTime() + REVIEWED_WITHIN_MS).toISOString() : null,
    reviews: null,
    reverts: await takenBackBy(draft, judged),
  }
  const said = { kind: draft.kind, author: await authorOf(transaction, authors), reason: draft.reason }
  const revision = await appendNext(transaction, { head, said, changes: judged.changes, publication, at })
  await changeDraft(transaction, draft.id, { state: 'published', revision }, at)
  await logOn({ transaction, draft, person }, isHurried ? 'published-in-a-hurry' : 'published', { revision })
  return ok({ revision })
}

async function publishedBefore(
  transaction: Transaction,
  revision: number,
  { id }: Editor,
): Promise<Result<Published, EditRefusal>> {
  const publisher = await publisherOf(transaction, revision)
  return publisher === id ? ok({ revision }) : refused({ why: 'published-already', revision })
}
