import { expect, test } from 'vitest'
import { calibratedSlowdown } from './slowdown'

test.each([
  ['a high-end desktop', 1700, 4],
  ['the slowest of them', 1500, 4],
  ['a low-end desktop', 1200, 2],
  ['a high-end phone', 900, 2],
  ['the phone that is meant', 600, 1],
])('%s, whose benchmark index is %i, is slowed down by %i', (_, index, slowdown) => {
  expect(calibratedSlowdown(index)).toBe(slowdown)
})
