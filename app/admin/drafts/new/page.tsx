import type { Metadata } from 'next'
import { editorOrSender } from '@/app/admin/sender'
import { describeFields } from '@/components/admin/draft/describe-fields'
import { AdminMain } from '@/components/admin/shell/admin-main'
import { ActForm } from '@/components/admin/ui/act-form.client'
import { formAddress } from '@/components/admin/ui/form-address'
import { say } from '@/lib/contract/words/catalogue'
import { open } from './actions'

export const dynamic = 'force-dynamic'

export const metadata: Metadata = { title: say('drafts.open.title') }

/** A new draft: what it is called, what kind of change it is, and why; empty, or taking back a revision (`?reverts=12`). */
export default async function NewDraftPage({ searchParams }: PageProps<'/admin/drafts/new'>) {
  await editorOrSender()
  const { reverts } = await searchParams
  const revision = typeof reverts === 'string' ? reverts : ''
  return (
    <AdminMain title={say('drafts.open.title')} trail={[{ label: say('drafts.list.title'), href: '/admin/drafts' }]}>
      <p className="lede">{say('drafts.open.lead')}</p>
      {/* The draft has its id before it is there, so that a form posted twice opens one. */}
      <ActForm
        name="open"
        action={open.bind(null, crypto.randomUUID())}
        address={formAddress('/admin/drafts/new', { reverts: revision || null })}
        fields={[
          ...describeFields({ title: '', kind: '', reason: '' }),
          {
            as: 'choice',
            name: 'from',
            label: say('drafts.open.from'),
            value: revision === '' ? 'empty' : 'revert',
            options: [
              { value: 'empty', label: say('drafts.open.empty'), hint: say('drafts.open.emptyHint') },
              { value: 'revert', label: say('drafts.open.revert'), hint: say('drafts.open.revertHint') },
            ],
          },
          {
            as: 'line',
            name: 'revision',
            label: say('drafts.open.revision'),
            hint: say('drafts.open.revisionHint'),
            value: revision,
          },
        ]}
        problemsTitle={say('drafts.problems')}
        submit={say('drafts.open.submit')}
        main
      />
    </AdminMain>
  )
}
