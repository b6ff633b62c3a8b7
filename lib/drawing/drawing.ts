import 'server-only'
import type { Exhibit } from '@/lib/contract/exhibit'
import { PREVIEW } from '@/lib/contract/image-address'
import { isDrawn, svgOf } from '@/lib/formats/svg'
import { previewSvg } from '@/lib/formats/svg/preview'
import type { Result } from '@/lib/ledger/result'
import { ok } from '@/lib/ledger/result'
import type { Picture } from './png'
import { keptPicture, namePicture, pngOf } from './png'
import type { Busy } from './thread'

/** How wide an answer is as a PNG, in pixels: enough for a page in print, and no more than a thread can hold. */
const LEAST = 2000
const MOST = 3200

/**
 * An answer as a file that can be looked at, `null` where there is nothing to draw in it.
 *
 * @param id of the snapshot whose payload it is; `null` for an answer from the record.
 */
export async function drawingOf(
  exhibit: Exhibit,
  suffix: 'svg' | 'png',
  id: string | null = null,
): Promise<Result<string | Picture | null, Busy>> {
  if (!isDrawn(exhibit)) return ok(null)
  const svg = svgOf(exhibit, id)
  return suffix === 'svg' ? ok(svg) : pngOf(svg, Math.min(Math.max(widthOf(svg), LEAST), MOST))
}

/** The picture beside a link to an answer, 1200 by 630 pixels. */
export async function previewOf(exhibit: Exhibit, id: string | null = null): Promise<Result<Picture, Busy>> {
  const drawn = await pngOf(previewSvg(exhibit, id), PREVIEW.width)
  if (drawn.ok && id === null && !exhibit.ahead) namePicture(exhibit.address, drawn.value)
  return drawn
}

/** The same for the answer at a pinned address, where it was drawn before; `null` where the answer must be read first. */
export function previewAt(address: string): Picture | null {
  return keptPicture(address)
}

/** A drawing says its width first of all. */
function widthOf(svg: string): number {
  return Number(/ width="(\d+)"/.exec(svg)?.[1] ?? LEAST)
}
