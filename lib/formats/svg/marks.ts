import type { Scale } from '@/lib/contract/axis'
import { xOf } from '@/lib/contract/axis'
import type { ExhibitTimeline } from '@/lib/contract/exhibit'
import { localDate } from '@/lib/ledger/interval'
import type { Markup } from './markup'
import { element } from './markup'
import { linesOf, widthOf } from './measure'
import { INK, RULE, SOFT } from './paper'
import { line, lines } from './text'

type Mark = ExhibitTimeline['marks'][number]
type Numbered = Mark & { readonly number: number }

const SIZE = 10.5
const STEP = 14
/** Numbers nearer than this stand under one another. */
const APART = 16

/** What was said and done, as numbers on the axis above the law: `marksList` says what they stand for. */
export function marksBand(marks: ExhibitTimeline['marks'], scale: Scale, x: number, top: number) {
  const seen = [...marks]
    .filter(({ on }) => on >= scale.from && on < scale.to)
    .sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))
    .map((mark, index): Numbered => ({ ...mark, number: index + 1 }))
  const ends: number[] = []
  const markup = seen.map(({ on, number }) => {
    const left = x + xOf(scale, localDate(on))
    const free = ends.findIndex((end) => left - end >= APART)
    const level = free === -1 ? ends.length : free
    ends[level] = left
    return flag(left, top + level * STEP, String(number))
  })
  const height = ends.length === 0 ? 0 : ends.length * STEP + 8
  return { marks: seen, height, markup }
}

/** A small square with its number, its left edge at the day. */
function flag(x: number, y: number, number: string): Markup {
  const width = widthOf(number, SIZE) + 5
  return element(
    'g',
    {},
    element('rect', { x, y: y + 1.5, width, height: 12, fill: INK }),
    line(x + 2.5, y + 11, number, { size: SIZE, fill: '#ffffff' }),
  )
}

/** The numbered marks in words, in two columns under the lanes. */
export function marksList(marks: readonly Numbered[], width: number, top: number) {
  if (marks.length === 0) return null
  const column = (width - 24) / 2
  const half = Math.ceil(marks.length / 2)
  const left = listed(marks.slice(0, half), 0, top, column)
  const right = listed(marks.slice(half), column + 24, top, column)
  return { height: Math.max(left.bottom, right.bottom) - top + 6, markup: [...left.markup, ...right.markup] }
}

function listed(marks: readonly Numbered[], x: number, top: number, room: number) {
  let y = top + 12
  const markup: Markup[] = []
  for (const { number, on, title } of marks) {
    const texts = linesOf(title, room - 92, SIZE)
    markup.push(
      line(x, y, String(number), { size: SIZE, bold: true }),
      line(x + 20, y, on, { size: SIZE, fill: SOFT }),
      ...lines(x + 88, y, texts, { size: SIZE, leading: STEP }),
      element('path', { d: `M${x} ${y + (texts.length - 1) * STEP + 4}h${room}`, stroke: RULE, fill: 'none' }),
    )
    y += Math.max(texts.length, 1) * STEP + 3
  }
  return { bottom: y - 6, markup }
}
