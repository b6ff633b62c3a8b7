import type { APIRequestContext } from '@playwright/test'
import { expect } from '@playwright/test'

/**
 * What a frozen answer must say of today, counted by the API of the same server: on later days the law may be another.
 *
 * @param address of the pinned page that was frozen.
 */
export async function driftToday(request: APIRequestContext, address: string): Promise<string> {
  const answer = await request.get('/api/v1/compare', { params: { a: address, b: 'now' } })
  const { cells, causes, differences } = await answer.json()
  expect([cells, causes.law]).toEqual([118, differences.length])
  expect(differences.length).toBeGreaterThan(0)
  return `Today ${differences.length} of ${cells} cells differ: ${causes.law} the law changed`
}
