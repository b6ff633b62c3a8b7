import type { ExhibitValue, ShownInExhibit } from '@/lib/contract/exhibit'
import { isWide, SHAPES, type ShapeName, type Stroke } from '@/lib/contract/shapes'
import { element, type Markup, words } from '../svg/markup'

/** Everything leads out of a frame into a window of its own, which is told nothing of the page around the frame. */
export function linkOut(href: string, text: string, rel = 'noopener'): Markup {
  return element('a', { href, target: '_blank', rel }, words(text))
}

/** A status by shape, word and what qualifies it. */
export function status(shown: ShownInExhibit): Markup {
  const { details, word } = shown
  return element(
    'span',
    { class: `status st-${shown.status}` },
    glyph(shapeOf(shown)),
    element('span', {}, words(word)),
    details.map((detail) => element('small', {}, words(detail))),
  )
}

/** What lines of an instrument do is no status of anything: its word alone, without a shape. */
export function state({ word, details }: ShownInExhibit): Markup {
  return element('span', {}, words([word, ...details].join(' ')))
}

/** One shape, as tall as the text; the word stands beside it. */
function glyph(name: ShapeName): Markup {
  const viewBox = isWide(name) ? '0 0 24 16' : '0 0 16 16'
  const strokes = SHAPES[name].map(({ d, line, dash, evenOdd }: Stroke) =>
    line === undefined
      ? element('path', { d, fill: 'currentColor', 'fill-rule': evenOdd ? 'evenodd' : undefined })
      : element('path', { d, fill: 'none', stroke: 'currentColor', 'stroke-width': line, 'stroke-dasharray': dash }),
  )
  return element('svg', { viewBox, class: isWide(name) ? 'glyph wide' : 'glyph', 'aria-hidden': 'true' }, strokes)
}

function shapeOf({ status: name, beforeEffect }: ShownInExhibit): ShapeName {
  return name === 'paused' && beforeEffect ? 'paused-before-effect' : name
}

/** What stands in one place of a table; a list stands on lines of its own. */
export function value(one: ExhibitValue): Markup | readonly Markup[] {
  if (one === null) return words('–')
  if (Array.isArray(one)) return one.map((each) => element('div', {}, single(each)))
  return single(one)
}

function single(one: Exclude<ExhibitValue, null | readonly unknown[]>): Markup {
  if (typeof one !== 'object') return words(String(one))
  return 'href' in one ? linkOut(one.href, one.text) : status(one)
}
