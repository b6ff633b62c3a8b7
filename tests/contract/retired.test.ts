import { describe, expect, test } from 'vitest'
import { tellProblem } from '@/lib/contract/problem-details'
import { sayProblem } from '@/lib/contract/problem-words'
import { type Problem, type Refusal, type Retired, replacedOnly, statusOf, titleOf } from '@/lib/contract/refusal'
import { localDate } from '@/lib/ledger/interval'

const retired: Retired = {
  why: 'retired',
  kept: 'material',
  value: 'old-alloy',
  revision: 1_042,
  day: localDate('2026-11-20'),
  reason: 'It was recorded twice.',
  replacedBy: null,
}
const unknown: Problem = { why: 'unknown-key', kept: 'form', value: 'soup', nearest: null }

const refusal = (...problems: [Problem, ...Problem[]]): Refusal => ({ problems, nearest: null })

describe('a key that was retired', () => {
  test('is told with its kind, its revision, its day and its reason', () => {
    expect(sayProblem(retired)).toBe(
      'The material “old-alloy” was taken out of this record with revision 1,042, on 20 November 2026. It was recorded twice.',
    )
  })

  test('names what took its place, and says so where no reason is given', () => {
    expect(sayProblem({ ...retired, reason: null, replacedBy: 'alloy' })).toBe(
      'The material “old-alloy” was taken out of this record with revision 1,042, on 20 November 2026. No reason of its own is given: see that revision. “alloy” took its place.',
    )
  })

  test('is gone, which is another thing than never having been there', () => {
    expect([statusOf(refusal(retired)), titleOf(refusal(retired))]).toEqual([410, 'No longer in this record'])
    expect(statusOf(refusal(unknown))).toBe(404)
    expect(statusOf(refusal(retired, { why: 'malformed-revision', value: 'x' }))).toBe(400)
  })

  test('leads on only where something took the place of every key', () => {
    const replaced = { ...retired, replacedBy: 'alloy' }
    expect(replacedOnly(refusal(replaced))).toBe(true)
    expect(replacedOnly(refusal(replaced, retired))).toBe(false)
    expect(replacedOnly(refusal(replaced, unknown))).toBe(false)
  })

  test('is a problem of its own for machines, under the parameter that named it', () => {
    expect(tellProblem(refusal(retired), '/api/v1/status?material=old-alloy')).toMatchObject({
      type: 'urn:sluice:problem:retired',
      title: 'No longer in this record',
      status: 410,
      errors: [{ type: 'urn:sluice:problem:retired', parameter: 'material', detail: sayProblem(retired) }],
    })
  })
})

test('a revision that came later is not one that was never published', () => {
  const later: Problem = { why: 'later-revision', value: 43, at: 42 }
  expect([sayProblem(later), statusOf(refusal(later))]).toEqual([
    'Revision 43 came after revision 42, at which this address stands.',
    404,
  ])
})
