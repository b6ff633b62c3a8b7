import type { Look } from '@/lib/contract/embed-address'
import type { Exhibit } from '@/lib/contract/exhibit'
import { holds } from '@/lib/contract/if-none-match'
import { siteOrigin } from '@/lib/contract/origin'
import { sayProblem } from '@/lib/contract/problem-words'
import { type Refusal, statusOf, titleOf } from '@/lib/contract/refusal'
import { say } from '@/lib/contract/words/catalogue'
import { checksumOf } from '@/lib/formats/checksum'
import { frameHtml, refusalFrame } from '@/lib/formats/frame-html'

const HTML = { 'content-type': 'text/html; charset=utf-8' }
const LANGUAGE = 'en'

/** A frame with its answer. It is asked for again each time, and sent again only when it reads otherwise. */
export async function frame(
  request: Request,
  exhibit: Exhibit,
  said: { readonly kind: string; readonly drift: string | null; readonly href: string; readonly look: Look },
): Promise<Response> {
  const { kind, drift, href, look } = said
  const origin = siteOrigin(process.env, (name) => request.headers.get(name))
  const open = { text: say('embed.open', { address: `${origin}${href}` }), href }
  const html = frameHtml(exhibit, { kind, drift, open, marks: marksInWords(), language: LANGUAGE }, look)
  const etag = `"${(await checksumOf([html])).sha256}"`
  const headers = {
    etag,
    'cache-control': 'public, max-age=0, must-revalidate',
    link: `<${origin}${href}>; rel="canonical"`,
  }
  if (holds(request.headers.get('if-none-match'), etag)) return new Response(null, { status: 304, headers })
  return new Response(html, { headers: { ...headers, ...HTML } })
}

function marksInWords() {
  return { title: say('embed.marks'), claim: say('timeline.list.claim'), event: say('timeline.list.event') }
}

/** Another spelling leads to the one address for ever; what "now" is may be something else tomorrow. */
export function moved(to: string, how: 'for-ever' | 'for-now' = 'for-ever'): Response {
  const kept = how === 'for-now' ? { 'cache-control': 'no-store' } : {}
  return new Response(null, { status: 308, headers: { location: to, ...kept } })
}

/** Why there is no answer, in words and small enough for a frame. */
export function refusedFrame(refusal: Refusal): Response {
  const status = statusOf(refusal)
  const waiting = status === 503 ? { 'retry-after': '30' } : {}
  return refuse(titleOf(refusal), refusal.problems.map(sayProblem), status, waiting)
}

/** An address under `/embed` that names nothing which can be shown. */
export function noFrame(): Response {
  return refuse(say('address.title.404'), [say('embed.unknown')], 404)
}

function refuse(
  title: string,
  sentences: readonly string[],
  status: number,
  headers: { readonly [name: string]: string } = {},
): Response {
  const html = refusalFrame({ title, sentences }, { text: say('embed.start'), href: '/' }, LANGUAGE)
  return new Response(html, { status, headers: { ...HTML, 'cache-control': 'no-store', ...headers } })
}
