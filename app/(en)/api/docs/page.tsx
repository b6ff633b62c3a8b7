import type { Metadata } from 'next'
import { ApiDocsView } from '@/components/views/api-docs-view'
import { say } from '@/lib/contract/words/catalogue'

export const dynamic = 'force-static' // it depends on the release alone

export const metadata: Metadata = { title: say('api.title'), description: say('api.lead') }

/** The manual of the API, made from the same registry as the API and its document. */
export default function ApiDocsPage() {
  return <ApiDocsView />
}
