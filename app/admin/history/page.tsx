import type { Metadata } from 'next'
import { RevisionList } from '@/components/admin/history/revision-list'
import { AdminMain } from '@/components/admin/shell/admin-main'
import { requirePerson } from '@/lib/auth/guard'
import { say } from '@/lib/contract/words/catalogue'
import { revisionsForEditors } from '@/lib/editing/history'

export const dynamic = 'force-dynamic'

export const metadata: Metadata = { title: say('drafts.history.title') }

/** As many revisions as a page holds. */
const PAGE = 50

/** Every revision with the people behind it, the newest first; `?before=51` leads to earlier ones. */
export default async function HistoryPage({ searchParams }: PageProps<'/admin/history'>) {
  const person = await requirePerson()
  const { before } = await searchParams
  const limit = typeof before === 'string' && /^[1-9]\d{0,8}$/.test(before) ? Number(before) : Number.POSITIVE_INFINITY
  const all = (await revisionsForEditors(person)).filter(({ number }) => number < limit)
  const shown = all.slice(0, PAGE)
  const last = shown.at(-1)
  return (
    <AdminMain title={say('drafts.history.title')}>
      <p className="lede">{say('drafts.history.lead')}</p>
      <RevisionList revisions={shown} now={new Date().toISOString()} />
      {last !== undefined && all.length > shown.length && (
        <p>
          <a href={`/admin/history?before=${last.number}`} className="tall-link">
            {say('drafts.history.older')}
          </a>
        </p>
      )}
    </AdminMain>
  )
}
