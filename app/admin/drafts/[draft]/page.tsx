import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { Suspense } from 'react'
import { personOrSender } from '@/app/admin/sender'
import { DraftAgain } from '@/components/admin/draft/draft-again'
import { DraftView } from '@/components/admin/draft/draft-view'
import { ImpactWaiting } from '@/components/admin/draft/impact-waiting'
import { AdminMain } from '@/components/admin/shell/admin-main'
import { Told } from '@/components/admin/ui/told'
import { requirePerson } from '@/lib/auth/guard'
import { sayDone } from '@/lib/contract/edit/done'
import { say } from '@/lib/contract/words/catalogue'
import { openedDraft } from '@/lib/editing/drafts'
import { actsOn } from '@/lib/editing/history'
import { namesOfDraft } from '@/lib/editing/names'
import { standingOf } from '@/lib/editing/standing'
import { actsOf } from './acts'
import { Consequences } from './consequences'
import { actNamed } from './sent-form'

export const dynamic = 'force-dynamic'

export const metadata: Metadata = { title: say('drafts.page.title') }

/** A draft: its entries, the rules it breaks, what it would do, and its review. Only the consequences are streamed. */
export default async function DraftPage({ params, searchParams }: PageProps<'/admin/drafts/[draft]'>) {
  const [{ draft: id }, asked] = await Promise.all([params, searchParams])
  const sent = { form: oneOf(asked['form']), version: oneOf(asked['version']), seen: oneOf(asked['seen']) }
  const sender = await personOrSender()
  const act =
    sender === null
      ? actNamed(actsOf({ id, version: Number(sent.version) }, { fingerprint: sent.seen }), sent.form)
      : null
  if (act !== null) return <DraftAgain draft={id} sent={sent} act={act} />

  const person = sender ?? (await requirePerson())
  const [opened, standing] = await Promise.all([openedDraft(person, id), standingOf(person, id)])
  if (opened === null || standing === null) notFound()

  const { draft, comments } = opened
  const subject = draft.revision === null ? `draft/${id}` : `revision/${draft.revision}`
  const done = sayDone(asked['did'], draft.revision)
  return (
    <AdminMain title={draft.title} trail={[{ label: say('drafts.list.title'), href: '/admin/drafts' }]}>
      {done !== null && <Told>{done}</Told>}
      <DraftView
        draft={draft}
        comments={comments}
        done={await actsOn(person, subject)}
        standing={standing}
        looker={{ id: person.id, role: person.role }}
        nameOf={await namesOfDraft(person, standing)}
        acts={actsOf(draft, standing)}
        sent={sent}
        consequences={
          <Suspense key={crypto.randomUUID()} fallback={<ImpactWaiting draft={draft.id} />}>
            <Consequences person={person} draft={draft} fingerprint={standing.fingerprint} />
          </Suspense>
        }
      />
    </AdminMain>
  )
}

function oneOf(asked: string | readonly string[] | undefined): string {
  return typeof asked === 'string' ? asked : ''
}
