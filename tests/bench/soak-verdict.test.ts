import { describe, expect, test } from 'vitest'
import { isSteady, type Sample, verdictOf } from './soak-verdict'

/** Ten minutes, a sample every five seconds. */
function soak(megabytes: (minute: number) => number): readonly Sample[] {
  return Array.from({ length: 121 }, (_, at) => {
    const value = megabytes((at * 5) / 60)
    return { second: at * 5, heap: value, rss: 2 * value }
  })
}

describe('memory through a soak', () => {
  test('is flat when it only swings', () => {
    expect(verdictOf(soak((minute) => 200 + 10 * Math.sin(minute * 40))).flat).toBe(true)
  })

  test('is flat when it grew while pages were first made, and then no more', () => {
    expect(verdictOf(soak((minute) => 100 + Math.min(minute, 4) * 40)).flat).toBe(true)
  })

  test('leaks when it still grows at the end, by what it grows in a minute', () => {
    const verdict = verdictOf(soak((minute) => 200 + 1.5 * minute))

    expect(verdict.flat).toBe(false)
    expect(verdict.heap).toBeCloseTo(1.5)
    expect(verdict.rss).toBeCloseTo(3)
  })

  test('leaks when the heap alone does, or what is beside it alone', () => {
    expect(verdictOf(soak(() => 200).map((one) => ({ ...one, heap: one.second / 30 }))).flat).toBe(false)
    expect(verdictOf(soak(() => 200).map((one) => ({ ...one, rss: one.second / 15 }))).flat).toBe(false)
  })
})

describe('memory while somebody publishes', () => {
  const half = (grown: { heap: number; rss: number }) =>
    soak(() => 400).map((one) => ({
      ...one,
      heap: 100 + (grown.heap * one.second) / 60,
      rss: 400 + (grown.rss * one.second) / 300,
    }))

  test('is steady where all of it rises by a twentieth at most in the last half', () => {
    expect(isSteady(half({ heap: 0.9, rss: 20 }))).toBe(true)
    expect(isSteady(half({ heap: 0.9, rss: 23 }))).toBe(false)
    expect(isSteady(half({ heap: 1.1, rss: 0 }))).toBe(false)
    expect(isSteady([])).toBe(false)
  })
})
