import type { Metadata } from 'next'
import { headers } from 'next/headers'
import { speak } from '@/app/language'
import { IntegrityView } from '@/components/views/integrity-view'
import { siteOrigin } from '@/lib/contract/origin'
import { say } from '@/lib/contract/words/catalogue'
import { readIntegrity } from '@/lib/reading/integrity/integrity'

export const dynamic = 'force-dynamic'

export function generateMetadata(): Metadata {
  speak('zh')
  return { title: say('integrity.title'), description: say('integrity.lead') }
}

/** The same for readers of Chinese. */
export default async function IntegrityRoute() {
  const asked = await headers()
  const origin = siteOrigin(process.env, (name) => asked.get(name))
  const page = await readIntegrity()
  speak('zh')
  return <IntegrityView page={page} origin={origin} />
}
