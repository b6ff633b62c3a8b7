import type { Scale } from '@/lib/contract/axis'
import { xOf } from '@/lib/contract/axis'
import type { ExhibitTimeline } from '@/lib/contract/exhibit'
import { localDate, shiftDays } from '@/lib/ledger/interval'
import type { Told } from './looks'
import { bar, inkOf, shownLook } from './looks'
import type { Markup } from './markup'
import { roomOf, widthOf } from './measure'
import { PAPER } from './paper'
import { line } from './text'

type Stretch = ExhibitTimeline['lanes'][number]['stretches'][number] & Told

/** No stretch is drawn narrower, however short it was: a pause of one day must be seen. */
const NARROWEST = 3
/** How long a bar without a dated end goes on, breaking up. */
const FADING: readonly (readonly [back: number, width: number])[] = [
  [33, 11],
  [19, 7],
  [9, 3],
]
const FADED = 36

/** Where a lane stands: the left end of its axis, its top, how tall its bars are and their letters. */
export type Place = { readonly x: number; readonly y: number; readonly bar: number; readonly size: number }

/** One stretch of days: hollow is announced, solid in force, hatched paused, a dotted edge with "?" not verified. */
export function stretchOf(stretch: Stretch, scale: Scale, place: Place): readonly Markup[] {
  const { from, lastDay, shown } = stretch
  if (lastDay !== null && lastDay < scale.from) return []
  const x = place.x + xOf(scale, localDate(from))
  const end = place.x + (lastDay === null ? scale.width : xOf(scale, shiftDays(localDate(lastDay), 1)))
  const width = Math.max(end - x, NARROWEST)
  const open = lastDay === null && shownLook(shown) !== 'none' && width > 2 * FADED
  const solid = open ? width - FADED : width
  return [
    ...bar(stretch, x, place.y, solid, place.bar),
    ...(open ? FADING.flatMap(([back, wide]) => bar(stretch, end - back, place.y, wide, place.bar)) : []),
    ...wordOf(stretch, x, solid, place),
  ]
}

/** The word where it fits; of a doubt at least the question mark. */
function wordOf(stretch: Stretch, x: number, room: number, { y, bar: height, size }: Place): readonly Markup[] {
  const { shown } = stretch
  const look = shownLook(shown)
  const fitting = [shown.word, ...(look === 'doubt' ? ['?'] : [])].find((text) => roomOf(text, size, true) + 12 < room)
  if (look === 'none' || fitting === undefined) return []
  const paper = look === 'solid' ? { fill: PAPER } : { fill: inkOf(stretch), halo: PAPER }
  const left = fitting === shown.word ? x + 7 : x + (room - widthOf(fitting, size, true)) / 2
  return [line(left, y + height / 2 + size * 0.35, fitting, { size, bold: true, ...paper })]
}
