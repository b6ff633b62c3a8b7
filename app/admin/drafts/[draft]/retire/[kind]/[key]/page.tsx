import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { AdminMain } from '@/components/admin/shell/admin-main'
import { ActForm } from '@/components/admin/ui/act-form.client'
import { draftAddress, recordsAddress } from '@/components/admin/ui/addresses'
import { requireEditor } from '@/lib/auth/guard'
import { isKind } from '@/lib/contract/edit/form/meta'
import { say } from '@/lib/contract/words/catalogue'
import { draftToWrite, entryUnder } from '@/lib/editing/entry-form'
import { retire } from './actions'

export const dynamic = 'force-dynamic'

export const metadata: Metadata = { title: say('forms.page.title') }

/** Retires a key in a draft: it says why nothing stands there any more, and where to go instead. */
export default async function RetirePage({ params }: PageProps<'/admin/drafts/[draft]/retire/[kind]/[key]'>) {
  const editor = await requireEditor()
  const { draft, kind, key: written } = await params
  const key = decodeURIComponent(written)
  const opened = isKind(kind) ? await draftToWrite(editor, draft) : null
  if (opened === null || !isKind(kind)) notFound()

  const there = entryUnder(opened, kind, key)
  const isRetired = there?.does.what === 'retire'
  const before = isRetired ? there.does.retirement : { why: '', replacedBy: null }
  const isOnFile = opened.listed[kind].some(({ value }) => value === key)
  const retired = { id: there?.id ?? crypto.randomUUID(), kind, key, version: there?.version ?? null }
  const trail = [
    { label: say('drafts.list.title'), href: '/admin/drafts' },
    { label: opened.draft.title, href: draftAddress(draft) },
    { label: say('forms.records.title'), href: recordsAddress(draft) },
  ]
  return (
    <AdminMain title={say('forms.page.retire', { kind, key })} trail={trail}>
      {isOnFile ? (
        <>
          <p className="lede">{say('forms.retire.lead')}</p>
          <ActForm
            name="retire"
            action={retire.bind(null, draft, retired)}
            fields={[
              {
                as: 'text',
                name: 'why',
                label: say('forms.retire.why', { key }),
                hint: say('forms.retire.whyHint'),
                value: before.why,
              },
              {
                as: 'line',
                name: 'replacedBy',
                label: say('forms.retire.by'),
                hint: say('forms.retire.byHint'),
                value: before.replacedBy ?? '',
              },
            ]}
            problemsTitle={say('drafts.problems')}
            submit={say('forms.retire.submit', { key })}
            main
          />
        </>
      ) : (
        <p className="notice">{say('forms.retire.gone')}</p>
      )}
    </AdminMain>
  )
}
