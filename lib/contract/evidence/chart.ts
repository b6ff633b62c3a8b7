import type { LocalDate } from '@/lib/ledger/interval'
import { daysBetween, localDate, nextDay, previousDay, shiftDays } from '@/lib/ledger/interval'
import type { Band } from '@/lib/ledger/series/bands'
import type { Observed } from '@/lib/ledger/series/observed'
import { areConsecutive } from '@/lib/ledger/series/series'
import type { ShownStatus } from '../words/status'

/** A value where it is drawn. Days are counted from the chart's first one; a period is a bar from `from` to `to`. */
export type ChartPoint = {
  readonly from: number
  readonly to: number
  /** The middle of the period, where the mark stands. */
  readonly at: number
  readonly value: number
  readonly low: number | null
  readonly high: number | null
  readonly estimated: boolean
  readonly period: string
}

/** Days of one status of the law, cut off where the chart ends. */
export type ChartBand = {
  readonly from: number
  readonly to: number
  readonly status: ShownStatus
  readonly beforeEffect: boolean
  readonly counts: Band['rollup']['counts']
  readonly begins: LocalDate
  /** The last day in the chart's days or out of them; `null` is without end. */
  readonly lastDay: LocalDate | null
}

/** A series as it is drawn, in days and units alone: whoever draws it chooses the size. */
export type Chart = {
  /** The days of the axis: `to` is the first day after it. */
  readonly from: LocalDate
  readonly to: LocalDate
  readonly length: number
  readonly points: readonly ChartPoint[]
  /** Points between which a line leads, by their place. No line leads over a gap. */
  readonly joins: readonly (readonly [number, number])[]
  readonly bands: readonly ChartBand[]
  /** First days of quarters, and whether a year begins there. */
  readonly quarters: readonly { readonly at: number; readonly day: LocalDate; readonly year: boolean }[]
  /** Values at which the other axis is marked, the lowest first; zero is always among them. */
  readonly ticks: readonly number[]
  /** Where events are marked, by their numbers in their list; those that stand too close have one mark. */
  readonly events: readonly { readonly at: number; readonly first: number; readonly last: number }[]
  /** The asked day, where it is among the days. */
  readonly asked: number | null
}

/** How many marks of events there is room for side by side. */
const MARKS_BESIDE = 12

/** The drawing of a series on an asked day. Both axes begin and end at round places; the axis of values holds zero. */
export function chartOf({ indicator, points, bands, events, days }: Observed, on: LocalDate): Chart {
  const from = quarterOf(days.from)
  const to = nextQuarter(previousDay(days.to))
  const length = daysBetween(from, to)
  const at = (day: LocalDate) => Math.min(Math.max(daysBetween(from, day), 0), length)
  return {
    from,
    to,
    length,
    points: points.map(({ days: own, value, low, high, estimated, period }) => ({
      from: at(own.from),
      to: at(own.to),
      at: (at(own.from) + at(own.to)) / 2,
      value,
      low,
      high,
      estimated,
      period,
    })),
    joins: points.flatMap((point, place) => {
      const next = points[place + 1]
      return next !== undefined && areConsecutive(indicator, point, next) ? [[place, place + 1] as const] : []
    }),
    bands: bands
      .filter((band) => band.from < to && (band.to === null || from < band.to))
      .map((band) => ({
        from: at(band.from),
        to: band.to === null ? length : at(band.to),
        status: band.rollup.status,
        beforeEffect: band.rollup.beforeEffect,
        counts: band.rollup.counts,
        begins: band.from,
        lastDay: band.to === null ? null : previousDay(band.to),
      })),
    quarters: quartersBetween(from, to).map((day) => ({ at: at(day), day, year: day.endsWith('-01-01') })),
    ticks: ticksFor(points.flatMap(({ value, low, high }) => [value, low ?? value, high ?? value])),
    events: marksOf(
      events.map(({ startsOn }) => at(firstOf(startsOn))),
      length / MARKS_BESIDE,
    ),
    asked: from <= on && on < to ? at(on) : null,
  }
}

/** Round values from the lowest to past the highest, four steps or so; zero is one of them. */
export function ticksFor(values: readonly number[]): readonly number[] {
  const low = Math.min(0, ...values)
  const high = Math.max(0, ...values)
  const step = roundStep((high - low || 1) / 4)
  const count = Math.ceil(high / step) - Math.floor(low / step)
  return Array.from({ length: count + 1 }, (_, index) => round((Math.floor(low / step) + index) * step))
}

/** 1, 2, 5 or ten times as much, and so on: the first that is not smaller. */
function roundStep(rough: number): number {
  const size = 10 ** Math.floor(Math.log10(rough))
  return ([1, 2, 5].find((factor) => factor * size >= rough * (1 - 1e-9)) ?? 10) * size
}

/** Without what binary fractions leave behind. */
function round(value: number): number {
  return Number(value.toPrecision(12))
}

/** Numbers of events by where they stand; one that is closer than `room` to the beginning of a mark joins it. */
function marksOf(places: readonly number[], room: number): Chart['events'] {
  const marks: { at: number; first: number; last: number }[] = []
  for (const [index, at] of places.entries()) {
    const previous = marks.at(-1)
    if (previous !== undefined && at - previous.at < room) previous.last = index + 1
    else marks.push({ at, first: index + 1, last: index + 1 })
  }
  return marks
}

function quarterOf(day: LocalDate): LocalDate {
  const month = Math.floor((Number(day.slice(5, 7)) - 1) / 3) * 3 + 1
  return localDate(`${day.slice(0, 4)}-${String(month).padStart(2, '0')}-01`)
}

function nextQuarter(day: LocalDate): LocalDate {
  return quarterOf(nextDay(shiftDays(quarterOf(day), 95)))
}

function quartersBetween(from: LocalDate, to: LocalDate): readonly LocalDate[] {
  const quarters: LocalDate[] = []
  for (let day = from; day < to; day = nextQuarter(day)) quarters.push(day)
  return quarters
}

function firstOf(when: string): LocalDate {
  return localDate(`${when}-01-01`.slice(0, 10))
}
