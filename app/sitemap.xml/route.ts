import { siteOrigin } from '@/lib/contract/origin'
import { say } from '@/lib/contract/words/catalogue'
import { livePages } from '@/lib/reading/live-pages'
import { sitemapOf } from '@/lib/reading/sitemap'

export const dynamic = 'force-dynamic'

const HEADERS = { 'cache-control': 'public, max-age=0, must-revalidate' }

/** What crawlers are told: every page that means "now", `?part=2` a further file of a large record. */
export async function GET(request: Request): Promise<Response> {
  const asked = new URL(request.url).searchParams.getAll('part')
  const part = asked[0] ?? null
  const isNumbered = asked.length < 2 && (part === null || /^[1-9]\d{0,5}$/.test(part))
  const origin = siteOrigin(process.env, (name) => request.headers.get(name))
  const file = isNumbered ? sitemapOf(await livePages(), origin, part === null ? null : Number(part)) : null
  if (file === null) {
    const words = `${say('feeds.noSitemap', { part: asked.join(', ') })}\n`
    return new Response(words, { status: 404, headers: { ...HEADERS, 'content-type': 'text/plain; charset=utf-8' } })
  }
  return new Response(file, { headers: { ...HEADERS, 'content-type': 'application/xml' } })
}
