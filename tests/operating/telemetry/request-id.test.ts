import { expect, test } from 'vitest'
import { requestIdOf } from '@/lib/operating/telemetry/request-id.mjs'

const TRACE = '0af7651916cd43dd8448eb211c80319c'
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

const id = (headers: Record<string, string | string[]>, trusted: boolean) => requestIdOf({ headers } as never, trusted)

test('a request is named by a trusted proxy, or by its trace', () => {
  expect(id({ 'x-request-id': 'edge-7f3a9c21' }, true)).toBe('edge-7f3a9c21')
  expect(id({ traceparent: `00-${TRACE}-b7ad6b7169203331-01` }, true)).toBe(TRACE)
})

test('nobody else names it', () => {
  expect(id({ 'x-request-id': 'edge-7f3a9c21', traceparent: `00-${TRACE}-b7ad6b7169203331-01` }, false)).toMatch(UUID)
})

test.for(['', 'short', 'a'.repeat(65), 'ana@example.org', 'edge 7f3a9c21', 'edge\n7f3a9c21', '<b>7f3a9c21</b>'])(
  'what is no name is not taken: %j',
  (given) => {
    expect(id({ 'x-request-id': given }, true)).toMatch(UUID)
  },
)

test('what is no trace is not taken', () => {
  expect(id({ traceparent: `00-${'0'.repeat(32)}-b7ad6b7169203331-01` }, true)).toMatch(UUID)
  expect(id({ traceparent: TRACE }, true)).toMatch(UUID)
})
