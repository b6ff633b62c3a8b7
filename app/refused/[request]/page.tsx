import type { Metadata, Route } from 'next'
import { notFound, redirect } from 'next/navigation'
import { RefusalView } from '@/components/refusal/refusal-view'
import { direct } from '@/lib/contract/direction'
import { readRequest } from '@/lib/contract/refused-request'
import { say } from '@/lib/contract/words/catalogue'
import { headRevision } from '@/lib/reading/now'

export const dynamic = 'force-static' // so that it passes the page store, which gives it its status and keeps nothing
export const dynamicParams = true

export const metadata: Metadata = { title: say('address.title.400') }

export function generateStaticParams() {
  return []
}

/**
 * Why a request was refused. `proxy.ts` sends it here when it is malformed, or when the newest revision cannot be
 * asked for; it is read once more as the reader wrote it, and led back when there is nothing wrong with it by now.
 */
export default async function RefusedPage({ params }: PageProps<'/refused/[request]'>) {
  const request = readRequest((await params).request)
  if (request === null) notFound()

  const direction = direct(request.path, request.query)
  if (direction.go === 'refused') return <RefusalView refusal={direction.refusal} />
  const address = request.query.size === 0 ? request.path : `${request.path}?${request.query}`
  if ((await headRevision()) !== null) redirect(address as Route)
  return <RefusalView refusal={{ problems: [{ why: 'record-away' }], nearest: address }} />
}
