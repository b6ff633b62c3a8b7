import type { Metadata } from 'next'
import { RefusalView } from '@/components/refusal/refusal-view'
import { direct } from '@/lib/contract/direction'
import type { Refusal } from '@/lib/contract/refusal'
import { titleOf } from '@/lib/contract/refusal'
import { readRequest } from '@/lib/contract/refused-request'

export const dynamic = 'force-static' // so that it passes the page store, which gives it its status and keeps nothing
export const dynamicParams = true

type Props = PageProps<'/refused/[request]'>

export function generateStaticParams() {
  return []
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: titleOf(refusalOf((await params).request)) }
}

/** Why a request was refused: `proxy.ts` sends it here, and it is read once more as the reader wrote it. */
export default async function RefusedPage({ params }: Props) {
  return <RefusalView refusal={refusalOf((await params).request)} />
}

/** A request with nothing wrong in itself is sent here only because the newest revision could not be asked for. */
function refusalOf(segment: string): Refusal {
  const request = readRequest(segment)
  if (request === null) return { problems: [{ why: 'unknown-view', value: segment }], nearest: null }
  const { path, query } = request
  const direction = direct(path, query)
  if (direction.go === 'refused') return direction.refusal
  if (direction.go === 'elsewhere') return { problems: [{ why: 'unknown-view', value: path }], nearest: null }
  // Two slashes, or a backslash, at the start of a link would name another site.
  const here = path.replace(/^[/\\]+/, '/')
  return { problems: [{ why: 'record-away' }], nearest: query.size === 0 ? here : `${here}?${query}` }
}
