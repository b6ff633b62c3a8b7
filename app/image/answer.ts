import { holds } from '@/lib/contract/if-none-match'
import { imageAddress } from '@/lib/contract/image-address'
import { sayProblem } from '@/lib/contract/problem-words'
import type { Refusal } from '@/lib/contract/refusal'
import { statusOf } from '@/lib/contract/refusal'
import { say } from '@/lib/contract/words/catalogue'
import type { Picture } from '@/lib/drawing/png'
import type { Busy } from '@/lib/drawing/thread'
import type { Result } from '@/lib/ledger/result'

/** How long whoever has a picture may show it: one of a snapshot never changes, another is asked for again. */
const KEPT = {
  'for-ever': 'public, max-age=31536000, immutable',
  'asked-again': 'public, max-age=0, must-revalidate',
} as const

/** A picture as an answer; nothing but its headers for whoever has it already. Any site may show it. */
export function picture(request: Request, drawn: Result<Picture, Busy>, kept: keyof typeof KEPT): Response {
  if (!drawn.ok) {
    return tell(503, say('images.busy', drawn.refusal), { 'retry-after': String(drawn.refusal.seconds) })
  }
  const { bytes, digest } = drawn.value
  const etag = `"${digest}"`
  const headers = { 'cache-control': KEPT[kept], etag, ...OPEN }
  if (holds(request.headers.get('if-none-match'), etag)) return new Response(null, { status: 304, headers })
  return new Response(new Uint8Array(bytes), { headers: { ...headers, 'content-type': 'image/png' } })
}

const OPEN = { 'access-control-allow-origin': '*', 'cross-origin-resource-policy': 'cross-origin' }

/** Another spelling of the page, or another key: its picture stands there. */
export function moved(page: string, headers: { readonly [name: string]: string } = {}): Response {
  return new Response(null, { status: 308, headers: { location: imageAddress(page.replace(/#.*$/, '')), ...headers } })
}

/** Why there is no picture, in words: whoever asks for one by hand reads them. */
export function refusedPicture(refusal: Refusal): Response {
  const status = statusOf(refusal)
  const wait: { [name: string]: string } = status === 503 ? { 'retry-after': '30' } : {}
  return tell(status, refusal.problems.map(sayProblem).join('\n'), wait)
}

function tell(status: number, words: string, headers: { readonly [name: string]: string }): Response {
  const plain = { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' }
  return new Response(`${words}\n`, { status, headers: { ...plain, ...headers } })
}
