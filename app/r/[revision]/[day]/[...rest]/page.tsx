import type { Metadata, Route } from 'next'
import { permanentRedirect } from 'next/navigation'
import { after } from 'next/server'
import { cache } from 'react'
import { RefusalView } from '@/components/refusal/refusal-view'
import { readAddress } from '@/lib/contract/address-reading'
import type { Refusal } from '@/lib/contract/refusal'
import { replacedOnly, titleOf } from '@/lib/contract/refusal'
import type { Result } from '@/lib/ledger/result'
import type { Page } from '@/lib/reading/page'
import { readPage } from '@/lib/reading/page'
import { pageTitle } from './page-title'
import { PageView } from './page-view'

export const dynamic = 'force-static' // kept whole after the first reader; nothing is prebuilt
export const dynamicParams = true

type Props = PageProps<'/r/[revision]/[day]/[...rest]'>

export function generateStaticParams() {
  return []
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const answer = await answerAt(await pathOf(params))
  return answer.ok ? { title: pageTitle(answer.value) } : { title: titleOf(answer.refusal) }
}

/** Every page at its coordinates. `proxy.ts` has sent other spellings to the one that is read here. */
export default async function PinnedPage({ params }: Props) {
  const answer = await answerAt(await pathOf(params))
  if (!answer.ok && answer.refusal.nearest !== null && replacedOnly(answer.refusal)) {
    permanentRedirect(answer.refusal.nearest as Route)
  }
  return answer.ok ? <PageView answer={answer.value} /> : <RefusalView refusal={answer.refusal} />
}

async function pathOf(params: Props['params']): Promise<string> {
  const { revision, day, rest } = await params
  return [revision, day, ...rest].join('/')
}

/** Worked out once for the page and its title. */
const answerAt = cache(async (path: string): Promise<Result<Page, Refusal>> => {
  const coordinates = readAddress(path.split('/').map(decodeURIComponent))
  if (!coordinates.ok) return coordinates
  return readPage(coordinates.value).catch((error: unknown) => {
    after(() => Promise.reject(error)) // into the server's log; the reader is told in words
    return { ok: false, refusal: { problems: [{ why: 'broken' }], nearest: null } }
  })
})
