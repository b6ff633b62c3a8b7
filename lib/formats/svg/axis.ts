import type { Scale } from '@/lib/contract/axis'
import { quartersOf, xOf } from '@/lib/contract/axis'
import type { ExhibitTimeline } from '@/lib/contract/exhibit'
import type { LocalDate } from '@/lib/ledger/interval'
import { localDate, shiftDays } from '@/lib/ledger/interval'
import type { Markup } from './markup'
import { element } from './markup'
import { ACCENT, INK, RULE, RULE_STRONG, SOFT } from './paper'
import { line } from './text'

const MONTH = new Intl.DateTimeFormat('en-GB', { month: 'short', timeZone: 'UTC' })
/** Narrower quarters carry no month. */
const ROOM = 34

/** The axis of a drawing: its last day is the last one that is drawn. */
export function scaleOfDrawing({ from, to }: Pick<ExhibitTimeline, 'from' | 'to'>, width: number): Scale {
  return { from: localDate(from), to: shiftDays(localDate(to), 1), width }
}

/** Years, and the months at which quarters begin where there is room; the baseline at `y`. */
export function axis(scale: Scale, x: number, y: number, size: number): readonly Markup[] {
  const quarters = quartersOf(scale)
  const roomy = scale.width / quarters.length >= ROOM * (size / 11)
  return quarters
    .filter((day) => roomy || isYear(day))
    .map((day) =>
      isYear(day)
        ? line(x + xOf(scale, day) + 4, y, day.slice(0, 4), { size, bold: true, fill: INK })
        : line(x + xOf(scale, day) + 4, y, MONTH.format(Date.parse(day)), { size, fill: SOFT }),
    )
}

/** The ground of all lanes: quarters and years from `top` to `bottom`. */
export function ground(scale: Scale, x: number, top: number, bottom: number): readonly Markup[] {
  return quartersOf(scale).map((day) => upright(x + xOf(scale, day), top, bottom, isYear(day) ? RULE_STRONG : RULE, 1))
}

/** The asked day, over everything. */
export function askedLine(scale: Scale, asked: LocalDate, x: number, top: number, bottom: number): Markup {
  return upright(x + xOf(scale, asked), top, bottom, ACCENT, 2)
}

function upright(x: number, top: number, bottom: number, ink: string, width: number): Markup {
  return element('path', {
    d: `M${Math.round(x * 10) / 10} ${top}V${bottom}`,
    stroke: ink,
    'stroke-width': width,
    fill: 'none',
  })
}

function isYear(day: LocalDate): boolean {
  return day.endsWith('-01-01')
}
