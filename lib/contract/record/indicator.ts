import * as z from 'zod'
import type { DoublePoint } from '@/lib/ledger/rules/series'
import { doublePoints } from '@/lib/ledger/rules/series'
import { readPeriod } from '@/lib/ledger/series/period'
import { say } from '../words/catalogue'
import { blame, key, list, number, text, textOrNull, truth } from './fields'
import { quoted } from './quoted'

const point = z
  .strictObject({
    period: z.string().refine((value) => readPeriod(value) !== null, {
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

/** E27 is asked here already: a file, a form and an import are read by this, and hear of it at the point in question. */
export const indicatorJson = z.strictObject(indicatorFields).superRefine(({ points }, context) => {
  for (const { at, ...names } of doublePoints(points)) {
    blame(context, ['points', at, 'period'], say('record.indicator.twice', quotedIn(names)))
  }
})

function quotedIn({ period, other, value, first }: Omit<DoublePoint, 'at'>) {
  return {
    period: quoted(period),
    other: quoted(other),
    value: quoted(value),
    first: quoted(first),
    spelled: period === other ? 'alike' : 'otherwise',
  }
}
