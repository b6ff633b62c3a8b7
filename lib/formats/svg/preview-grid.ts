import type { ExhibitGrid } from '@/lib/contract/exhibit'
import { shapeOf, shapeWidth, statusShape } from './glyph'
import type { Markup } from './markup'
import { element } from './markup'
import { linesOf, widthOf } from './measure'
import { RULE, SOFT, toneOf } from './paper'
import { line } from './text'

export type Room = { readonly x: number; readonly y: number; readonly width: number; readonly height: number }

/** Letters smaller than this cannot be read on a screen. */
const SMALLEST = 9

/**
 * The matrix as shapes alone, a material beside the other and a form under the other: so that every status of every
 * material is seen at the size of a stamp.
 */
export function previewGrid({ columns, rows }: ExhibitGrid, { x, y, width, height }: Room): readonly Markup[] {
  const type = Math.min(19, Math.max(9, (height / (columns.length + 1)) * 0.72))
  const names = Math.min(Math.max(...columns.map(({ title }) => widthOf(title, type)), 0) + 16, 210)
  const wide = (width - names) / Math.max(rows.length, 1)
  const tall = Math.min((height - type - 12) / Math.max(columns.length, 1), 44)
  const side = Math.min(wide * 0.62, tall * 0.74)
  const top = y + type + 10
  const heads = rows.flatMap(({ symbol, title }, index) => {
    const text = symbol === '' ? title : symbol
    const size = Math.min(20, type + 2, (wide - 4) / Math.max(widthOf(text, 1, true), 0.001))
    if (size < SMALLEST) return [] // a name that nobody can read says nothing
    return [line(x + names + (index + 0.5) * wide, y + type, text, { size, bold: true, anchor: 'middle' })]
  })
  const lanes = columns.flatMap(({ title }, index) => {
    const middle = top + (index + 0.5) * tall
    const [name = ''] = linesOf(title, names - 10, type, { most: 1 })
    return [
      element('path', { d: `M${x} ${top + index * tall}h${width}`, stroke: RULE, fill: 'none' }),
      line(x, middle + type * 0.35, name, { size: type, fill: SOFT }),
    ]
  })
  const places = rows.flatMap(({ cells }, row) =>
    cells.flatMap((cell, column): readonly Markup[] => {
      const center = x + names + (row + 0.5) * wide
      const middle = top + (column + 0.5) * tall
      if (cell === null) return [element('circle', { cx: center, cy: middle, r: 1.5, fill: toneOf('not-applicable') })]
      return [statusShape(cell, center - shapeWidth(shapeOf(cell), side) / 2, middle - side / 2, side)]
    }),
  )
  return [...heads, ...lanes, ...places]
}
