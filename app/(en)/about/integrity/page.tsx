import type { Metadata } from 'next'
import { headers } from 'next/headers'
import { IntegrityView } from '@/components/views/integrity-view'
import { siteOrigin } from '@/lib/contract/origin'
import { say } from '@/lib/contract/words/catalogue'
import { readIntegrity } from '@/lib/reading/integrity/integrity'

export const dynamic = 'force-dynamic'

export const metadata: Metadata = { title: say('integrity.title'), description: say('integrity.lead') }

/** Whether the record is what it was when it was written: `/about/integrity`. */
export default async function IntegrityRoute() {
  const asked = await headers()
  const origin = siteOrigin(process.env, (name) => asked.get(name))
  return <IntegrityView page={await readIntegrity()} origin={origin} />
}
