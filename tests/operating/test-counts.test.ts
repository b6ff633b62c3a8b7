import { describe, expect, test } from 'vitest'
import { countOf, countPlaywright, countVitest, modulesSeen, total } from '@/lib/operating/test-counts'
import { kindOf } from '@/lib/operating/test-kinds'

function file(name: string, ...states: readonly string[]) {
  const status = states.includes('failed') ? 'failed' : 'passed'
  return { name, status, assertionResults: states.map((state) => ({ status: state })) }
}

describe('counting a report of Vitest', () => {
  test('counts each kind of file apart', () => {
    const testResults = [
      file('/x/tests/ledger/resolve.test.ts', 'passed', 'passed', 'failed'),
      file('/x/tests/ledger/resolve.properties.test.ts', 'passed', 'pending'),
      file('/x/tests/db/guards.test.ts', 'passed', 'todo', 'skipped'),
    ]
    expect([...countVitest({ success: false, testResults }, kindOf)]).toEqual([
      ['unit', { passed: 2, failed: 1, skipped: 0 }],
      ['property', { passed: 1, failed: 0, skipped: 1 }],
      ['database', { passed: 1, failed: 0, skipped: 2 }],
    ])
  })

  test('counts a file that could not be read as one failure', () => {
    const testResults = [{ ...file('/x/tests/ledger/resolve.test.ts'), status: 'failed' }]
    expect([...countVitest({ success: false, testResults }, kindOf)]).toEqual([
      ['unit', { passed: 0, failed: 1, skipped: 0 }],
    ])
  })

  test('counts a run that failed although no test did as one failure', () => {
    const testResults = [file('/x/tests/db/guards.test.ts', 'passed')]
    expect([...countVitest({ success: false, testResults }, kindOf)]).toEqual([
      ['database', { passed: 1, failed: 1, skipped: 0 }],
    ])
    expect([...countVitest({ success: false, testResults: [] }, kindOf)]).toEqual([
      ['unit', { passed: 0, failed: 1, skipped: 0 }],
    ])
  })

  test('refuses what is no report', () => {
    expect(() => countVitest({}, kindOf)).toThrow()
  })
})

describe('counting a report of Playwright', () => {
  test('counts a test that passed only at the second try, and a broken set-up, as failures', () => {
    const stats = { expected: 7, unexpected: 2, flaky: 1, skipped: 3 }
    expect(countPlaywright({ stats, errors: [{ message: 'the server did not start' }] })).toEqual({
      passed: 7,
      failed: 4,
      skipped: 3,
    })
  })
})

test('a command that is itself the test counts once, also when a signal ended it', () => {
  expect([countOf(0), countOf(2), countOf(null)].map(({ passed, failed }) => [passed, failed])).toEqual([
    [1, 0],
    [0, 1],
    [0, 1],
  ])
})

test('the total is the sum of all kinds', () => {
  expect(total([countOf(0), countOf(1), { passed: 5, failed: 1, skipped: 2 }])).toEqual({
    passed: 6,
    failed: 2,
    skipped: 2,
  })
})

test('a cruise is known by the modules that it has seen', () => {
  expect(modulesSeen('✔ no dependency violations found (1583 modules, 9676 dependencies cruised)')).toBe(1583)
  expect(modulesSeen('✔ no dependency violations found (0 modules, 0 dependencies cruised)')).toBe(0)
  expect(modulesSeen('')).toBe(0)
})
