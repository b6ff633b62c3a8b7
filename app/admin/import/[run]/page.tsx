import type { Metadata } from 'next'
import { Suspense } from 'react'
import { editorOrSender } from '@/app/admin/sender'
import { AdminMain } from '@/components/admin/shell/admin-main'
import { DraftOfRun, DryRunView } from '@/components/admin/transfer/dry-run-view'
import { JudgementWaiting } from '@/components/admin/transfer/judgement-waiting'
import { sayImportRefusal } from '@/lib/contract/edit/dry-run'
import { say } from '@/lib/contract/words/catalogue'
import { dryRunOf } from '@/lib/editing/import'
import { makeDraft } from './actions'
import { Judgement } from './judgement'

export const dynamic = 'force-dynamic'

export const metadata: Metadata = { title: say('transfer.run.title') }

/**
 * What an import would change, for the editor who sent it: problems, or rules, consequences and the way to a draft. The
 * rules and consequences come later, or with `?judged=now` with the rest, for browsers that take nothing in later.
 */
export default async function DryRunPage({ params, searchParams }: PageProps<'/admin/import/[run]'>) {
  const editor = await editorOrSender()
  const [{ run }, { judged }] = await Promise.all([params, searchParams])
  if (editor === null) {
    return (
      <AdminMain title={say('admin.again.title')}>
        <DraftOfRun run={run} makeDraft={makeDraft.bind(null, run)} />
      </AdminMain>
    )
  }

  const found = await dryRunOf(editor, run)
  const judgement = found && <Judgement editor={editor} run={found.run} />
  return (
    <AdminMain
      title={say('transfer.run.title')}
      trail={[{ label: say('transfer.import.title'), href: '/admin/import' }]}
    >
      {found === null ? (
        <p className="lede">{sayImportRefusal({ why: 'gone' })}</p>
      ) : (
        <DryRunView run={found.run} changes={found.entries.length} makeDraft={makeDraft.bind(null, found.run.id)}>
          {judged === undefined ? (
            <Suspense fallback={<JudgementWaiting run={run} />}>{judgement}</Suspense>
          ) : (
            judgement
          )}
        </DryRunView>
      )}
    </AdminMain>
  )
}
