import type { Metadata } from 'next'
import { AdminMain } from '@/components/admin/shell/admin-main'
import { ExportView } from '@/components/admin/transfer/export-view'
import { requirePerson } from '@/lib/auth/guard'
import { say } from '@/lib/contract/words/catalogue'
import { exportable, newestRevision } from '@/lib/editing/export'

export const dynamic = 'force-dynamic'

export const metadata: Metadata = { title: say('transfer.export.title') }

/** The record as files: the newest revision, or the one asked for (`?rev=41`). */
export default async function ExportPage({ searchParams }: PageProps<'/admin/export'>) {
  const person = await requirePerson()
  const { rev } = await searchParams
  const newest = await newestRevision(person)
  const asked = typeof rev === 'string' ? rev.trim() : ''
  const revision = /^[1-9]\d{0,8}$/.test(asked) ? Number(asked) : asked === '' ? newest : null
  const files = revision === null ? null : await exportable(person, revision)
  return (
    <AdminMain title={say('transfer.export.title')}>
      <ExportView revision={revision} newest={newest} asked={asked} files={files} />
    </AdminMain>
  )
}
