import type { LocalDate } from '@/lib/ledger/interval'
import type { Observed } from '@/lib/ledger/series/observed'
import { chartOf } from '../evidence/chart'
import type { Drawn } from '../evidence/drawn'
import { say } from './catalogue'
import { looseInWords, monthInShort } from './day'
import { listed } from './list'
import { numberInWords } from './number'
import { alternativeOf, amountOf } from './observed'
import { periodInWords, rangeInWords, unitInWords } from './series'
import { statusWord } from './status'

/** More quarters than this, and only the years have room for their names. */
const QUARTERS_WITH_NAMES = 13

/** A series with every word that its drawing shows, on an asked day; `null` of a single point, which no axis can hold. */
export function drawnOf(series: Observed, on: LocalDate): Drawn | null {
  if (series.points.length < 2) return null
  const chart = chartOf(series, on)
  const roomy = chart.quarters.length <= QUARTERS_WITH_NAMES
  return {
    length: chart.length,
    points: chart.points.map(({ period, ...point }) => ({
      ...point,
      period: periodInWords(period),
      amount: listed([
        amountOf(series, point),
        ...(rangeInWords(point) === null ? [] : [rangeInWords(point) ?? '']),
        ...(point.estimated ? [say('evidence.estimated')] : []),
      ]),
    })),
    joins: chart.joins,
    bands: chart.bands.map(({ from, to, status, beforeEffect }) => ({
      from,
      to,
      status,
      word: statusWord(status, beforeEffect),
    })),
    quarters: chart.quarters
      .map(({ at, day, year }, place) => ({
        at,
        year,
        word: year || place === 0 ? looseInWords(day.slice(0, 4)) : roomy ? monthInShort(day) : '',
      }))
      .filter(({ word }) => word !== ''),
    ticks: chart.ticks.map((value) => ({ value, word: numberInWords(value) })),
    events: chart.events.map(({ at, first, last }) => ({
      at,
      word: first === last ? numberInWords(first) : `${numberInWords(first)}–${numberInWords(last)}`,
    })),
    asked: chart.asked,
    unit: unitInWords(series.indicator.unit),
    alternative: alternativeOf(series, chart),
  }
}
