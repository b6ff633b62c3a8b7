import { fc, test } from '@fast-check/vitest'
import { describe, expect, vi } from 'vitest'
import {
  contains,
  daysBetween,
  earlier,
  isLocalDate,
  lastDayOf,
  later,
  localDate,
  nextDay,
  previousDay,
  shiftDays,
  shiftYears,
} from '@/lib/ledger/interval'

vi.setConfig({ testTimeout: 60_000 })

const DAY_IN_MS = 86_400_000

/** The calendar of the platform, which knows nothing of ours. */
function platformDay(count: number): string {
  return new Date(count * DAY_IN_MS).toISOString().slice(0, 10)
}

const FIRST = Date.UTC(1890, 0, 1) / DAY_IN_MS
const LAST = Date.UTC(2410, 11, 31) / DAY_IN_MS
const aDayNumber = fc.integer({ min: FIRST, max: LAST })

describe('the calendar', () => {
  test('steps through every day from 1890 to 2410 as the Gregorian calendar does, and back', () => {
    for (let count = FIRST; count < LAST; count++) {
      const on = localDate(platformDay(count))
      const next = localDate(platformDay(count + 1))
      if (nextDay(on) !== next || previousDay(next) !== on) expect([on, nextDay(on)]).toEqual([on, next])
    }
  })

  test.prop([aDayNumber, fc.integer({ min: -40_000, max: 40_000 })])(
    'counts days in both directions',
    (count, shift) => {
      const on = localDate(platformDay(count))
      expect(shiftDays(on, shift)).toBe(platformDay(count + shift))
      expect(daysBetween(on, shiftDays(on, shift))).toBe(shift)
    },
  )

  test.prop([aDayNumber, aDayNumber])('orders days as text', (a, b) => {
    const [one, other] = [localDate(platformDay(a)), localDate(platformDay(b))]
    expect(one < other).toBe(a < b)
    expect(earlier(one, other)).toBe(platformDay(Math.min(a, b)))
    expect(later(one, other)).toBe(platformDay(Math.max(a, b)))
  })

  test.prop([fc.integer({ min: 1, max: 9999 }), fc.nat({ max: 14 }), fc.nat({ max: 33 })])(
    'knows which days exist',
    (year, month, dayOfMonth) => {
      const text = [
        String(year).padStart(4, '0'),
        String(month).padStart(2, '0'),
        String(dayOfMonth).padStart(2, '0'),
      ].join('-')
      const instant = new Date(`${text}T00:00:00Z`)
      const exists = !Number.isNaN(instant.getTime()) && instant.toISOString().startsWith(text)
      expect(isLocalDate(text)).toBe(exists)
      if (!exists) expect(() => localDate(text)).toThrow(JSON.stringify(text))
    },
  )

  test.each([
    '',
    'today',
    '2025-2-3',
    '2025-02-30',
    '2025-13-01',
    '2025-00-10',
    '25-01-01',
    ' 2025-01-01',
    '2025-01-01T00:00',
    '2025-01-01\n',
    '２０２５-01-01',
  ])('refuses %j as a day', (text) => {
    expect(isLocalDate(text)).toBe(false)
  })

  test('gives every year from 1 to 9999 the length of February that it has', () => {
    for (let year = 1; year <= 9999; year++) {
      const text = `${String(year).padStart(4, '0')}-02-29`
      const exists = new Date(`${text}T00:00:00Z`).toISOString().startsWith(text)
      if (isLocalDate(text) !== exists) expect([text, isLocalDate(text)]).toEqual([text, exists])
    }
  })

  test('moves by years and lets 29 February become the 28th', () => {
    expect(shiftYears(localDate('2024-02-29'), 1)).toBe('2025-02-28')
    expect(shiftYears(localDate('2024-02-29'), 4)).toBe('2028-02-29')
    expect(shiftYears(localDate('2026-11-22'), 5)).toBe('2031-11-22')
    expect(shiftYears(localDate('2026-11-22'), -100)).toBe('1926-11-22')
  })
})

describe('an interval', () => {
  test('holds its first day and not the day it ends', () => {
    const november = { from: localDate('2025-11-01'), to: localDate('2025-12-01') }
    const heldOf = ['2025-10-31', '2025-11-01', '2025-11-30', '2025-12-01'].map((text) =>
      contains(november, localDate(text)),
    )
    expect(heldOf).toEqual([false, true, true, false])
    expect(lastDayOf(november)).toBe('2025-11-30')
  })

  test('without an end holds every later day and has no last one', () => {
    const open = { from: localDate('2025-11-01'), to: null }
    expect(contains(open, localDate('9999-12-31'))).toBe(true)
    expect(lastDayOf(open)).toBeNull()
  })
})
