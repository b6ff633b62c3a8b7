import type { NextRequest } from 'next/server'
import { liveAddress } from '@/lib/contract/address'
import { direct } from '@/lib/contract/direction'
import { httpDate } from '@/lib/contract/http-date'
import { timemapAddress } from '@/lib/contract/memento'
import { siteOrigin } from '@/lib/contract/origin'
import { say } from '@/lib/contract/words/catalogue'
import { mementosOf } from '@/lib/reading/memento'

/** Every state of a live page, one for each revision (RFC 7089, in the link format of RFC 6690). */
export async function GET(request: NextRequest) {
  const path = request.nextUrl.pathname.slice('/timemap'.length)
  const direction = direct(path === '' ? '/' : path, new URLSearchParams())
  if (direction.go !== 'now') {
    return new Response(`${say('share.noTimemap')}\n`, {
      status: 404,
      headers: { 'content-type': 'text/plain; charset=utf-8' },
    })
  }
  const origin = siteOrigin(process.env, (name) => request.headers.get(name))
  const { live } = direction
  const mementos = await mementosOf(live)
  const lines = [
    `<${origin}${liveAddress(live)}>; rel="original timegate"`,
    `<${origin}${timemapAddress(live)}>; rel="self"; type="application/link-format"`,
    ...mementos.map(({ address, at }) => `<${origin}${address}>; rel="memento"; datetime="${httpDate(at)}"`),
  ]
  return new Response(`${lines.join(',\n')}\n`, {
    headers: { 'content-type': 'application/link-format', 'cache-control': 'public, max-age=0, must-revalidate' },
  })
}
