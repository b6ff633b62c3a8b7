import { describe, expect, test } from 'vitest'
import { quartersOf, scaleOf, tightScaleOf, xOf } from '@/lib/contract/axis'
import { localDate } from '@/lib/ledger/interval'

const days = [localDate('2025-05-06'), localDate('2024-12-03')]
const on = localDate('2026-11-22')

describe('an axis', () => {
  test('begins with the first day’s year, or where there is little room the month before it', () => {
    expect(scaleOf(days, on)).toEqual({ from: '2024-01-01', to: '2027-07-01', width: 880 })
    expect(tightScaleOf(days, on)).toEqual({ from: '2024-11-01', to: '2027-07-01', width: 880 })
    expect(tightScaleOf([localDate('2025-01-31')], on).from).toBe('2024-12-01')
  })

  test('has its quarters where they begin, whatever month it begins in', () => {
    expect(quartersOf(tightScaleOf(days, on)).slice(0, 3)).toEqual(['2025-01-01', '2025-04-01', '2025-07-01'])
    expect(quartersOf(scaleOf(days, on)).slice(0, 2)).toEqual(['2024-01-01', '2024-04-01'])
    expect(quartersOf(tightScaleOf([localDate('2025-02-14')], on))[0]).toBe('2025-01-01')
  })

  test('shows the asked day of a narrow drawing within its width', () => {
    expect(xOf({ ...tightScaleOf(days, on), width: 250 }, on)).toBeLessThan(250 * 0.8)
  })
})
