import type { Metadata } from 'next'
import { speak } from '@/app/language'
import { SecurityView } from '@/components/views/security-view'
import { say } from '@/lib/contract/words/catalogue'

export const dynamic = 'force-dynamic'

export function generateMetadata(): Metadata {
  speak('zh')
  return { title: say('security.title'), description: say('security.lead') }
}

/** The same for readers of Chinese. */
export default function SecurityRoute() {
  speak('zh')
  return <SecurityView contact={process.env['SECURITY_CONTACT'] || null} />
}
