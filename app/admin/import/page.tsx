import type { Metadata } from 'next'
import { AdminMain } from '@/components/admin/shell/admin-main'
import { ImportForm } from '@/components/admin/transfer/import-form'
import { requireEditor } from '@/lib/auth/guard'
import { problemAsked } from '@/lib/contract/edit/import-form'
import { say } from '@/lib/contract/words/catalogue'
import { MOST_MEGABYTES } from '@/lib/editing/import'

export const dynamic = 'force-dynamic'

export const metadata: Metadata = { title: say('transfer.import.title') }

/** Files of the record, sent for a dry run. `?problem=…` says why the last ones were not read. */
export default async function ImportPage({ searchParams }: PageProps<'/admin/import'>) {
  await requireEditor()
  const asked = await searchParams
  const { kind } = asked
  return (
    <AdminMain title={say('transfer.import.title')}>
      <p className="lede">{say('transfer.import.lead')}</p>
      <ImportForm
        problem={problemAsked(asked)}
        kind={typeof kind === 'string' ? kind : ''}
        megabytes={MOST_MEGABYTES}
      />
    </AdminMain>
  )
}
