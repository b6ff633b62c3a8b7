import type { Metadata } from 'next'
import { PrivacyView } from '@/components/views/privacy-view'
import { say } from '@/lib/contract/words/catalogue'

export const dynamic = 'force-dynamic'

export const metadata: Metadata = { title: say('privacy.title'), description: say('privacy.lead') }

/** What becomes of what readers ask: `/about/privacy`. */
export default function PrivacyRoute() {
  return <PrivacyView />
}
