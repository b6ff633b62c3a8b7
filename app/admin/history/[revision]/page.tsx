import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { personOrSender } from '@/app/admin/sender'
import { ReviewForm, RevisionActs } from '@/components/admin/history/revision-acts'
import { RevisionMarks } from '@/components/admin/history/revision-marks'
import { AdminMain } from '@/components/admin/shell/admin-main'
import { Told } from '@/components/admin/ui/told'
import { requirePerson } from '@/lib/auth/guard'
import { sayDone } from '@/lib/contract/edit/done'
import { isAtLeast } from '@/lib/contract/people/role'
import { say } from '@/lib/contract/words/catalogue'
import { revisionsForEditors } from '@/lib/editing/history'
import { changedIn } from '@/lib/editing/revision-changes'
import { revert, review } from './actions'

export const dynamic = 'force-dynamic'

export const metadata: Metadata = { title: say('drafts.history.title') }

/** One revision: who, what it changed, taking it back, and the review of one that was published at once. */
export default async function RevisionPage({ params, searchParams }: PageProps<'/admin/history/[revision]'>) {
  const sender = await personOrSender()
  const [{ revision: asked }, { did, form }] = await Promise.all([params, searchParams])
  const number = /^[1-9]\d{0,8}$/.test(asked) ? Number(asked) : 0
  if (sender === null && form === 'review') return <ReviewAgain revision={number} />

  const person = sender ?? (await requirePerson())
  const revision = (await revisionsForEditors(person)).find((one) => one.number === number)
  if (revision === undefined) notFound()

  const done = sayDone(did, null)
  // The draft that takes something back has its id before it is there, so that a form posted twice opens one.
  const draft = crypto.randomUUID()
  return (
    <AdminMain
      title={say('pages.changes.revision', { number })}
      trail={[{ label: say('drafts.history.title'), href: '/admin/history' }]}
    >
      {done !== null && <Told>{done}</Told>}
      <p className="lede">{revision.reason}</p>
      <RevisionMarks revision={revision} now={new Date().toISOString()} />
      <RevisionActs
        revision={revision}
        changes={await changedIn(person, number)}
        looker={{
          id: person.id,
          edits: isAtLeast(person.role, 'editor'),
          reviews: isAtLeast(person.role, 'reviewer'),
        }}
        revert={(only) => revert.bind(null, draft, number, only === null ? null : { kind: only.kind, key: only.key })}
        review={review.bind(null, number)}
      />
    </AdminMain>
  )
}

function ReviewAgain({ revision }: { readonly revision: number }) {
  return (
    <AdminMain title={say('admin.again.title')}>
      <ReviewForm revision={revision} review={review.bind(null, revision)} />
    </AdminMain>
  )
}
