import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { editorOrSender } from '@/app/admin/sender'
import { RebaseAgain, RebaseView } from '@/components/admin/draft/rebase-view'
import { AdminMain } from '@/components/admin/shell/admin-main'
import { Notice } from '@/components/ui/notice'
import { say } from '@/lib/contract/words/catalogue'
import { openedDraft } from '@/lib/editing/drafts'
import { namesOfDraft } from '@/lib/editing/names'
import { compareWithHead } from '@/lib/editing/rebase'
import { standingOf } from '@/lib/editing/standing'
import { rebase } from './actions'

export const dynamic = 'force-dynamic'

export const metadata: Metadata = { title: say('drafts.rebase.submit') }

/** A draft whose base moved: what stood, what was published since, and what the draft says, side by side. */
export default async function RebasePage({ params, searchParams }: PageProps<'/admin/drafts/[draft]/rebase'>) {
  const editor = await editorOrSender()
  const [{ draft: id }, { told, head }] = await Promise.all([params, searchParams])
  if (editor === null)
    return <RebaseAgain draft={id} rebase={rebase.bind(null, id, Number(head))} head={Number(head)} />

  const [opened, standing, comparison] = await Promise.all([
    openedDraft(editor, id),
    standingOf(editor, id),
    compareWithHead(editor, id),
  ])
  if (opened === null || standing === null || comparison === null) notFound()

  const { draft } = opened
  const here = `/admin/drafts/${draft.id}`
  const open = draft.state !== 'published' && draft.state !== 'abandoned'
  return (
    <AdminMain
      title={say('drafts.rebase.title', { head: comparison.head })}
      trail={[
        { label: say('drafts.list.title'), href: '/admin/drafts' },
        { label: draft.title, href: here },
      ]}
    >
      {told === 'moved' && (
        <Notice tone="alarm">{say('drafts.rebase.told', { head: comparison.head, base: comparison.base })}</Notice>
      )}
      {comparison.base === comparison.head || !open ? (
        <>
          <p>{say('drafts.rebase.upToDate')}</p>
          <p>
            <a href={here}>{say('drafts.rebase.back')}</a>
          </p>
        </>
      ) : (
        <RebaseView
          draft={draft.id}
          comparison={comparison}
          nameOf={await namesOfDraft(editor, standing)}
          rebase={rebase.bind(null, draft.id, comparison.head)}
        />
      )}
    </AdminMain>
  )
}
