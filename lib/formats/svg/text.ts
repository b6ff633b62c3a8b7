import type { Markup } from './markup'
import { element, words } from './markup'
import { INK } from './paper'

export type Type = {
  readonly size: number
  readonly bold?: boolean
  readonly fill?: string
  readonly anchor?: 'middle' | 'end'
  /** Paper around the letters, where they stand on a texture. */
  readonly halo?: string
}

const EASTERN = /((?:(?!\p{Script=Hangul})[\u{2e80}-\u{10ffff}])+|\p{Script=Hangul}+)/u
const KOREAN = /\p{Script=Hangul}/u

/** One line of text, its baseline at `y`. Chinese and Korean are marked as such, so that readers' fonts and voices know. */
export function line(x: number, y: number, text: string, type: Type): Markup {
  const { size, bold, fill = INK, anchor, halo } = type
  const ringed =
    halo === undefined ? {} : { 'paint-order': 'stroke', stroke: halo, 'stroke-width': 3.5, 'stroke-linejoin': 'round' }
  const eastern = EASTERN.test(text) ? { color: fill } : {} // see the rasteriser, which draws these with their own colour around them
  const attributes = { x, y, 'font-size': size, 'font-weight': bold ? 600 : undefined, fill, 'text-anchor': anchor }
  return element('text', { ...attributes, ...eastern, ...ringed }, runsOf(text))
}

/** Lines under one another, the first baseline at `y`. */
export function lines(
  x: number,
  y: number,
  texts: readonly string[],
  type: Type & { readonly leading: number },
): readonly Markup[] {
  const { leading, ...rest } = type
  return texts.map((text, index) => line(x, y + index * leading, text, rest))
}

function runsOf(text: string): readonly Markup[] {
  return text
    .split(EASTERN)
    .filter((run) => run !== '')
    .map((run) => {
      if (!EASTERN.test(run)) return words(run)
      return element('tspan', { lang: KOREAN.test(run) ? 'ko' : 'zh-Hans' }, words(run))
    })
}
