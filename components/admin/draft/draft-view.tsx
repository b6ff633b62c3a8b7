import type { ReactNode } from 'react'
import { describeFields } from '@/components/admin/draft/describe-fields'
import { DraftHead } from '@/components/admin/draft/draft-head'
import { EntryList } from '@/components/admin/draft/entry-list'
import { RuleList } from '@/components/admin/draft/rule-list'
import { Discussion } from '@/components/admin/review/discussion'
import { type ReviewActs, ReviewSteps } from '@/components/admin/review/review-steps'
import { SaySomething } from '@/components/admin/review/say-something'
import { ActForm } from '@/components/admin/ui/act-form.client'
import type { Act } from '@/components/admin/ui/act-state'
import { Section } from '@/components/ui/section'
import type { Draft, DraftComment } from '@/lib/contract/edit/draft'
import type { JudgedRule, Standing } from '@/lib/contract/edit/standing'
import { type Looker, stepsOf } from '@/lib/contract/edit/steps'
import type { NameOf } from '@/lib/contract/history/names'
import { say } from '@/lib/contract/words/catalogue'

/** Every act of a draft's page. */
export type DraftActs = ReviewActs & {
  readonly describe: Act
  readonly remove: (entry: string, version: number) => Act
  readonly confirm: (broken: JudgedRule) => Act
  readonly override: (broken: JudgedRule) => Act
}

export type DraftPage = {
  readonly draft: Draft
  readonly comments: readonly DraftComment[]
  readonly standing: Standing
  readonly looker: Looker
  readonly nameOf: NameOf
  readonly acts: DraftActs
  /** Streamed in, or in their place why there are none. */
  readonly consequences: ReactNode
}

/** A draft as a whole: what it is, its entries, the rules, the consequences, the review. */
export function DraftView({ draft, comments, standing, looker, nameOf, acts, consequences }: DraftPage) {
  const steps = stepsOf(draft, standing, looker)
  return (
    <>
      <DraftHead draft={draft} head={standing.head} />
      <Parts />
      {steps.may.has('change') && <Describe draft={draft} describe={acts.describe} abandon={acts.abandon} />}
      <Section
        id="entries"
        title={
          <>
            {say('drafts.parts.entries')} <Count number={standing.entries.length} />
          </>
        }
      >
        <EntryList
          draft={draft.id}
          base={draft.base}
          entries={standing.entries}
          nameOf={nameOf}
          mayChange={steps.may.has('change')}
          remove={acts.remove}
        />
      </Section>
      <Section id="rules" title={say('drafts.parts.rules')}>
        <RuleList
          draft={draft.id}
          standing={standing}
          nameOf={nameOf}
          acts={{ may: maySettle(steps.may.has('comment'), looker), confirm: acts.confirm, override: acts.override }}
        />
      </Section>
      <Section id="consequences" title={say('drafts.parts.consequences')}>
        {consequences}
      </Section>
      <Section id="review" title={say('drafts.parts.review')}>
        <div className="columns">
          <div>
            <Discussion comments={comments} />
            {steps.may.has('comment') && <SaySomething action={acts.comment} />}
          </div>
          <ReviewSteps steps={steps} acts={acts} />
        </div>
      </Section>
    </>
  )
}

function maySettle(mayAct: boolean, { role }: Looker): 'read' | 'confirm' | 'override' {
  if (!mayAct) return 'read'
  return role === 'editor' ? 'confirm' : 'override'
}

function Count({ number }: { readonly number: number }) {
  return <span className="soft count">{number}</span>
}

/** The parts of a long page, so that a reviewer gets to the consequences in one step. */
function Parts() {
  return (
    <nav aria-label={say('drafts.parts.name')} className="parts">
      <ul className="inline-list">
        {(['entries', 'rules', 'consequences', 'review'] as const).map((part) => (
          <li key={part}>
            <a href={`#${part}`}>{say(`drafts.parts.${part}`)}</a>
          </li>
        ))}
      </ul>
    </nav>
  )
}

function Describe({
  draft,
  describe,
  abandon,
}: {
  readonly draft: Draft
  readonly describe: Act
  readonly abandon: Act
}) {
  return (
    <>
      <ActForm
        name="describe"
        action={describe}
        fields={describeFields(draft)}
        problemsTitle={say('drafts.problems')}
        submit={say('drafts.page.describeDo')}
        folded={say('drafts.page.describe')}
      />
      <ActForm
        name="abandon"
        action={abandon}
        lead={say('drafts.page.abandonLead')}
        problemsTitle={say('drafts.problems')}
        submit={say('drafts.page.abandon')}
        folded={say('drafts.page.abandonFold')}
      />
    </>
  )
}
