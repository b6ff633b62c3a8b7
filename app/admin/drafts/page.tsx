import type { Metadata } from 'next'
import { DraftGroups } from '@/components/admin/draft/draft-groups'
import { AdminMain } from '@/components/admin/shell/admin-main'
import { requirePerson } from '@/lib/auth/guard'
import { isAtLeast } from '@/lib/contract/people/role'
import { say } from '@/lib/contract/words/catalogue'
import { draftsFor } from '@/lib/editing/drafts'

export const dynamic = 'force-dynamic'

export const metadata: Metadata = { title: say('drafts.list.title') }

/** Every draft there is, by where it stands. */
export default async function DraftsPage() {
  const person = await requirePerson()
  const drafts = await draftsFor(person)
  return (
    <AdminMain title={say('drafts.list.title')}>
      <p className="lede">{say('drafts.list.lead')}</p>
      {isAtLeast(person.role, 'editor') && (
        <p>
          <a href="/admin/drafts/new" className="tall-link">
            {say('drafts.desk.newDraft')}
          </a>
        </p>
      )}
      <DraftGroups drafts={drafts} />
    </AdminMain>
  )
}
