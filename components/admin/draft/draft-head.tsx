import { Instant } from '@/components/marks/instant'
import { Facts } from '@/components/ui/facts'
import { Notice } from '@/components/ui/notice'
import type { Draft } from '@/lib/contract/edit/draft'
import { say } from '@/lib/contract/words/catalogue'
import { draftAddress } from '../ui/addresses'

/** What a draft is, who is on it, and what stands in its way as a whole. */
export function DraftHead({ draft, head }: { readonly draft: Draft; readonly head: number }) {
  return (
    <>
      <Standing draft={draft} head={head} />
      <p className="lede">{draft.reason.trim() === '' ? say('drafts.page.noReason') : draft.reason}</p>
      <Facts
        facts={[
          { name: say('drafts.page.facts.state'), value: <DraftStateTag state={draft.state} /> },
          { name: say('drafts.page.facts.kind'), value: say(`pages.changes.kinds.${draft.kind}`) },
          { name: say('drafts.page.facts.base'), value: <ToRevision number={draft.base} /> },
          {
            name: say('drafts.page.facts.author'),
            value: (
              <>
                {draft.author.name}, <Instant at={draft.createdAt} />
              </>
            ),
          },
          {
            name: say('drafts.page.facts.writers'),
            value: draft.contributors.map(({ name }) => name).join(', '),
          },
          { name: say('drafts.page.facts.submitted'), value: draft.submittedBy?.name ?? null },
          { name: say('drafts.page.facts.approved'), value: draft.approvedBy?.name ?? null },
          {
            name: say('drafts.page.facts.reverts'),
            value: draft.reverts === null ? null : <ToRevision number={draft.reverts} />,
          },
          {
            name: say('drafts.page.facts.revision'),
            value: draft.revision === null ? null : <ToRevision number={draft.revision} />,
          },
        ]}
      />
    </>
  )
}

/** The one thing that matters before all else: it is published, or given up, or stands on an old revision. */
function Standing({ draft, head }: { readonly draft: Draft; readonly head: number }) {
  if (draft.state === 'published' && draft.revision !== null) {
    const number = draft.revision
    return (
      <Notice>
        {say.rich('drafts.page.published', { link: (words) => <a href={`/changes/${number}`}>{words}</a>, number })}
      </Notice>
    )
  }
  if (draft.state === 'abandoned') return <Notice>{say('drafts.page.abandoned')}</Notice>
  if (draft.base === head) return null
  return (
    <Notice tone="alarm">
      <p>{say('drafts.page.moved', { head, base: draft.base })}</p>
      <p>
        <a href={`${draftAddress(draft.id)}/rebase`} className="tall-link">
          {say('drafts.page.toRebase', { head })}
        </a>
      </p>
    </Notice>
  )
}

/** Where a draft stands, in its word. */
export function DraftStateTag({ state }: { readonly state: Draft['state'] }) {
  return (
    <span className="tag" data-state={state}>
      {say(`drafts.state.${state}`)}
    </span>
  )
}

/** A revision as readers see it. */
export function ToRevision({ number }: { readonly number: number }) {
  return <a href={`/changes/${number}`}>{say('drafts.page.revision', { number })}</a>
}
