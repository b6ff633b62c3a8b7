import type { LiveCoordinates } from './address'
import { liveAddress } from './address'

/** The list of what a live page said at each revision: `/timemap/materials/Dy`. */
export function timemapAddress(live: LiveCoordinates): string {
  const path = liveAddress(live)
  return `/timemap${path === '/' ? '' : path}`
}

/**
 * What RFC 7089 asks a page, and every state of it that was kept, to say of the others: where the page is that means
 * "now", that it takes `Accept-Datetime`, and where its states are listed.
 *
 * @param origin of this site, without a slash at the end.
 */
export function mementoLinks(origin: string, live: LiveCoordinates): string {
  const timemap = `<${origin}${timemapAddress(live)}>; rel="timemap"; type="application/link-format"`
  return `<${origin}${liveAddress(live)}>; rel="original timegate", ${timemap}`
}
