import { describe, expect, test } from 'vitest'
import { direct } from '@/lib/contract/direction'
import { sayProblem } from '@/lib/contract/problem-words'
import { statusOf } from '@/lib/contract/refusal'
import { comparisonAt, readSides } from '@/lib/contract/sides'
import { localDate } from '@/lib/ledger/interval'

const NOW = [7, localDate('2026-11-22')] as const

/** Where a request for a comparison leads, when revision 7 is the newest and today is 22 November 2026. */
function leads(query: string): string {
  const direction = direct('/compare', new URLSearchParams(query))
  if (direction.go !== 'compare') return direction.go
  return comparisonAt(direction.sides, ...NOW)
}

describe('what is compared', () => {
  test.for([
    ['a=2025-11-08', '/r/7/2026-11-22/compare/7/2025-11-08'],
    ['a=2025-11-08&b=2025-11-11', '/r/7/2025-11-11/compare/7/2025-11-08'],
    ['a=3&b=4', '/r/4/2026-11-22/compare/3/2026-11-22'],
    ['a=now&b=/to/US/matrix', '/r/7/2026-11-22/to/US/compare/7/2026-11-22'],
    ['a=3/2025-11-08/to/us&b=now', '/r/7/2026-11-22/compare/3/2025-11-08/to/US'],
    ['a=3/2025-11-08/to/us', '/r/7/2026-11-22/to/US/compare/3/2025-11-08/to/US'],
    ['a=/r/3/2025-11-08/materials/Dy&b=https://sluice.example/', '/r/7/2026-11-22/compare/3/2025-11-08'],
    ['a.on=2025-11-08&a.rev=&b.on=&b.to=', '/r/7/2026-11-22/compare/7/2025-11-08'],
    ['a.on=2025-11-08&a.to=US&b.on=&b.to=', '/r/7/2026-11-22/compare/7/2025-11-08/to/US'],
    ['a=2025-11-08&b=2025-11-11&scope=all', '/r/7/2025-11-11/scope/all/compare/7/2025-11-08'],
    ['a=2025-11-08&b=2025-11-11&utm_source=x', '/r/7/2025-11-11/compare/7/2025-11-08'],
  ] as const)('%s leads to %s', ([query, address]) => {
    expect(leads(query)).toBe(address)
  })

  test('is a form while nothing is asked', () => {
    expect(leads('')).toBe('elsewhere')
    expect(leads('a=&b=&a.on=')).toBe('elsewhere')
    expect(direct('/Compare/', new URLSearchParams())).toEqual({ go: 'moved', to: '/compare' })
  })
})

describe('what is wrong with a side is told of that side', () => {
  test.for([
    ['a=2025-02-30', 'Before: The day “2025-02-30” is not a day'],
    ['a=2025-11-08&b=yesterday', 'After: The day “yesterday” is not a day'],
    ['b=2025-11-08', 'Before: “on” is missing'],
    ['a=1/2025-11-08/to/EU', 'Before: The destination “EU” is a union of countries'],
    ['a=2025-11-08&b.rev=x', 'After: “x” is not a revision'],
    ['a=2025-11-08&a=2025-11-09', 'Before: “a” is given more than once'],
    ['a.use=warlike', 'Before: The end use “warlike” is not one'],
    ['a=/no/such/page', 'Before: There is no page'],
    ['a=%25E4%25B8', 'Before: There is no page'],
  ] as const)('%s: %s', ([query, words]) => {
    const sides = readSides(new URLSearchParams(query))
    const problems = sides.ok ? [] : sides.refusal
    expect(problems.map(sayProblem).join(' ')).toContain(words)
    expect(direct('/compare', new URLSearchParams(query))).toMatchObject({ refusal: { nearest: '/compare' } })
  })

  test('each side of its own, and a malformed day is a bad request', () => {
    const sides = readSides(new URLSearchParams('a=2025-13-01&b=2025-14-01'))
    if (sides.ok) throw new Error('read')
    expect(sides.refusal.map(sayProblem)).toEqual([
      expect.stringMatching(/^Before: .*2025-13-01/),
      expect.stringMatching(/^After: .*2025-14-01/),
    ])
    expect(statusOf({ problems: sides.refusal, nearest: null })).toBe(400)
  })
})
