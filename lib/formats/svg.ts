import type { Exhibit } from '@/lib/contract/exhibit'
import { drawnGrid } from './svg/grid'
import { element } from './svg/markup'
import type { Drawn } from './svg/sheet'
import { sheet } from './svg/sheet'
import { drawnTimeline } from './svg/timeline'

const GAP = 28

/** Whether an answer has anything that can be drawn. */
export function isDrawn({ grid, timelines }: Exhibit): boolean {
  return grid !== null || timelines.length > 0
}

/**
 * An answer as one SVG: the matrix, or all its timelines under one another. Title, clocks, source and terms are part of
 * the drawing; `title` and `desc` say the same for whoever cannot see it. It holds no script, no style and no reference
 * to anything outside itself.
 *
 * @param id of the snapshot that it is drawn from, as in `/s/<id>`; `null` when it is drawn from the record.
 * @throws {TypeError} where there is nothing to draw: ask `isDrawn` first.
 */
export function svgOf(exhibit: Exhibit, id: string | null = null): string {
  if (exhibit.grid !== null) return sheet(exhibit, id, exhibit.title, drawnGrid(exhibit.grid))
  const [first, ...others] = exhibit.timelines.map(drawnTimeline)
  if (first === undefined) throw new TypeError(`nothing of ${exhibit.address} can be drawn`)
  return sheet(exhibit, id, exhibit.title, others.reduce(under, first))
}

/** One drawing under another. */
function under(above: Drawn, below: Drawn): Drawn {
  const y = Math.round(above.height + GAP)
  return {
    width: Math.max(above.width, below.width),
    height: y + below.height,
    alternative: `${above.alternative} ${below.alternative}`,
    textured: [...above.textured, ...below.textured],
    markup: [...above.markup, element('g', { transform: `translate(0 ${y})` }, below.markup)],
  }
}
