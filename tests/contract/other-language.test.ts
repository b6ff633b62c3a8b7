import { expect, test } from 'vitest'
import { otherAddress } from '@/lib/contract/other-language'

test.each([
  ['/', '', '/zh'],
  ['/zh', '', '/'],
  ['/zh/', '', '/'],
  ['/claims', '', '/zh/claims'],
  ['/zh/claims', '', '/claims'],
  ['/zhejiang', '', '/zh/zhejiang'],
  ['/r/1/2026-11-23/matrix', '', '/zh/r/1/2026-11-23/matrix'],
  ['/zh/r/1/2026-11-23/to/US/matrix', '', '/r/1/2026-11-23/to/US/matrix'],
  ['/materials/Dy', '?x=1', '/zh/materials/Dy?x=1'],
])('who reads %s%s reads the same in the other language at %s', (pathname, search, other) => {
  expect(otherAddress({ pathname, search })).toBe(other)
})
