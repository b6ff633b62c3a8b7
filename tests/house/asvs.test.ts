import { existsSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { root, textOf } from './files'

/** How many points of levels 1 and 2 each section of the ASVS 5.0.0 begins with; those of level 3 come after them. */
const POINTS: Readonly<Record<string, readonly number[]>> = {
  ...{ 1: [2, 9, 11, 3, 2], 2: [3, 3, 4, 1], 3: [0, 2, 4, 6, 5, 0, 2], 4: [3, 1, 2, 4], 5: [1, 3, 2, 3] },
  ...{ 6: [3, 12, 4, 4, 5, 3, 0, 4], 7: [3, 4, 2, 5, 2, 2], 8: [2, 3, 1, 1], 9: [3, 4], 10: [2, 2, 4, 11, 5, 2, 3] },
  ...{ 11: [2, 3, 3, 4, 1, 1], 12: [3, 2, 4], 13: [1, 5, 2, 5], 14: [2, 4, 3], 15: [3, 3, 7], 16: [1, 5, 4, 3, 3] },
  17: [1, 4, 2],
}

const STATES = ['met', 'partly', 'not met', 'operator', 'not applicable']

const rows = [
  ...textOf('lib/decisions/0046-asvs.md').matchAll(/^\| (\d[\d.-]*) \| ([a-z ]+) \| (.+) \| (.*)\|$/gm),
].map(([, points = '', state = '', why = '', tests = '']) => ({ points, state, why, tests }))

/** `1.2.6-1.2.8` are three points. */
function spread(points: string): readonly string[] {
  const [first = '', last = first] = points.split('-')
  const [chapter, section, from] = first.split('.').map(Number)
  const to = Number(last.split('.')[2])
  return Array.from({ length: to - (from ?? 0) + 1 }, (_, at) => `${chapter}.${section}.${(from ?? 0) + at}`)
}

test('every point of levels 1 and 2 has one line', () => {
  const wanted = Object.entries(POINTS).flatMap(([chapter, sections]) =>
    sections.flatMap((count, at) => Array.from({ length: count }, (_, point) => `${chapter}.${at + 1}.${point + 1}`)),
  )
  expect(wanted).toHaveLength(253)
  expect(rows.flatMap(({ points }) => spread(points)).sort()).toEqual(wanted.sort())
})

test('every line says how it stands, and what is met has a test that exists', () => {
  const named = (tests: string) => [...tests.matchAll(/`([^`]+)`/g)].map(([, file = '']) => file)
  expect(rows.filter(({ state }) => !STATES.includes(state))).toEqual([])
  expect(rows.filter(({ state, tests }) => state === 'met' && named(tests).length === 0)).toEqual([])
  expect(rows.flatMap(({ tests }) => named(tests)).filter((file) => !existsSync(path.join(root, file)))).toEqual([])
})

test('the sums that are told are the sums', () => {
  const of = (state: string) => rows.filter((row) => row.state === state).flatMap(({ points }) => spread(points)).length
  const [met, partly, notMet, operator, none] = STATES.map(of)
  expect(textOf('lib/decisions/0046-asvs.md')).toContain(
    `${met} met, ${partly} partly, ${notMet} not met, ${operator} the operator's, ${none} not applicable.`,
  )
})
