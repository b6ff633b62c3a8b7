import { expect, test } from 'vitest'
import { advisoriesIn, judged, writtenExceptions } from '@/lib/operating/advisories'

/** As `npm audit --json` prints it: what is vulnerable in itself, and what is through something else. */
const PRINTED = JSON.stringify({
  auditReportVersion: 2,
  vulnerabilities: {
    cookie: {
      name: 'cookie',
      severity: 'low',
      via: [{ url: 'https://github.com/advisories/GHSA-pxg6-pf52-xh8x', title: 'Out of bounds', severity: 'low' }],
    },
    express: { name: 'express', severity: 'low', via: ['cookie'] },
  },
})

const ADVISORY = { id: 'GHSA-pxg6-pf52-xh8x', package: 'cookie', severity: 'low', title: 'Out of bounds' }
const EXCEPTION = {
  advisory: ADVISORY.id,
  reason: 'No name of a cookie is made of what a reader writes.',
  until: '2026-12-31',
}

test('an advisory is told once, for the package that it is about', () => {
  expect(advisoriesIn(PRINTED)).toEqual([ADVISORY])
  expect(advisoriesIn(JSON.stringify({ vulnerabilities: {} }))).toEqual([])
})

test.for([
  '',
  'npm error',
  JSON.stringify({ message: '405 Method Not Allowed', statusCode: 405, error: { summary: '', detail: '' } }),
])('a registry that did not tell has not told of none: %s', (printed) => {
  expect(advisoriesIn(printed)).toBeNull()
})

test('an exception holds through its last day, and is a finding afterwards', () => {
  expect(judged([ADVISORY], [EXCEPTION], '2026-12-31')).toEqual({ open: [], stale: [] })
  expect(judged([ADVISORY], [EXCEPTION], '2027-01-01')).toEqual({
    open: [ADVISORY],
    stale: [`${ADVISORY.id} (until 2026-12-31)`],
  })
})

test('an exception that excuses nothing any more is a finding, and an advisory that nothing excuses', () => {
  expect(judged([], [EXCEPTION], '2026-12-31').stale).toHaveLength(1)
  expect(judged([ADVISORY], [], '2026-12-31').open).toEqual([ADVISORY])
})

test('every written exception names an advisory, a reason and a day', () => {
  expect(() => writtenExceptions()).not.toThrow()
  const written = (exception: object) => () => writtenExceptions(JSON.stringify({ exceptions: [exception] }))
  expect(written(EXCEPTION)()).toEqual([EXCEPTION])
  for (const wrong of [{ reason: 'later' }, { until: undefined }, { until: 'never' }, { advisory: 'cookie' }]) {
    expect(written({ ...EXCEPTION, ...wrong })).toThrow()
  }
})
