import type { ExhibitTimeline } from '@/lib/contract/exhibit'
import { localDate } from '@/lib/ledger/interval'
import { askedLine, axis, ground, scaleOfDrawing } from './axis'
import { stretchOf } from './lane'
import { textures } from './looks'
import type { Markup } from './markup'
import { linesOf } from './measure'
import { SOFT } from './paper'
import type { Room } from './preview-grid'
import { line } from './text'

const NAMES = 190
const AXIS = 30
const LANES = 8

/** The first lanes of a timeline, as many as can be read at the size of a stamp; the first is the material as a whole. */
export function previewStrip(timeline: ExhibitTimeline, { x, y, width, height }: Room): readonly Markup[] {
  const shown = timeline.lanes.slice(0, LANES)
  const scale = scaleOfDrawing(timeline, width - NAMES)
  const tall = Math.min((height - AXIS) / Math.max(shown.length, 1), 52)
  const bar = tall * 0.72
  const size = Math.min(20, bar * 0.72)
  const top = y + AXIS
  const bottom = top + shown.length * tall
  return [
    textures(shown.flatMap(({ tells, stretches }) => stretches.map((stretch) => ({ shown: stretch.shown, tells })))),
    ...axis(scale, x + NAMES, y + 20, 18),
    ...ground(scale, x + NAMES, y + 2, bottom),
    ...shown.flatMap(({ title, tells, stretches }, index) => {
      const place = { x: x + NAMES, y: top + index * tall + (tall - bar) / 2, bar, size }
      const [name = ''] = linesOf(title, NAMES - 14, size, { most: 1 })
      return [
        line(x, place.y + bar / 2 + size * 0.35, name, { size, fill: SOFT }),
        ...stretches.flatMap((stretch) => stretchOf({ ...stretch, tells }, scale, place)),
      ]
    }),
    askedLine(scale, localDate(timeline.asked), x + NAMES, y + 2, bottom),
  ]
}
