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
/** More addresses than this are not remembered: one takes as many bytes as it has letters. */
const NAMES = 10_000

const shared = globalThis as { [KEPT]?: LRUCache<string, Uint8Array, unknown> }

/** The digest of the picture of an answer, by the answer's pinned address: for this code's drawings alone. */
const names = new LRUCache<string, string>({ max: NAMES })

/**
 * A drawing as a PNG of `width` pixels. The same drawing is drawn once as long as there is room to keep it, and gives the
 * same bytes on every machine.
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

/**
 * The picture that was drawn of the answer at a pinned address, `null` where none is kept. What stands at such an address
 * never changes, so the answer need not be worked out again.
 */
export function keptPicture(address: string): Picture | null {
  const digest = names.get(address)
  const bytes = digest === undefined ? undefined : kept().get(digest)
  return digest === undefined || bytes === undefined ? null : { bytes, digest }
}

/** Remembers which picture is the one of the answer at an address. */
export function namePicture(address: string, { digest }: Picture): void {
  names.set(address, digest)
}

function kept(): LRUCache<string, Uint8Array, unknown> {
  shared[KEPT] ??= new LRUCache({ maxSize: MEGABYTES * 1024 * 1024 })
  return shared[KEPT]
}
