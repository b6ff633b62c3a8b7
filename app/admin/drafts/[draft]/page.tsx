import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { Suspense } from 'react'
import { DraftView } from '@/components/admin/draft/draft-view'
import { ImpactWaiting } from '@/components/admin/draft/impact-waiting'
import { AdminMain } from '@/components/admin/shell/admin-main'
import { Told } from '@/components/admin/ui/told'
import { requirePerson } from '@/lib/auth/guard'
import { sayDone } from '@/lib/contract/edit/done'
import { say } from '@/lib/contract/words/catalogue'
import { openedDraft } from '@/lib/editing/drafts'
import { namesOfDraft } from '@/lib/editing/names'
import { standingOf } from '@/lib/editing/standing'
import { actsOf } from './acts'
import { Consequences } from './consequences'

export const dynamic = 'force-dynamic'

export const metadata: Metadata = { title: say('drafts.page.title') }

/** A draft: its entries, the rules it breaks, what it would do, and its review. Only the consequences are streamed. */
export default async function DraftPage({ params, searchParams }: PageProps<'/admin/drafts/[draft]'>) {
  const person = await requirePerson()
  const { draft: id } = await params
  const [opened, standing, { did }] = await Promise.all([openedDraft(person, id), standingOf(person, id), searchParams])
  if (opened === null || standing === null) notFound()

  const { draft, comments } = opened
  const done = sayDone(did, draft.revision)
  return (
    <AdminMain title={draft.title} trail={[{ label: say('drafts.list.title'), href: '/admin/drafts' }]}>
      {done !== null && <Told>{done}</Told>}
      <DraftView
        draft={draft}
        comments={comments}
        standing={standing}
        looker={{ id: person.id, role: person.role }}
        nameOf={await namesOfDraft(person, standing)}
        acts={actsOf(draft, standing)}
        consequences={
          <Suspense key={crypto.randomUUID()} fallback={<ImpactWaiting draft={draft.id} />}>
            <Consequences person={person} draft={draft} fingerprint={standing.fingerprint} />
          </Suspense>
        }
      />
    </AdminMain>
  )
}
