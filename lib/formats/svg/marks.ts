import type { Scale } from '@/lib/contract/axis'
import { xOf } from '@/lib/contract/axis'
import type { ExhibitTimeline } from '@/lib/contract/exhibit'
import { localDate } from '@/lib/ledger/interval'
import { shape } from './glyph'
import type { Markup } from './markup'
import { element } from './markup'
import { linesOf } from './measure'
import { INK, PAPER, RULE, SOFT } from './paper'
import { line, lines } from './text'

type Mark = ExhibitTimeline['marks'][number]
type Numbered = Mark & { readonly number: number }

const SIZE = 10.5
const STEP = 14
/** Marks nearer than this stand together, as the first and the last of their numbers. */
const APART = 40
const KINDS = ['claim', 'event'] as const

/** What was said and what was done, a row each, as numbers on the axis above the law; `marksList` says what they are. */
export function marksBand(marks: ExhibitTimeline['marks'], scale: Scale, x: number, top: number) {
  const seen = KINDS.flatMap((kind) => ofKind(marks, kind, scale)).map((mark, index) => ({
    ...mark,
    number: index + 1,
  }))
  const rows = KINDS.map((kind) => seen.filter((mark) => mark.kind === kind)).filter((row) => row.length > 0)
  const markup = rows.flatMap((row, index) =>
    clustersOf(row, scale).flatMap((cluster) => flag(cluster, x + cluster.x, top + index * STEP)),
  )
  return { marks: seen, height: rows.length * STEP + (rows.length === 0 ? 0 : 6), markup }
}

function ofKind(marks: ExhibitTimeline['marks'], kind: Mark['kind'], scale: Scale): readonly Mark[] {
  return marks
    .filter((mark) => mark.kind === kind && mark.on >= scale.from && mark.on < scale.to)
    .sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))
}

type Cluster = { readonly x: number; readonly first: Numbered; last: Numbered }

function clustersOf(row: readonly Numbered[], scale: Scale): readonly Cluster[] {
  const clusters: Cluster[] = []
  for (const mark of row) {
    const x = Math.min(xOf(scale, localDate(mark.on)), scale.width - APART)
    const before = clusters.at(-1)
    if (before !== undefined && x - before.x < APART) before.last = mark
    else clusters.push({ x, first: mark, last: mark })
  }
  return clusters
}

/** A shape at the day of the first, and their numbers in the list below. */
function flag({ first, last }: Cluster, x: number, y: number): readonly Markup[] {
  const numbers = first === last ? String(first.number) : `${first.number}–${last.number}`
  return [shape(first.kind, x - 1, y + 2, 10, INK), line(x + 11, y + 11, numbers, { size: SIZE, halo: PAPER })]
}

/** The numbered marks in words, in two columns under the lanes. */
export function marksList(marks: readonly Numbered[], width: number, top: number) {
  const column = (width - 24) / 2
  const half = Math.ceil(marks.length / 2)
  const left = listed(marks.slice(0, half), 0, top, column)
  const right = listed(marks.slice(half), column + 24, top, column)
  return { height: Math.max(left.height, right.height), markup: [...left.markup, ...right.markup] }
}

function listed(marks: readonly Numbered[], x: number, top: number, room: number) {
  let y = top
  const markup = marks.flatMap(({ number, kind, when, title }) => {
    const texts = linesOf(title, room - 104, SIZE)
    const first = y + 12
    y += Math.max(texts.length, 1) * STEP + 4
    return [
      line(x + 18, first, String(number), { size: SIZE, bold: true, anchor: 'end' }),
      shape(kind, x + 24, first - 9, 10, INK),
      line(x + 40, first, when, { size: SIZE, fill: SOFT }),
      ...lines(x + 104, first, texts, { size: SIZE, leading: STEP }),
      element('path', { d: `M${x} ${y}h${room}`, stroke: RULE, fill: 'none' }),
    ]
  })
  return { height: y - top, markup }
}
