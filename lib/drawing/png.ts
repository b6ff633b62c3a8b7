import 'server-only'
import { createHash } from 'node:crypto'
import { LRUCache } from 'lru-cache'
import type { Result } from '@/lib/ledger/result'
import { ok } from '@/lib/ledger/result'
import type { Busy } from './thread'
import { rasterised } from './thread'

/** A picture and the name of its bytes, for an `ETag`. */
export type Picture = { readonly bytes: Uint8Array; readonly digest: string }

const MEGABYTES = 32
const KEPT = Symbol.for('sluice.drawings')
const shared = globalThis as { [KEPT]?: LRUCache<string, Uint8Array, unknown> }

/**
 * A drawing as a PNG of `width` pixels. The same drawing is drawn once as long as there is room to keep it, and gives the
 * same bytes on every machine; readers who have them already are known by `digest` before anything is drawn.
 */
export async function pngOf(svg: string, width: number): Promise<Result<Picture, Busy>> {
  const digest = digestOf(svg, width)
  const known = kept().get(digest)
  if (known !== undefined) return ok({ bytes: known, digest })
  const drawn = await rasterised(svg, width)
  if (!drawn.ok) return drawn
  kept().set(digest, drawn.value, { size: drawn.value.length + 512 })
  return ok({ bytes: drawn.value, digest })
}

/** The name of the picture that a drawing gives, without drawing it. */
export function digestOf(svg: string, width: number): string {
  return createHash('sha256').update(`${width} ${svg}`).digest('base64url')
}

function kept(): LRUCache<string, Uint8Array, unknown> {
  shared[KEPT] ??= new LRUCache({ maxSize: MEGABYTES * 1024 * 1024 })
  return shared[KEPT]
}
