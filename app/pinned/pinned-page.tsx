import type { Metadata, Route } from 'next'
import { permanentRedirect } from 'next/navigation'
import { cache } from 'react'
import { speak } from '@/app/language'
import { CheckRefusal } from '@/components/check/check-refusal'
import { RefusalView } from '@/components/refusal/refusal-view'
import type { PageMetadata } from '@/components/shell/page-head'
import { PageHead } from '@/components/shell/page-head'
import { readAddress } from '@/lib/contract/address-reading'
import { typedIn } from '@/lib/contract/check/typed'
import { addressIn } from '@/lib/contract/language-address'
import { keptOrigin } from '@/lib/contract/origin'
import type { Refusal } from '@/lib/contract/refusal'
import { replacedOnly, titleOf } from '@/lib/contract/refusal'
import type { Language } from '@/lib/contract/words/language'
import type { Result } from '@/lib/ledger/result'
import { checkOffersNow } from '@/lib/reading/check-form'
import { headingOfPage } from '@/lib/reading/exhibit'
import type { Page } from '@/lib/reading/page'
import { readPage } from '@/lib/reading/page'
import { failed, logged } from '../failed'
import { pageMetadata } from './page-metadata'
import { pageTitle } from './page-title'
import { PageView } from './page-view'

/** The parts of a pinned address, as Next takes it apart. */
type Params = Promise<{ readonly revision: string; readonly day: string; readonly rest: readonly string[] }>

type Asked = { readonly params: Params; readonly language: Language }

export async function pinnedMetadata({ params, language }: Asked): Promise<Metadata> {
  speak(language)
  const path = await pathOf(params)
  const [answer, said] = await Promise.all([answerAt(path), metadataAt(path)])
  if (!answer.ok) return { title: titleOf(answer.refusal) }
  return said === null ? { title: pageTitle(answer.value) } : { title: said.title, description: said.description }
}

/** Every page at its coordinates, in a language. `proxy.ts` has sent other spellings to the one that is read here. */
export async function PinnedPage({ params, language }: Asked) {
  speak(language)
  const path = await pathOf(params)
  const [answer, said] = await Promise.all([answerAt(path), metadataAt(path)])
  if (!answer.ok && answer.refusal.nearest !== null && replacedOnly(answer.refusal)) {
    permanentRedirect(addressIn(language, answer.refusal.nearest) as Route)
  }
  if (!answer.ok) {
    const [here, { refusal }] = [`/r/${path}`, answer]
    const typed = typedIn(here, NO_QUERY)
    if (typed === null) return <RefusalView refusal={refusal} here={here} />
    return <CheckRefusal refusal={refusal} typed={typed} offers={await checkOffersNow()} here={here} />
  }
  return (
    <>
      {said !== null && <PageHead {...said} />}
      <PageView answer={answer.value} />
    </>
  )
}

const NO_QUERY = new URLSearchParams()

async function pathOf(params: Params): Promise<string> {
  const { revision, day, rest } = await params
  return [revision, day, ...rest].join('/')
}

/** What the page says of itself; `null` of one that answers no question, or where the record's days cannot be asked for. */
const metadataAt = cache(async (path: string): Promise<PageMetadata | null> => {
  const answer = await answerAt(path)
  if (!answer.ok) return null
  const heading = await headingOfPage(answer.value).catch((error: unknown) => {
    logged(error)
    return null
  })
  return heading === null ? null : pageMetadata(answer.value, heading, keptOrigin(process.env))
})

/** Worked out once for the page and its title. */
const answerAt = cache(async (path: string): Promise<Result<Page, Refusal>> => {
  const coordinates = readAddress(path.split('/').map(decodeURIComponent))
  if (!coordinates.ok) return coordinates
  return readPage(coordinates.value).catch(failed)
})
