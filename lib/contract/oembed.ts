import type { Result } from '@/lib/ledger/result'
import { ok, refused } from '@/lib/ledger/result'
import { say } from './words/catalogue'

/** What is asked for: a path of this site, with its query, and the most room that there is for it, in pixels. */
export type AskedOembed = { readonly path: string; readonly maxWidth: number; readonly maxHeight: number }

/** 501 is what oEmbed answers for a format that it does not have. */
export type OembedRefusal = { readonly status: 400 | 404 | 501; readonly detail: string }

/** Reads a request for the frame of an address (oEmbed 1.0, 2.2): only addresses of this site have one. */
export function readOembed(query: URLSearchParams, origin: string): Result<AskedOembed, OembedRefusal> {
  const format = query.get('format')
  if (format !== null && format !== 'json') return refused({ status: 501, detail: say('embed.format') })
  const url = query.get('url')
  if (url === null || url === '') return refused({ status: 400, detail: say('embed.noUrl') })
  const path = pathOn(origin, url)
  if (path === null) return refused({ status: 404, detail: say('embed.notOurs') })
  const [maxWidth, maxHeight] = [pixels(query.get('maxwidth')), pixels(query.get('maxheight'))]
  if (maxWidth === null) return refused({ status: 400, detail: say('embed.size', { field: 'maxwidth' }) })
  if (maxHeight === null) return refused({ status: 400, detail: say('embed.size', { field: 'maxheight' }) })
  return ok({ path, maxWidth, maxHeight })
}

/**
 * The path and query of an address of this site, whose scheme a proxy in front may know better than we; a page that is not
 * told under which name its site is known names itself by its path. The frame of an answer is known by the answer's own path.
 */
function pathOn(origin: string, url: string): string | null {
  const base = url.startsWith('/') ? origin : undefined
  if (!URL.canParse(url, base)) return null
  const { host, protocol, pathname, search } = new URL(url, base)
  if (host !== new URL(origin).host || !/^https?:$/.test(protocol)) return null
  return `${pathname.replace(/^\/embed(?=\/)/, '')}${search}`
}

/** No limit where none is given; `null` for what is no number of pixels. */
function pixels(text: string | null): number | null {
  if (text === null || text === '') return Number.POSITIVE_INFINITY
  return /^[1-9]\d{0,6}$/.test(text) ? Number(text) : null
}
