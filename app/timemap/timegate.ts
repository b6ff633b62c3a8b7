import type { NextRequest } from 'next/server'
import { NextResponse } from 'next/server'
import type { LiveCoordinates } from '@/lib/contract/address'
import { readHttpDate } from '@/lib/contract/http-date'
import { addressIn } from '@/lib/contract/language-address'
import { mementoLinks } from '@/lib/contract/memento'
import { siteOrigin } from '@/lib/contract/origin'
import { say } from '@/lib/contract/words/catalogue'
import type { Language } from '@/lib/contract/words/language'
import { mementoAt } from '@/lib/reading/memento'

/**
 * A live page that is asked for as it was (RFC 7089): the way to the pinned page of that instant, or in words why there is
 * none. `null` where nothing is recorded.
 */
export async function timegate(
  request: NextRequest,
  live: LiveCoordinates,
  asked: string,
  language: Language,
): Promise<NextResponse | null> {
  const at = readHttpDate(asked)
  if (at === null) {
    const headers = { 'content-type': 'text/plain; charset=utf-8', vary: 'accept-datetime' }
    return new NextResponse(`${say('share.malformedInstant', { value: asked.slice(0, 60) })}\n`, {
      status: 400,
      headers,
    })
  }
  const memento = await mementoAt(live, at)
  if (memento === null) return null
  const origin = siteOrigin(process.env, (name) => request.headers.get(name))
  const response = NextResponse.redirect(new URL(addressIn(language, memento.address), request.url), 302)
  response.headers.set('vary', 'accept-datetime')
  response.headers.set('cache-control', 'no-store')
  response.headers.set('link', mementoLinks(origin, live))
  return response
}
