import { WIDTH } from '@/lib/contract/axis'
import type { ExhibitTimeline, ShownInExhibit } from '@/lib/contract/exhibit'
import { localDate } from '@/lib/ledger/interval'
import { askedLine, axis, ground } from './axis'
import { shape, shapeOf, shapeWidth, statusShape } from './glyph'
import { stretchOf } from './lane'
import { marksBand, marksList } from './marks'
import type { Markup } from './markup'
import { element } from './markup'
import { linesOf } from './measure'
import { INK, RULE, toneOf } from './paper'
import type { Drawn } from './sheet'
import { line, lines } from './text'

const HEAD = 176
const NOW = 184
const AXIS = 24
const ROW = 28
const SIZE = 11

type Lane = ExhibitTimeline['lanes'][number]

/** A timeline: marks above, lanes below, a line at the asked day and at the right what holds on it. */
export function drawnTimeline(timeline: ExhibitTimeline): Drawn {
  const scale = { from: localDate(timeline.from), to: localDate(timeline.to), width: WIDTH }
  const width = HEAD + WIDTH + NOW
  const title = 22
  const band = marksBand(timeline.marks, scale, HEAD, title + AXIS)
  let y = title + AXIS + band.height
  const rows: Markup[] = []
  for (const lane of timeline.lanes) {
    const head = linesOf(lane.title, HEAD - 10, 12)
    const height = Math.max(ROW, head.length * 14 + 8)
    const top = y + (height - 18) / 2
    rows.push(
      ...lines(0, y + height / 2 + 4 - (head.length - 1) * 7, head, { size: 12, leading: 14 }),
      ...lane.stretches.flatMap((one) => stretchOf(one, scale, { x: HEAD, y: top, bar: 18, size: SIZE })),
      ...nowOf(lane, timeline.asked, HEAD + WIDTH + 12, y + height / 2),
      element('path', { d: `M0 ${y + height}h${width}`, stroke: RULE, fill: 'none' }),
    )
    y += height
  }
  const list = marksList(band.marks, width, y + 8)
  return {
    width,
    height: list === null ? y + 8 : y + 8 + list.height,
    alternative: timeline.alternative,
    textured: timeline.lanes.flatMap((lane) => lane.stretches.map(({ shown }) => shown)),
    markup: [
      line(0, 14, timeline.title, { size: 14, bold: true }),
      ...axis(scale, HEAD, title + 15, SIZE),
      element('path', { d: `M0 ${title + AXIS - 2}h${width}`, stroke: INK, fill: 'none' }),
      ...ground(scale, HEAD, title + 2, y),
      ...rows,
      askedLine(scale, localDate(timeline.asked), HEAD, title + 2, y),
      ...band.markup,
      ...(list === null ? [] : list.markup),
    ],
  }
}

/** What a lane says on a day; `null` before its first stretch. */
export function shownOn({ stretches }: Lane, day: string): ShownInExhibit | null {
  return stretches.find(({ from, lastDay }) => from <= day && (lastDay === null || day <= lastDay))?.shown ?? null
}

function nowOf(lane: Lane, asked: string, x: number, middle: number): readonly Markup[] {
  const shown = shownOn(lane, asked)
  if (shown === null) return [shape('not-applicable', x, middle - 6, 12, RULE)]
  const beside = shapeWidth(shapeOf(shown), 12) + 5
  const word = linesOf(shown.word, NOW - 12 - beside, 12, { bold: true })
  return [
    statusShape(shown, x, middle - 6.5, 12),
    ...lines(x + beside, middle + 4 - (word.length - 1) * 7, word, {
      size: 12,
      leading: 14,
      bold: true,
      fill: toneOf(shown.status),
    }),
  ]
}
