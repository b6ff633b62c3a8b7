import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { editorOrSender } from '@/app/admin/sender'
import { RetireForm } from '@/components/admin/draft/retire-form'
import { AdminMain } from '@/components/admin/shell/admin-main'
import { draftAddress, recordsAddress } from '@/components/admin/ui/addresses'
import { isId } from '@/lib/contract/edit/draft-form'
import { isKind } from '@/lib/contract/edit/form/meta'
import { say } from '@/lib/contract/words/catalogue'
import { draftToWrite, entryUnder } from '@/lib/editing/entry-form'
import { retire } from './actions'

export const dynamic = 'force-dynamic'

/** Nothing is typed yet. */
const NOTHING = { why: '', replacedBy: null }

export const metadata: Metadata = { title: say('forms.page.title') }

/** Retires a key in a draft: it says why nothing stands there any more, and where to go instead. */
export default async function RetirePage({
  params,
  searchParams,
}: PageProps<'/admin/drafts/[draft]/retire/[kind]/[key]'>) {
  const editor = await editorOrSender()
  const [{ draft, kind, key: written }, { entry, version }] = await Promise.all([params, searchParams])
  const key = decodeURIComponent(written)
  const asked = typeof entry === 'string' ? entry : null
  if (editor === null && isKind(kind) && asked !== null) {
    const sent = { id: asked, kind, key, version: typeof version === 'string' ? Number(version) : null }
    return (
      <AdminMain title={say('admin.again.title')}>
        <RetireForm draft={draft} retired={sent} before={NOTHING} others={[]} act={retire.bind(null, draft, sent)} />
      </AdminMain>
    )
  }
  if (editor === null) notFound()
  const opened = isKind(kind) ? await draftToWrite(editor, draft, [{ kind, key }]) : null
  if (opened === null || !isKind(kind)) notFound()

  const there = entryUnder(opened, kind, key)
  const isRetired = there?.does.what === 'retire'
  const before = isRetired ? there.does.retirement : NOTHING
  const isOnFile = opened.listed[kind].some(({ value }) => value === key)
  const retired = {
    id: there?.id ?? (asked !== null && isId(asked) ? asked : crypto.randomUUID()),
    kind,
    key,
    version: there?.version ?? null,
  }
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
          <RetireForm
            draft={draft}
            retired={retired}
            before={before}
            others={opened.listed[kind].filter(({ value }) => value !== key)}
            act={retire.bind(null, draft, retired)}
          />
        </>
      ) : (
        <p className="notice">{say('forms.retire.gone')}</p>
      )}
    </AdminMain>
  )
}
