import type { IndicatorPoint } from '@/lib/ledger/testimony'
import { isCountry, nameOfCountry } from '../countries'
import { say } from './catalogue'
import { looseInWords } from './day'
import { listed } from './list'
import { numberInWords } from './number'

/** What stands beside a measured value: its range, whether it is estimated, and what its source says of it. */
export function noteOfPoint(point: IndicatorPoint): string {
  const { estimated, note } = point
  const range = rangeInWords(point)
  return listed(
    [
      ...(range === null ? [] : [range]),
      ...(estimated ? [say('pages.material.estimated')] : []),
      ...(note === null ? [] : [note]),
    ],
    'apart',
  )
}

/** `250 to 310`, `50 or more`; `null` where a source gives no bound. */
export function rangeInWords({ low, high }: Pick<IndicatorPoint, 'low' | 'high'>): string | null {
  if (low === null) return high === null ? null : say('evidence.upTo', { high: numberInWords(high) })
  if (high === null) return say('evidence.from', { low: numberInWords(low) })
  return say('evidence.range', { low: numberInWords(low), high: numberInWords(high) })
}

/** A period as exactly as its source gives it: `June 2025`, `first quarter of 2026`, `January 2025 to May 2025`. */
export function periodInWords(period: string): string {
  const [from = '', to] = period.split('/')
  if (to !== undefined) return say('evidence.span', { from: periodInWords(from), to: periodInWords(to) })
  const [, year = '', quarter = ''] = /^(\d{4})-Q([1-4])$/.exec(from) ?? []
  return quarter === '' ? looseInWords(from) : say('evidence.quarter', { quarter, year })
}

const UNITS = {
  kg: 'kg',
  tonnes: 'tonnes',
  count: 'count',
  '%': 'percent',
  '% change': 'change',
  'USD/kg': 'usdPerKg',
  x: 'times',
} as const

/** `kilograms`; a unit that the catalogue does not know says itself. */
export function unitInWords(unit: string): string {
  return isUnit(unit) ? say(`evidence.unit.${UNITS[unit]}`) : unit
}

/** A value with its unit: `16,686 kg`, `US$280/kg`, `90%`. */
export function amountInWords(value: number, unit: string): string {
  const said = numberInWords(value)
  return isUnit(unit)
    ? say(`evidence.amount.${UNITS[unit]}`, { value: said })
    : say('evidence.amount.other', { value: said, unit })
}

function isUnit(unit: string): unit is keyof typeof UNITS {
  return Object.hasOwn(UNITS, unit)
}

const FREQUENCIES = {
  daily: 'daily',
  monthly: 'monthly',
  quarterly: 'quarterly',
  annual: 'annual',
  irregular: 'irregular',
  'year-to-date': 'yearToDate',
  cumulative: 'cumulative',
  'eight-month windows': 'eightMonths',
} as const

export function frequencyInWords(frequency: string): string {
  return Object.hasOwn(FREQUENCIES, frequency)
    ? say(`evidence.frequency.${FREQUENCIES[frequency as keyof typeof FREQUENCIES]}`)
    : frequency
}

const PLACES = {
  world: 'world',
  EU: 'union',
  Europe: 'europe',
  China: 'china',
  'EU v CN': 'unionAndChina',
  'not stated': 'none',
} as const

/** `China to the world` for `CN->world`; a place that the catalogue does not know says itself. */
export function placeInWords(geography: string): string {
  const [from = '', to] = geography.split('->')
  if (to !== undefined) return say('evidence.place.route', { from: placeInWords(from), to: placeInWords(to) })
  if (Object.hasOwn(PLACES, from)) return say(`evidence.place.${PLACES[from as keyof typeof PLACES]}`)
  return isCountry(from) ? nameOfCountry(from) : from
}
