import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import '@/components/styles/entry-form.css'
import { RecordSearch } from '@/components/admin/form/record-search'
import { AdminMain } from '@/components/admin/shell/admin-main'
import { draftAddress } from '@/components/admin/ui/addresses'
import { requireEditor } from '@/lib/auth/guard'
import { isKind } from '@/lib/contract/edit/form/meta'
import { say } from '@/lib/contract/words/catalogue'
import { recordsToWrite } from '@/lib/editing/records-to-write'

export const dynamic = 'force-dynamic'

export const metadata: Metadata = { title: say('forms.records.title') }

/** The records that stand, by kind: `/admin/drafts/…/records?q=No. 70&kind=instrument`. */
export default async function RecordsPage({ params, searchParams }: PageProps<'/admin/drafts/[draft]/records'>) {
  const editor = await requireEditor()
  const { draft } = await params
  const { q, kind } = await searchParams
  const query = typeof q === 'string' ? q.slice(0, 200) : ''
  const only = typeof kind === 'string' && isKind(kind) ? kind : null
  const opened = await recordsToWrite(editor, draft, { query, kind: only })
  if (opened === null) notFound()
  const { groups } = opened
  const trail = [
    { label: say('drafts.list.title'), href: '/admin/drafts' },
    { label: opened.draft.title, href: draftAddress(draft) },
  ]
  const drafted = new Set(opened.entries.map((entry) => `${entry.kind} ${entry.key}`))
  return (
    <AdminMain title={say('forms.records.title')} trail={trail}>
      <RecordSearch draft={draft} query={query} kind={only} groups={groups} drafted={drafted} />
    </AdminMain>
  )
}
