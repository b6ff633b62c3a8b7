import type { Metadata } from 'next'
import { BulkView } from '@/components/views/bulk-view'
import { say } from '@/lib/contract/words/catalogue'
import { dataPage } from '@/lib/reading/bulk/data-page'

export const dynamic = 'force-dynamic'

export const metadata: Metadata = { title: say('data.page.title'), description: say('data.page.lead') }

/** What can be had of the record as a whole, at its newest revision. */
export default async function DataRoute() {
  return <BulkView page={await dataPage()} />
}
