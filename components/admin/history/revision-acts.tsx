import { type PeopledRevision, waitsForReview } from '@/components/admin/history/revision-marks'
import { ActForm } from '@/components/admin/ui/act-form.client'
import type { Act } from '@/components/admin/ui/act-state'
import { formAddress } from '@/components/admin/ui/form-address'
import { Section } from '@/components/ui/section'
import { say } from '@/lib/contract/words/catalogue'
import type { Kind } from '@/lib/ledger/change'

/** What a revision made of one key. */
export type ChangedRecord = {
  readonly kind: Kind
  readonly key: string
  readonly name: string
  readonly did: 'new' | 'changed' | 'gone'
}

/** Who looks: whether taking back and reviewing are offered. */
type Looker = { readonly edits: boolean; readonly reviews: boolean; readonly id: string }

/** What a revision changed, and the ways to take it back, whole or in part, and to say that it was reviewed. */
export function RevisionActs({
  revision,
  changes,
  looker,
  revert,
  review,
}: {
  readonly revision: PeopledRevision
  readonly changes: readonly ChangedRecord[]
  readonly looker: Looker
  /** Takes back some records of it, or (`null`) all. */
  readonly revert: (only: ChangedRecord | null) => Act
  readonly review: Act
}) {
  const own =
    revision.publication !== null &&
    [...revision.publication.authors, revision.publication.publisher].some(({ id }) => id === looker.id)
  return (
    <>
      {waitsForReview(revision) && looker.reviews && (
        <Section id="review" title={say('drafts.history.review')}>
          {own ? <p>{say('drafts.history.ownReview')}</p> : <ReviewForm revision={revision.number} review={review} />}
        </Section>
      )}
      {changes.length > 0 && (
        <Section id="what" title={say('drafts.history.what')}>
          <ul className="lines changed-records">
            {changes.map((change) => (
              <li key={`${change.kind} ${change.key}`}>
                <span>
                  {say(`drafts.history.does.${change.did}`, {
                    kind: say(`drafts.kindOfRecord.${change.kind}`),
                    name: change.name,
                  })}{' '}
                  <span className="code soft">{change.key}</span>
                </span>
                {looker.edits && (
                  <ActForm
                    name={`revert-${change.kind}-${change.key}`}
                    action={revert(change)}
                    problemsTitle={say('drafts.problems')}
                    submit={say('drafts.history.revertOne')}
                    about={say('drafts.history.revertNamed', { name: change.name })}
                  />
                )}
              </li>
            ))}
          </ul>
        </Section>
      )}
      {changes.length > 0 && looker.edits && (
        <Section id="revert" title={say('drafts.history.revert')}>
          <ActForm
            name="revert"
            action={revert(null)}
            lead={say('drafts.history.revertLead')}
            problemsTitle={say('drafts.problems')}
            submit={say('drafts.history.revert')}
          />
        </Section>
      )}
    </>
  )
}

/** Says that somebody else looked at a revision. It is also the answer to who sent it when the session had ended. */
export function ReviewForm({ revision, review }: { readonly revision: number; readonly review: Act }) {
  return (
    <ActForm
      name="review"
      action={review}
      address={formAddress(`/admin/history/${revision}`, { form: 'review' })}
      lead={say('drafts.history.reviewLead')}
      fields={[{ as: 'text', name: 'words', label: say('drafts.history.reviewWords'), value: '' }]}
      problemsTitle={say('drafts.problems')}
      submit={say('drafts.history.review')}
      main
    />
  )
}
