import 'server-only'
import type { Person, Reviewer } from '@/lib/auth/person'
import type { EditRefusal } from '@/lib/contract/edit/refusal'
import { isAtLeast } from '@/lib/contract/people/role'
import { say } from '@/lib/contract/words/catalogue'
import type { Publication } from '@/lib/db/append'
import { allPublications, type KeptPublication } from '@/lib/db/editing/history'
import { holdRole, lockHead, timeAfter } from '@/lib/db/editing/publishing'
import { asEditors, inTransaction } from '@/lib/db/editing/transaction'
import { logAct } from '@/lib/db/people/audit'
import { ok, type Result, refused } from '@/lib/ledger/result'
import { appendNext, authorOf } from './append-next'
import { textFor } from './texts'
import { untilKnown } from './until-known'

/** A revision that one person published in a hurry, and that nobody has reviewed yet. */
export type WaitingRevision = {
  readonly revision: number
  readonly reviewDue: string
  readonly publisher: string
  readonly writers: readonly string[]
}

/** Urgent revisions that nobody has reviewed, the first due first. */
export async function urgentWaiting(_person: Person): Promise<readonly WaitingRevision[]> {
  const all = await asEditors(allPublications)
  const reviewed = new Set(all.map(({ reviews }) => reviews))
  return all
    .flatMap((one) =>
      one.reviewDue === null || reviewed.has(one.revision) ? [] : { ...one, reviewDue: one.reviewDue },
    )
    .map(({ revision, reviewDue, publisher, authors }) => ({
      revision,
      reviewDue,
      publisher: publisher.name,
      writers: authors.map(({ name }) => name),
    }))
    .toSorted((a, b) => (a.reviewDue < b.reviewDue ? -1 : 1))
}

/**
 * Says that a revision published in a hurry was reviewed, as a revision of its own that changes nothing: so a page that
 * names a revision tells for ever whether the review was there by then. Somebody else than its writers and its publisher
 * does it, once.
 */
export async function reviewUrgent(
  reviewer: Reviewer,
  { revision, words }: { readonly revision: number; readonly words: string },
  when: Date | null = null,
): Promise<Result<{ readonly revision: number }, EditRefusal>> {
  const said = textFor('words', words, 'may-be-empty')
  if (!said.ok) return said
  return untilKnown(() =>
    inTransaction<{ readonly revision: number }, EditRefusal>(async (transaction) => {
      const head = await lockHead(transaction)
      const at = when ?? (await timeAfter(transaction, head))
      const { role, publicName } = await holdRole(transaction, reviewer.id)
      if (!isAtLeast(role, 'reviewer')) return refused({ why: 'role-lost', needs: 'reviewer' })
      const all = await allPublications(transaction)
      const meant = all.find((one) => one.revision === revision)
      if (head === null || meant === undefined || meant.reviewDue === null) return refused({ why: 'not-urgent' })
      const review = all.find(({ reviews }) => reviews === revision)
      if (review !== undefined) return again(review, reviewer)
      if (isOwn(meant, reviewer.id)) return refused({ why: 'own-review' })

      const publication: Publication = {
        draft: null,
        authors: [reviewer.id],
        publisher: reviewer.id,
        publisherName: publicName,
        reviewDue: null,
        reviews: revision,
        reverts: null,
      }
      const reason = say('editing.review.reason', { revision, words: said.value }).trim()
      const author = await authorOf(transaction, [reviewer.id])
      const next = { head, said: { kind: 'verification', author, reason }, changes: [], publication, at } as const
      const number = await appendNext(transaction, next)
      await logAct(transaction, { person: reviewer.id, act: 'revision.reviewed', subject: `revision/${revision}` })
      return ok({ revision: number })
    }),
  )
}

function isOwn({ publisher, authors }: Pick<KeptPublication, 'publisher' | 'authors'>, person: string): boolean {
  return publisher.id === person || authors.some(({ id }) => id === person)
}

/** A form posted twice is one review. */
function again(review: KeptPublication, { id }: Reviewer): Result<{ readonly revision: number }, EditRefusal> {
  return review.publisher.id === id ? ok({ revision: review.revision }) : refused({ why: 'reviewed-already' })
}
