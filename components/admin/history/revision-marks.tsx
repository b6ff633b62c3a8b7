import { draftAddress } from '@/components/admin/ui/addresses'
import { Instant } from '@/components/marks/instant'
import { say } from '@/lib/contract/words/catalogue'
import { instantInWords } from '@/lib/contract/words/instant'
import type { Revision } from '@/lib/ledger/revision'

type Named = { readonly id: string; readonly name: string }

/** A revision with the people behind it; `publication: null` for the first, which was loaded. */
export type PeopledRevision = Revision & {
  readonly publication: {
    readonly draft: string | null
    readonly authors: readonly Named[]
    readonly publisher: Named
    readonly reviewDue: string | null
    readonly reviews: number | null
    readonly reviewedIn: number | null
    readonly reverts: number | null
    readonly revertedIn: readonly number[]
  } | null
}

/** Who wrote and who published a revision, when, and what later revisions say of it. */
export function RevisionMarks({ revision, now }: { readonly revision: PeopledRevision; readonly now: string }) {
  const { publication, recordedAt, kind, number } = revision
  return (
    <>
      <p className="small">
        {say(`pages.changes.kinds.${kind}`)} · <Instant at={recordedAt} /> ·{' '}
        {publication === null
          ? say('drafts.history.loaded')
          : say('drafts.history.by', {
              writers: publication.authors.map(({ name }) => name).join(', '),
              publisher: publication.publisher.name,
            })}
      </p>
      <ul className="inline-list small">
        <li>
          <a href={`/changes/${number}`}>{say('drafts.history.public')}</a>
        </li>
        {publication?.draft && (
          <li>
            <a href={draftAddress(publication.draft)}>{say('drafts.history.draft')}</a>
          </li>
        )}
        {marksOf(revision, now).map((mark) => (
          <li key={mark}>{mark}</li>
        ))}
      </ul>
    </>
  )
}

/** Whether a revision was published at once and nobody has reviewed it yet. */
export function waitsForReview({ publication }: PeopledRevision): boolean {
  return publication !== null && publication.reviewDue !== null && publication.reviewedIn === null
}

function marksOf({ publication }: PeopledRevision, now: string): readonly string[] {
  if (publication === null) return []
  const { reviewDue, reviewedIn, reviews, reverts, revertedIn } = publication
  const marks: string[] = []
  if (reviewDue !== null && reviewedIn === null) {
    const at = instantInWords(reviewDue)
    marks.push(reviewDue < now ? say('drafts.history.overdue', { at }) : say('drafts.history.urgent', { at }))
  }
  if (reviewedIn !== null) marks.push(say('drafts.history.reviewedIn', { number: reviewedIn }))
  if (reviews !== null) marks.push(say('drafts.history.reviews', { number: reviews }))
  if (reverts !== null) marks.push(say('drafts.history.reverts', { number: reverts }))
  if (revertedIn.length > 0) {
    marks.push(say('drafts.history.revertedIn', { count: revertedIn.length, numbers: revertedIn.join(', ') }))
  }
  return marks
}
