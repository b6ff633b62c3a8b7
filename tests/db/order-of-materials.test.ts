import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { closeDatabase } from '@/lib/db/client'
import { ledgerAt } from '@/lib/db/ledger'
import { materialsAround } from '@/lib/db/part/order'
import { keysOfKind, standsAt } from '@/lib/db/part/standing'
import { openLaw } from '@/lib/ledger/law'
import { materialsInScope, type Scope } from '@/lib/ledger/scope'
import type { WholeRecord } from '@/lib/ledger/testimony'
import { useDatabase } from '../support/database'

let record: WholeRecord

beforeAll(async () => {
  await useDatabase('record')
  record = (await ledgerAt(1)) as WholeRecord
})

afterAll(closeDatabase)

describe('the materials around one', () => {
  test.for<Scope>(['rare-earths', 'all'])('are those of the scope %s, in its order', async (scope) => {
    const order = materialsInScope(openLaw(record, null), scope).map(({ key }) => key)
    expect(await materialsAround(1, scope, null, { before: 3, after: 500 })).toEqual({ before: [], after: order })
    for (const [at, key] of order.entries()) {
      expect(await materialsAround(1, scope, key, { before: 4, after: 3 })).toEqual({
        before: order.slice(Math.max(at - 4, 0), at).toReversed(),
        after: order.slice(at + 1, at + 4),
      })
    }
  })

  test('are none on a side that is not asked for', async () => {
    expect(await materialsAround(1, 'all', 'Dy', { before: 0, after: 0 })).toEqual({ before: [], after: [] })
  })
})

describe('what stands at a revision', () => {
  test('is told of one key, and of all of a kind', async () => {
    expect(await standsAt(1, 'material', 'Dy')).toBe(true)
    expect(await standsAt(1, 'form', 'Dy')).toBe(false)
    expect(await keysOfKind(1, 'material')).toEqual(record.materials.map(({ key }) => key))
  })
})
