import { describe, expect, test } from 'vitest'
import type { Outcome } from './crowd'
import { complaintsOf, faultsOf, type Overload, staleOf, summed } from './crowd-verdict'

const outcome = (path: string, said: string, ...times: number[]): Outcome => ({
  path,
  outcome: said,
  times: Float64Array.from(times.length === 0 ? [1] : times),
})

describe('an answer to “now”', () => {
  const acknowledged = [
    { at: 100, revision: 2 },
    { at: 200, revision: 3 },
  ]

  test('is of the newest revision that was acknowledged before it was asked for, or of a later one', () => {
    const good = [
      { began: 99, revision: 1 },
      { began: 99, revision: 2 },
      { began: 150, revision: 2 },
      { began: 150, revision: 3 },
      { began: 201, revision: 3 },
    ]
    expect(staleOf(good, acknowledged)).toEqual([])
  })

  test('is stale where it names an older one, or none', () => {
    const stale = [
      { began: 101, revision: 1 },
      { began: 201, revision: 2 },
      { began: 201, revision: Number.NaN },
    ]
    expect(staleOf([{ began: 50, revision: 1 }, ...stale], acknowledged)).toEqual(stale)
  })
})

test('whoever is turned away is told when to come again, and only where a crowd is too large', () => {
  const [good, away, bare, broken] = ['200', '503 with retry-after', '503', 'broke: reset'].map((one) =>
    outcome('/', one),
  )
  const all = [good, away, bare, broken] as Outcome[]
  expect(faultsOf(all)).toEqual([away, bare, broken])
  expect(faultsOf(all, true)).toEqual([bare, broken])
})

test('times are of all who had one outcome', () => {
  const all = [outcome('/', '200', 1, 3), outcome('/a', '200', 2), outcome('/a', '503', 90)]
  expect(summed(all, '200')).toMatchObject({ requests: 3, p50: 2 })
})

describe('a server that got over too large a crowd', () => {
  const good: Overload = {
    before: { p50: 10, heap: 100 },
    outcomes: [outcome('/', '200'), outcome('/search', '200'), outcome('/search', '503 with retry-after')],
    kept: ['/'],
    after: { p50: 14, heap: 120 },
    restarted: false,
  }

  test('turned some away, served the others, and is as it was', () => {
    expect(complaintsOf(good)).toEqual([])
  })

  test.for<[string, Partial<Overload>]>([
    ['nobody was turned away', { outcomes: good.outcomes.slice(0, 2) }],
    ['something broke', { outcomes: [...good.outcomes, outcome('/search', '500')] }],
    ['what is kept was refused', { outcomes: [...good.outcomes, outcome('/', '503 with retry-after')] }],
    ['nothing was made', { outcomes: [outcome('/', '200'), outcome('/search', '503 with retry-after')] }],
    ['it stayed slow', { after: { p50: 16, heap: 100 } }],
    ['memory stayed', { after: { p50: 10, heap: 149 } }],
    ['it began anew', { restarted: true }],
  ])('did not where %s', ([complaint, other]) => {
    expect(complaintsOf({ ...good, ...other })).toEqual([complaint])
  })
})
