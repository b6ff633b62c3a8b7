import { createHash } from 'node:crypto'

const SCRIPT = /<script\b([^>]*)>([\s\S]*?)<\/script\s*>/gi
const HAS_SOURCE = /\ssrc\s*=/i

/**
 * The Content-Security-Policy of one finished page: scripts from this origin, and exactly the inline scripts
 * that the page was written with, each by its SHA-256. Anything injected later matches none of them.
 *
 * What does not depend on the page (styles, frames, forms …) is in the policy that next.config.ts sends with
 * every answer; a browser enforces both.
 *
 * @param {string} html the whole page
 * @returns {string} the value of the header
 */
export function scriptPolicy(html) {
  const hashes = new Set()
  for (const [, attributes, text] of html.matchAll(SCRIPT)) {
    if (attributes === undefined || text === undefined || HAS_SOURCE.test(attributes)) continue
    hashes.add(`'sha256-${createHash('sha256').update(text).digest('base64')}'`)
  }
  return ["script-src 'self'", ...hashes].join(' ')
}
