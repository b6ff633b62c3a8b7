import { createHash } from 'node:crypto'
import { pageMemory } from '../page-memory.mjs'
import { Compressed } from './compressed.mjs'

/**
 * @typedef {import('./claim.mjs').Claim} Claim
 * @typedef {[string, string | string[]][]} Fields
 * @typedef {Omit<Claim, 'tag'> & { tag: string, fields: Fields, body: string }} Head an answer without its bytes, and their key
 * @typedef {{ head: Head, body: Compressed }} Kept
 */

/**
 * What the connection, the encoding and the moment say of an answer is said anew each time; and what was said to one reader is
 * nobody else's.
 */
const NOT_KEPT = new Set([
  'connection',
  'content-encoding',
  'content-length',
  'date',
  'etag',
  'keep-alive',
  'ratelimit',
  'ratelimit-policy',
  'set-cookie',
  'transfer-encoding',
  'vary',
  'x-nextjs-cache',
  'x-request-id',
])

/** What V8 takes for an entry beside its texts and bytes, near enough. */
const OVERHEAD = 512

/**
 * What is kept under a key and still good, `null` where nothing is.
 *
 * @param {string} key
 * @returns {Kept | null}
 */
export function find(key) {
  const memory = pageMemory()
  const head = /** @type {Head | undefined} */ (memory.get(key))
  if (head === undefined) return null
  const body = /** @type {Compressed | undefined} */ (memory.get(head.body))
  if (body !== undefined && (head.until === null || Date.now() < head.until)) return { head, body }
  memory.delete(key)
  return null
}

/**
 * Keeps an answer: its fields under its key, and its bytes under their digest, once for all addresses that they stand at.
 *
 * @param {string} key
 * @param {Claim} claim
 * @param {readonly [string, unknown][]} fields of the answer as Next gave it
 * @param {Buffer} bytes
 * @returns {Promise<Kept>}
 */
export async function keep(key, claim, fields, bytes) {
  const digest = createHash('sha256').update(bytes).digest('base64url')
  const name = `bytes ${digest}`
  const body = /** @type {Compressed | undefined} */ (pageMemory().get(name)) ?? new Compressed(bytes, weigh)
  function weigh() {
    pageMemory().delete(name) // setting the same value again would leave its size as it was
    pageMemory().set(name, body, { size: name.length + body.held + OVERHEAD })
  }
  weigh()

  // Ours is weak, as the same page is sent in more than one encoding.
  const head = { ...claim, tag: claim.tag ?? `W/"${digest}"`, fields: fieldsOf(fields), body: name }
  pageMemory().set(key, head, { size: key.length + JSON.stringify(head).length + OVERHEAD })
  return { head, body }
}

/**
 * @param {readonly [string, unknown][]} fields
 * @returns {Fields}
 */
function fieldsOf(fields) {
  const kept = /** @type {Fields} */ (
    fields
      .filter(([name]) => !NOT_KEPT.has(name))
      .map(([name, value]) => [name, Array.isArray(value) ? value.map(String) : String(value)])
  )
  const vary = String(fields.find(([name]) => name === 'vary')?.[1] ?? '')
  const said = vary.split(',').map((name) => name.trim().toLowerCase())
  if (fields.some(([name]) => name === 'x-nextjs-cache')) kept.push(['x-nextjs-cache', 'HIT'])
  kept.push(['vary', said.includes('accept-encoding') ? vary : [vary, 'Accept-Encoding'].filter(Boolean).join(', ')])
  return kept
}
