import type { Metadata } from 'next'
import { DraftTable } from '@/components/admin/draft/draft-table'
import { RevisionList } from '@/components/admin/history/revision-list'
import { WaitingList } from '@/components/admin/history/waiting-list'
import { AdminMain } from '@/components/admin/shell/admin-main'
import { Section } from '@/components/ui/section'
import { requirePerson } from '@/lib/auth/guard'
import { isAtLeast } from '@/lib/contract/people/role'
import { say } from '@/lib/contract/words/catalogue'
import { deskOf } from '@/lib/editing/desk'

export const dynamic = 'force-dynamic'

export const metadata: Metadata = { title: say('drafts.desk.title') }

/** What waits for whoever has signed in: drafts of their own, reviews, what was published in a hurry, overdue looks. */
export default async function DeskPage() {
  const person = await requirePerson()
  const { mine, toReview, urgent, newest, overdueLooks, now } = await deskOf(person)
  return (
    <AdminMain title={say('drafts.desk.title')}>
      {urgent.length > 0 && (
        <Section id="urgent" title={say('drafts.desk.urgent')}>
          <WaitingList waiting={urgent} now={now} />
        </Section>
      )}
      <Section id="mine" title={say('drafts.desk.mine')}>
        {mine.length === 0 ? (
          <p>{say('drafts.desk.noMine')}</p>
        ) : (
          <DraftTable name={say('drafts.desk.mineTable')} drafts={mine} />
        )}
        {isAtLeast(person.role, 'editor') && (
          <p>
            <a href="/admin/drafts/new" className="tall-link">
              {say('drafts.desk.newDraft')}
            </a>
          </p>
        )}
      </Section>
      <Section id="to-review" title={say('drafts.desk.review')}>
        {toReview.length === 0 ? (
          <p>{say('drafts.desk.noReview')}</p>
        ) : (
          <DraftTable name={say('drafts.desk.reviewTable')} drafts={toReview} />
        )}
      </Section>
      <p className="section">
        <a href="/admin/verify" className="tall-link">
          {say(overdueLooks.isAll ? 'drafts.desk.verify' : 'drafts.desk.verifySome', { count: overdueLooks.count })}
        </a>
      </p>
      <Section id="newest" title={say('drafts.desk.latest')}>
        <RevisionList revisions={newest} now={now} inSection />
        <p>
          <a href="/admin/history" className="tall-link">
            {say('drafts.desk.all')}
          </a>
        </p>
      </Section>
    </AdminMain>
  )
}
