import type { Metadata } from 'next'
import { AdminMain } from '@/components/admin/shell/admin-main'
import { SnapshotList } from '@/components/admin/snapshots/snapshot-list'
import { requirePerson } from '@/lib/auth/guard'
import { say } from '@/lib/contract/words/catalogue'
import { snapshotsForEditors } from '@/lib/editing/snapshot-notes'

export const dynamic = 'force-dynamic'

export const metadata: Metadata = { title: say('snapshots.admin.title') }

/** What readers froze, the newest first; `?before=2026-11-22T01:02:03.456Z` leads to earlier ones. */
export default async function SnapshotsPage({ searchParams }: PageProps<'/admin/snapshots'>) {
  const person = await requirePerson()
  const { before } = await searchParams
  const instant = typeof before === 'string' && before.length <= 30 ? new Date(before) : null
  const asked = instant === null || Number.isNaN(instant.getTime()) ? null : instant
  const { snapshots, older } = await snapshotsForEditors(person, asked)
  return (
    <AdminMain title={say('snapshots.admin.title')}>
      <p className="lede">{say('snapshots.admin.lede')}</p>
      <SnapshotList snapshots={snapshots} older={older} />
    </AdminMain>
  )
}
