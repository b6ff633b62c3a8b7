import { expect, test } from 'vitest'
import type { EditRefusal } from '@/lib/contract/edit/refusal'
import { sayEditRefusal } from '@/lib/contract/edit/refusal'
import { untilKnown } from '@/lib/editing/until-known'
import { ok, type Result, refused } from '@/lib/ledger/result'

type Done = Result<number, EditRefusal>

const perhaps: Done = refused({ why: 'away', mayBeDone: true })
const notDone: Done = refused({ why: 'away', mayBeDone: false })
const busy: Done = refused({ why: 'busy' })
const moved: Done = refused({ why: 'seen-another' })

/** Does what it is given, one after the other, and tells how often it was asked. */
async function ended(...each: readonly Done[]) {
  let asked = 0
  const done = await untilKnown(async () => each[asked++] ?? notDone, [0, 0])
  return { done, asked }
}

test('what was surely done or surely not is told at once', async () => {
  expect(await ended(ok(2))).toEqual({ done: ok(2), asked: 1 })
  expect(await ended(moved)).toEqual({ done: moved, asked: 1 })
  expect(await ended(notDone, ok(2))).toEqual({ done: notDone, asked: 1 })
})

test('what may have been done is asked again until somebody can tell', async () => {
  expect(await ended(perhaps, notDone, ok(2))).toEqual({ done: ok(2), asked: 3 })
  expect(await ended(perhaps, moved)).toEqual({ done: moved, asked: 2 })
})

test('an attempt that waits too long for the one before tells nothing of it', async () => {
  expect(await ended(perhaps, busy, ok(2))).toEqual({ done: ok(2), asked: 3 })
  expect(await ended(perhaps, busy, busy)).toEqual({ done: perhaps, asked: 3 })
  expect(await ended(busy, ok(2))).toEqual({ done: busy, asked: 1 })
})

test('while nobody can tell, it is never told that nothing was done', async () => {
  expect(await ended(perhaps, notDone, notDone)).toEqual({ done: perhaps, asked: 3 })
  expect(sayEditRefusal({ why: 'away', mayBeDone: true })).not.toContain('Nothing was changed')
  expect(sayEditRefusal({ why: 'away', mayBeDone: false })).toContain('Nothing was changed')
})
