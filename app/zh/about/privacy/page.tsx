import type { Metadata } from 'next'
import { speak } from '@/app/language'
import { PrivacyView } from '@/components/views/privacy-view'
import { say } from '@/lib/contract/words/catalogue'

export const dynamic = 'force-dynamic'

export function generateMetadata(): Metadata {
  speak('zh')
  return { title: say('privacy.title'), description: say('privacy.lead') }
}

/** The same for readers of Chinese. */
export default function PrivacyRoute() {
  speak('zh')
  return <PrivacyView />
}
