import type { Metadata } from 'next'
import { speak } from '@/app/language'
import { CheckRefusal } from '@/components/check/check-refusal'
import { RefusalView } from '@/components/refusal/refusal-view'
import { typedIn } from '@/lib/contract/check/typed'
import { direct } from '@/lib/contract/direction'
import { readLanguage } from '@/lib/contract/language-address'
import type { Refusal } from '@/lib/contract/refusal'
import { titleOf } from '@/lib/contract/refusal'
import { readRequest } from '@/lib/contract/refused-request'
import { SEARCH, soughtIn } from '@/lib/contract/sought'
import type { Language } from '@/lib/contract/words/language'
import { checkOffersNow } from '@/lib/reading/check-form'

type Asked = { readonly params: Promise<{ readonly request: string }>; readonly language: Language }

export async function refusedMetadata({ params, language }: Asked): Promise<Metadata> {
  const { request } = await params
  speak(language)
  return { title: titleOf(refusalOf(requestIn(request), request)) }
}

/** Why a request was refused: `proxy.ts` sends it here, and it is read once more as the reader wrote it. */
export async function RefusedPage({ params, language }: Asked) {
  const segment = (await params).request
  const request = requestIn(segment)
  speak(language)
  const { path, query } = request ?? NOTHING
  const [refusal, here, typed] = [refusalOf(request, segment), addressOf(path, query), typedIn(path, query)]
  if (typed !== null)
    return <CheckRefusal refusal={refusal} typed={typed} offers={await checkOffersNow()} here={here} />
  return <RefusalView refusal={refusal} q={soughtIn(path, query)} here={here} />
}

type Requested = { readonly path: string; readonly query: URLSearchParams }

const NOTHING: Requested = { path: '/', query: new URLSearchParams() }

/** What was asked, whatever language it was asked in. */
function requestIn(segment: string): Requested | null {
  const request = readRequest(segment)
  return request === null ? null : { ...request, path: readLanguage(request.path).path }
}

/** A request with nothing wrong in itself is sent here only because the newest revision could not be asked for. */
function refusalOf(request: Requested | null, segment: string): Refusal {
  if (request === null) return { problems: [{ why: 'unknown-view', value: segment }], nearest: null }
  const { path, query } = request
  const direction = direct(path, query)
  if (direction.go === 'refused') return direction.refusal
  if (direction.go === 'elsewhere' && path !== SEARCH) {
    return { problems: [{ why: 'unknown-view', value: path }], nearest: null }
  }
  return { problems: [{ why: 'record-away' }], nearest: addressOf(path, query) }
}

/** Two slashes, or a backslash, at the start of a link would name another site. */
function addressOf(path: string, query: URLSearchParams): string {
  const here = path.replace(/^[/\\]+/, '/')
  return query.size === 0 ? here : `${here}?${query}`
}
