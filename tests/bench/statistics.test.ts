import { expect, test } from 'vitest'
import { summaryOf } from './report'
import { median, orderOf, percentile, ratioOf } from './statistics'
import { usageBelow } from './usage'

test('a ratio is that of the middle round, so a machine that is slow for a while does not move it', () => {
  const quiet = [9000, 10_000] as const
  const busy = [900, 1000] as const
  const broken = [100, 10_000] as const

  expect(ratioOf([quiet, busy, quiet, busy, broken])).toEqual({ median: 0.9, least: 0.01, most: 0.9, rounds: 5 })
})

test('a round in which nothing was counted for one of the two is left out', () => {
  expect(
    ratioOf([
      [9, 10],
      [0, 10],
      [9, 0],
      [Number.NaN, 10],
    ]),
  ).toMatchObject({ median: 0.9, rounds: 1 })
})

test('middles and percentiles are of sorted values', () => {
  expect(median([10, 2, 1])).toBe(2)
  expect(median([10, 2])).toBe(6)
  expect(percentile([1, 2, 3, 4], 0.5)).toBe(3)
  expect(percentile([1, 2, 3, 4], 0.99)).toBe(4)
  expect(percentile([], 0.5)).toBeNaN()
})

test('no case always comes after the same one', () => {
  expect([0, 1, 2].map((round) => orderOf(['a', 'b', 'c'], round).join(''))).toEqual(['abc', 'cba', 'abc'])
})

test('machines find ratios, named figures and the table of cases in one object', () => {
  const ratio = { median: 0.95, least: 0.9, most: 1, rounds: 8 }
  const told = { tells: '', seconds: 1 }
  const summary = summaryOf([
    { ...told, name: 'targets', table: { one: { ms: 1 } }, ratios: { pinned: ratio } },
    { ...told, name: 'cases', table: { 'front page · 1': { 'per second': 9 } } },
    { ...told, name: 'publishing', table: {}, figures: { publishToVisible: 50 } },
    { ...told, name: 'charts', table: {}, failure: 'no browser' },
  ])

  expect(summary).toMatchObject({
    ratios: { pinned: 0.95 },
    spread: { pinned: ratio },
    publishToVisible: 50,
    cases: { 'front page · 1': { 'per second': 9 } },
    subjects: { targets: { table: { one: { ms: 1 } }, failure: null }, charts: { failure: 'no browser' } },
  })
})

test('what a process and its children use is found on this machine', () => {
  const before = usageBelow(process.pid)
  for (const until = performance.now() + 60; performance.now() < until; ) Math.sqrt(until)

  expect((usageBelow(process.pid)?.server ?? 0) - (before?.server ?? 0)).toBeGreaterThan(0)
  expect(before?.megabytes).toBeGreaterThan(10)
})
