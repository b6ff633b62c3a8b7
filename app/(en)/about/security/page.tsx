import type { Metadata } from 'next'
import { SecurityView } from '@/components/views/security-view'
import { say } from '@/lib/contract/words/catalogue'

export const dynamic = 'force-dynamic' // an operator may name another address without building the pages again

export const metadata: Metadata = { title: say('security.title'), description: say('security.lead') }

/** How a weakness is reported: `/about/security`. */
export default function SecurityRoute() {
  return <SecurityView contact={process.env['SECURITY_CONTACT'] || null} />
}
