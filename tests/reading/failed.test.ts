import { beforeEach, expect, test, vi } from 'vitest'
import { failed } from '@/app/failed'
import { DatabaseAway } from '@/lib/db/away'

const later: (() => Promise<unknown>)[] = []
vi.mock('next/server', () => ({ after: (work: () => Promise<unknown>) => later.push(work) }))

beforeEach(() => {
  later.length = 0
})

test('a record that goes away in the middle of an answer is told as away, and is nothing for the log', () => {
  expect(failed(new DatabaseAway(new Error('cut')))).toEqual({
    ok: false,
    refusal: { problems: [{ why: 'record-away' }], nearest: null },
  })
  expect(later).toEqual([])
})

test('what broke is told as broken, and goes into the log whole', async () => {
  const fault = new TypeError('nothing has no length')
  expect(failed(fault)).toEqual({ ok: false, refusal: { problems: [{ why: 'broken' }], nearest: null } })
  expect(later).toHaveLength(1)
  await expect(later[0]?.()).rejects.toBe(fault)
})
