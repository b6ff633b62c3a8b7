import type { ReactNode } from 'react'
import { describeFields } from '@/components/admin/draft/describe-fields'
import { type DraftForm, draftFormAddress } from '@/components/admin/draft/draft-form-address'
import { DraftHead } from '@/components/admin/draft/draft-head'
import { EntryList } from '@/components/admin/draft/entry-list'
import { RuleList, type RuleOfRecord } from '@/components/admin/draft/rule-list'
import { type Done, WhatWasDone } from '@/components/admin/draft/what-was-done'
import { Discussion } from '@/components/admin/review/discussion'
import { type ReviewActs, ReviewSteps } from '@/components/admin/review/review-steps'
import { SaySomething } from '@/components/admin/review/say-something'
import { ActForm } from '@/components/admin/ui/act-form.client'
import type { Act } from '@/components/admin/ui/act-state'
import { Section } from '@/components/ui/section'
import type { Draft, DraftComment } from '@/lib/contract/edit/draft'
import type { Standing } from '@/lib/contract/edit/standing'
import { type Looker, stepsOf } from '@/lib/contract/edit/steps'
import type { NameOf } from '@/lib/contract/history/names'
import { say } from '@/lib/contract/words/catalogue'

/** Every act of a draft's page. */
export type DraftActs = ReviewActs & {
  readonly describe: Act
  readonly remove: (entry: string, version: number) => Act
  readonly confirm: (broken: RuleOfRecord) => Act
  readonly override: (broken: RuleOfRecord) => Act
}

export type DraftPage = {
  readonly draft: Draft
  readonly comments: readonly DraftComment[]
  /** Who did what, as the log has it. */
  readonly done: readonly Done[]
  readonly standing: Standing
  readonly looker: Looker
  readonly nameOf: NameOf
  readonly acts: DraftActs
  /** The form of this page that was sent last, where it was sent to its own address. */
  readonly sent: DraftForm
  /** Streamed in, or in their place why there are none. */
  readonly consequences: ReactNode
}

/** A draft as a whole: what it is, its entries, the rules, the consequences, the review. */
export function DraftView({ draft, comments, done, standing, looker, nameOf, acts, sent, consequences }: DraftPage) {
  const shown = { version: String(draft.version), seen: standing.fingerprint }
  const addressOf = (form: string) => draftFormAddress(draft.id, form === sent.form ? sent : { form, ...shown })
  const steps = stepsOf(draft, standing, looker)
  return (
    <>
      <DraftHead draft={draft} head={standing.head} />
      <Parts />
      {steps.may.has('change') && <Describe draft={draft} acts={acts} address={addressOf('describe')} />}
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
          acts={{ ...acts, addressOf, may: maySettle(steps.may.has('comment'), looker) }}
        />
      </Section>
      <Section id="consequences" title={say('drafts.parts.consequences')}>
        {consequences}
      </Section>
      <Section id="review" title={say('drafts.parts.review')}>
        <div className="columns">
          <div>
            <Discussion comments={comments} />
            {steps.may.has('comment') && <SaySomething action={acts.comment} address={addressOf('comment')} />}
            <WhatWasDone done={done} />
          </div>
          <ReviewSteps steps={steps} acts={acts} addressOf={addressOf} />
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
  acts,
  address,
}: {
  readonly draft: Draft
  readonly acts: DraftActs
  readonly address: string
}) {
  return (
    <>
      <ActForm
        name="describe"
        action={acts.describe}
        address={address}
        fields={describeFields(draft)}
        problemsTitle={say('drafts.problems')}
        submit={say('drafts.page.describeDo')}
        folded={say('drafts.page.describe')}
      />
      <ActForm
        name="abandon"
        action={acts.abandon}
        lead={say('drafts.page.abandonLead')}
        problemsTitle={say('drafts.problems')}
        submit={say('drafts.page.abandon')}
        folded={say('drafts.page.abandonFold')}
      />
    </>
  )
}
