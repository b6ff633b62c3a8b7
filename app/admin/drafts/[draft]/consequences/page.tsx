import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { AdminMain } from '@/components/admin/shell/admin-main'
import { Section } from '@/components/ui/section'
import { requirePerson } from '@/lib/auth/guard'
import { say } from '@/lib/contract/words/catalogue'
import { openedDraft } from '@/lib/editing/drafts'
import { Consequences } from '../consequences'

export const dynamic = 'force-dynamic'

export const metadata: Metadata = { title: say('drafts.parts.consequences') }

/** The consequences of a draft awaited whole, for browsers that take nothing in later, and for paper. */
export default async function ConsequencesPage({ params }: PageProps<'/admin/drafts/[draft]/consequences'>) {
  const person = await requirePerson()
  const opened = await openedDraft(person, (await params).draft)
  if (opened === null) notFound()

  const { draft } = opened
  return (
    <AdminMain
      title={say('drafts.consequences.title', { title: draft.title })}
      trail={[
        { label: say('drafts.list.title'), href: '/admin/drafts' },
        { label: draft.title, href: `/admin/drafts/${draft.id}` },
      ]}
    >
      <Section id="consequences" title={say('drafts.parts.consequences')}>
        <Consequences person={person} draft={draft} fingerprint={null} />
      </Section>
    </AdminMain>
  )
}
