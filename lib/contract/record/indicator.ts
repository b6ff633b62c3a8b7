import * as z from 'zod'
import { say } from '../words/catalogue'
import { blame, isDate, key, list, number, text, textOrNull, truth } from './fields'
import { quoted } from './quoted'

/** A date, a quarter (`2025-Q4`), or a span of two dates (`2025-01/2025-06`). */
function isPeriod(value: string): boolean {
  if (isDate(value) || /^\d{4}-Q[1-4]$/.test(value)) return true
  const ends = value.split('/')
  return ends.length === 2 && ends.every(isDate)
}

const point = z
  .strictObject({
    period: z.string().refine(isPeriod, {
      error: ({ input }) => say('record.indicator.period', { value: quoted(input) }),
    }),
    value: number,
    low: z.nullable(number),
    high: z.nullable(number),
    estimated: truth,
    note: textOrNull,
    source: key,
  })
  .superRefine(({ value, low, high }, context) => {
    if ((low !== null && low > value) || (high !== null && high < value)) {
      const range = { value: quoted(value), low: quoted(low), high: quoted(high) }
      blame(context, 'value', say('record.indicator.range', range))
    }
  })

export const indicatorFields = {
  key,
  title: text,
  unit: text,
  geography: text,
  frequency: text,
  materials: list(key),
  points: z.array(point).min(1),
  notes: textOrNull,
}

export const indicatorJson = z.strictObject(indicatorFields).superRefine(({ points }, context) => {
  const seen = new Set<string>()
  for (const [index, { period }] of points.entries()) {
    if (seen.has(period)) {
      blame(context, ['points', index, 'period'], say('record.field.repeats', { value: quoted(period) }))
    }
    seen.add(period)
  }
})
