import type { Scale } from '@/lib/contract/axis'
import { WIDTH } from '@/lib/contract/axis'
import type { ExhibitTimeline } from '@/lib/contract/exhibit'
import { localDate } from '@/lib/ledger/interval'
import { askedLine, axis, ground, scaleOfDrawing } from './axis'
import { shapeOf, shapeWidth, statusShape } from './glyph'
import { stretchOf } from './lane'
import { marksBand, marksList } from './marks'
import type { Markup } from './markup'
import { element } from './markup'
import { linesOf } from './measure'
import { INK, RULE, RULE_STRONG, SOFT, toneOf } from './paper'
import type { Drawn } from './sheet'
import { line, lines } from './text'

const HEAD = 190
const NOW = 196
const AXIS = 24
const TITLE = 22
const ROW = 28
const BAR = 18
const SIZE = 11

type Lane = ExhibitTimeline['lanes'][number]

/** A timeline: marks above, lanes below, a line at the asked day and at the right what holds on it. */
export function drawnTimeline(timeline: ExhibitTimeline): Drawn {
  const scale = scaleOfDrawing(timeline, WIDTH)
  const width = HEAD + WIDTH + NOW
  const top = TITLE + AXIS
  const band = marksBand(timeline.marks, scale, HEAD, top)
  let y = top + band.height
  const rows = timeline.lanes.flatMap((lane, index) => {
    const group = lane.group === timeline.lanes[index - 1]?.group ? null : groupOf(lane.group, y, width)
    const drawn = laneOf(lane, timeline.asked, scale, y + (group?.height ?? 0))
    y += (group?.height ?? 0) + drawn.height
    return [...(group?.markup ?? []), ...drawn.markup]
  })
  const list = marksList(band.marks, width, y + 10)
  return {
    width,
    height: y + 10 + list.height,
    alternative: timeline.alternative,
    textured: timeline.lanes.flatMap((lane) => lane.stretches.map(({ shown }) => ({ shown, tells: lane.tells }))),
    markup: [
      line(0, 14, timeline.title, { size: 14, bold: true }),
      ...axis(scale, HEAD, TITLE + 15, SIZE),
      element('path', { d: `M0 ${top - 2}h${width}`, stroke: INK, fill: 'none' }),
      ...ground(scale, HEAD, TITLE + 2, y),
      ...rows,
      askedLine(scale, localDate(timeline.asked), HEAD, TITLE + 2, y),
      ...band.markup,
      ...list.markup,
    ],
  }
}

function groupOf(group: string, y: number, width: number) {
  return {
    height: 24,
    markup: [
      line(0, y + 17, group, { size: 11.5, bold: true, fill: SOFT }),
      element('path', { d: `M0 ${y + 23.5}h${width}`, stroke: RULE_STRONG, fill: 'none' }),
    ],
  }
}

function laneOf(lane: Lane, asked: string, scale: Scale, y: number) {
  const head = linesOf(lane.title, HEAD - 10, 12)
  const height = Math.max(ROW, head.length * 14 + 8)
  const place = { x: HEAD, y: y + (height - BAR) / 2, bar: BAR, size: SIZE }
  return {
    height,
    markup: [
      ...lines(0, y + height / 2 + 4 - (head.length - 1) * 7, head, { size: 12, leading: 14 }),
      ...lane.stretches.flatMap((stretch) => stretchOf({ ...stretch, tells: lane.tells }, scale, place)),
      ...nowOf(lane, asked, HEAD + WIDTH + 12, y + height / 2),
      element('path', { d: `M0 ${y + height}h${HEAD + WIDTH + NOW}`, stroke: RULE, fill: 'none' }),
    ],
  }
}

/** What a lane says on the asked day; what lines do has no shape of its own. */
function nowOf(lane: Lane, asked: string, x: number, middle: number): readonly Markup[] {
  const at = lane.stretches.find(({ from, lastDay }) => from <= asked && (lastDay === null || asked <= lastDay))
  const shown = lane.tells === 'status' ? at?.shown : undefined
  const beside = shown === undefined ? 0 : shapeWidth(shapeOf(shown), 12) + 5
  const words = linesOf(lane.now, NOW - 12 - beside, 12, { bold: true })
  const type = { size: 12, leading: 14, bold: true, fill: shown === undefined ? SOFT : toneOf(shown.status) }
  return [
    ...(shown === undefined ? [] : [statusShape(shown, x, middle - 6.5, 12)]),
    ...lines(x + beside, middle + 4 - (words.length - 1) * 7, words, type),
  ]
}
