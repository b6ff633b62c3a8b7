import type { ShownInExhibit } from '@/lib/contract/exhibit'
import type { ShapeName, Stroke } from '@/lib/contract/shapes'
import { isWide, SHAPES } from '@/lib/contract/shapes'
import type { Markup } from './markup'
import { element } from './markup'
import { toneOf } from './paper'

const SIDE = 16

/** The shape of a status as it is shown; a pause of rules that never applied has its own. */
export function shapeOf({ status, beforeEffect }: Pick<ShownInExhibit, 'status' | 'beforeEffect'>): ShapeName {
  return status === 'paused' && beforeEffect ? 'paused-before-effect' : status
}

/** How wide a shape of this height is. */
export function shapeWidth(name: ShapeName, height: number): number {
  return isWide(name) ? (height / SIDE) * 24 : height
}

/** A shape with its upper left corner at a place, `height` units tall. */
export function shape(name: ShapeName, x: number, y: number, height: number, ink: string): Markup {
  const scale = height / SIDE
  const place = `translate(${round(x)} ${round(y)})${scale === 1 ? '' : ` scale(${round(scale)})`}`
  return element(
    'g',
    { transform: place },
    SHAPES[name].map((stroke: Stroke) => figure(stroke, ink)),
  )
}

/** The shape of a status, coloured last. */
export function statusShape(shown: ShownInExhibit, x: number, y: number, height: number): Markup {
  return shape(shapeOf(shown), x, y, height, toneOf(shown.status))
}

function figure({ d, line, dash, evenOdd }: Stroke, ink: string): Markup {
  if (line === undefined) return element('path', { d, fill: ink, 'fill-rule': evenOdd ? 'evenodd' : undefined })
  return element('path', { d, fill: 'none', stroke: ink, 'stroke-width': line, 'stroke-dasharray': dash })
}

function round(value: number): number {
  return Math.round(value * 1000) / 1000
}
