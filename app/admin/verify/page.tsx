import type { Metadata } from 'next'
import { AdminMain } from '@/components/admin/shell/admin-main'
import { Told } from '@/components/admin/ui/told'
import { WorkListView } from '@/components/admin/verify/work-list'
import { requirePerson } from '@/lib/auth/guard'
import { sayLookRefusal } from '@/lib/contract/edit/look'
import { isAtLeast } from '@/lib/contract/people/role'
import { say } from '@/lib/contract/words/catalogue'
import { worklist } from '@/lib/editing/worklist'

export const dynamic = 'force-dynamic'

export const metadata: Metadata = { title: say('verify.title') }

/** What somebody should look at again, why, and since when. `?done=42` tells of a look that has just been published. */
export default async function VerifyPage({ searchParams }: PageProps<'/admin/verify'>) {
  const person = await requirePerson()
  const { done } = await searchParams
  const list = await worklist(person)
  const revision = typeof done === 'string' && /^\d{1,9}$/.test(done) ? Number(done) : null
  return (
    <AdminMain title={say('verify.title')}>
      {revision !== null && <Told>{say('verify.done', { revision })}</Told>}
      {list === null ? (
        <p>{sayLookRefusal({ why: 'no-record' }).say}</p>
      ) : (
        <WorkListView {...list} mayLook={isAtLeast(person.role, 'editor')} />
      )}
    </AdminMain>
  )
}
