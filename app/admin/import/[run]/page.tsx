import type { Metadata } from 'next'
import { Suspense } from 'react'
import { AdminMain } from '@/components/admin/shell/admin-main'
import { DryRunView } from '@/components/admin/transfer/dry-run-view'
import { requireEditor } from '@/lib/auth/guard'
import { sayImportRefusal } from '@/lib/contract/edit/dry-run'
import { say } from '@/lib/contract/words/catalogue'
import { dryRunOf } from '@/lib/editing/import'
import { makeDraft } from './actions'
import { Judgement } from './judgement'

export const dynamic = 'force-dynamic'

export const metadata: Metadata = { title: say('transfer.run.title') }

/** What an import would change, for the editor who sent it: problems, or rules, consequences and the way to a draft. */
export default async function DryRunPage({ params }: PageProps<'/admin/import/[run]'>) {
  const editor = await requireEditor()
  const found = await dryRunOf(editor, (await params).run)
  return (
    <AdminMain
      title={say('transfer.run.title')}
      trail={[{ label: say('transfer.import.title'), href: '/admin/import' }]}
    >
      {found === null ? (
        <p className="lede">{sayImportRefusal({ why: 'gone' })}</p>
      ) : (
        <DryRunView run={found.run} changes={found.entries.length} makeDraft={makeDraft.bind(null, found.run.id)}>
          <Suspense fallback={<p className="soft">{say('transfer.run.waiting')}</p>}>
            <Judgement editor={editor} run={found.run} />
          </Suspense>
        </DryRunView>
      )}
    </AdminMain>
  )
}
