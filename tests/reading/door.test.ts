import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Coordinates } from '@/lib/contract/address'
import { readAddress } from '@/lib/contract/address-reading'
import { closeDatabase } from '@/lib/db/client'
import { ledgerAt } from '@/lib/db/ledger'
import { shiftDays, shiftYears } from '@/lib/ledger/interval'
import { openAt } from '@/lib/reading/door'
import { livePages } from '@/lib/reading/live-pages'
import { todayInBeijing } from '@/lib/reading/now'
import { useDatabase } from '../support/database'

beforeAll(async () => {
  await useDatabase('record')
  await ledgerAt(1) // read once, and kept: what is tested here is not how long that takes
})
afterAll(closeDatabase)

function at(path: string): Coordinates {
  const read = readAddress(path.split('/').slice(2))
  if (!read.ok) throw new Error(`not an address: ${path}`)
  return read.value
}

/** How opening an address ends: `open`, or the reasons and the nearest good address. */
async function outcome(path: string): Promise<string> {
  const opened = await openAt(at(path))
  if (opened.ok) return 'open'
  return `${opened.refusal.problems.map(({ why }) => why).join(' ')} ${opened.refusal.nearest}`
}

const last = shiftYears(todayInBeijing(), 5)

describe('the door of the record', () => {
  test.for([
    ['/r/1/2020-10-17/matrix', 'open'],
    ['/r/1/2020-10-16/matrix', 'before-record /r/1/2020-10-17/matrix'],
    [`/r/1/${last}/matrix`, 'open'],
    [`/r/1/${shiftDays(last, 1)}/matrix`, `too-far-ahead /r/1/${last}/matrix`],
    ['/r/1/2025-11-08/known/2019-01-01/matrix', 'before-record /r/1/2025-11-08/known/2020-10-17/matrix'],
    ['/r/2/2025-11-08/matrix', 'unpublished-revision /r/1/2025-11-08/matrix'],
    ['/r/1/2025-11-08/materials/Dx', 'unknown-key /r/1/2025-11-08/materials/Dy'],
    ['/r/1/2025-11-08/materials/unobtainium', 'unknown-key /r/1/2025-11-08/matrix'],
    ['/r/1/2025-11-08/proof/Dy/battery', 'open'],
    ['/r/1/2025-11-08/proof/Dy/soup', 'unknown-key /r/1/2025-11-08/materials/Dy'],
    ['/r/1/2025-11-08/proof/Dx/soup', 'unknown-key unknown-key /r/1/2025-11-08/materials/Dy'],
    ['/r/1/2025-11-08/to/US/regimes/october', 'unknown-key /r/1/2025-11-08/to/US/regimes/october-9'],
    ['/r/1/2025-11-08/instruments/cn-2025-75', 'unknown-key /r/1/2025-11-08/instruments/cn-2025-35'],
    ['/r/1/2025-11-08/sources/nothing-like-it', 'unknown-key /r/1/2025-11-08/sources'],
    ['/r/1/2026-11-22/rehearsal/cn-2025-70/until/2027-01-10', 'open'],
    ['/r/1/2026-11-22/rehearsal/cn-2025-18', 'no-suspension /r/1/2026-11-22/calendar'],
    ['/r/1/2026-11-22/rehearsal/cn-2025-57', 'no-suspension /r/1/2026-11-22/rehearsal/cn-2025-70'],
    ['/r/1/2026-11-22/rehearsal/cn-us-2026-09-28-statement', 'no-suspension /r/1/2026-11-22/calendar'],
    [
      '/r/1/2026-11-22/known/2025-10-20/rehearsal/cn-2025-70',
      'no-suspension /r/1/2026-11-22/known/2025-10-20/calendar',
    ],
    [
      '/r/1/2026-11-22/rehearsal/cn-2025-70/until/2025-11-06',
      'before-suspension /r/1/2026-11-22/rehearsal/cn-2025-70/until/2025-11-07',
    ],
    [
      `/r/1/2026-11-22/rehearsal/cn-2025-70/until/${shiftDays(last, 1)}`,
      `too-far-ahead /r/1/2026-11-22/rehearsal/cn-2025-70/until/${last}`,
    ],
    ['/r/1/2025-11-08/party/nobody/matrix', 'unknown-key /r/1/2025-11-08/matrix'],
    ['/r/1/2019-01-01/party/nobody/materials/Dx', 'before-record unknown-key unknown-key /r/1/2020-10-17/materials/Dy'],
  ] as const)('%s: %s', async ([path, how]) => {
    expect(await outcome(path)).toBe(how)
  })

  test('offers only addresses that it lets in', async () => {
    for (const path of ['/r/1/1999-01-01/party/nobody/proof/Dx/soup', '/r/9/2099-01-01/materials/Zz']) {
      let coordinates = at(path)
      for (let step = 0; step < 3; step += 1) {
        const opened = await openAt(coordinates)
        if (opened.ok) break
        coordinates = at(opened.refusal.nearest ?? '')
      }
      expect((await openAt(coordinates)).ok).toBe(true)
    }
  })
})

test('the pages that mean now are every material, regime, instrument and source, once', async () => {
  const pages = await livePages()
  expect(pages).toContain('/')
  expect(pages).toContain('/materials/Dy')
  expect(pages).toContain('/instruments/cn-2025-57')
  expect(new Set(pages).size).toBe(pages.length)
  expect(pages).toHaveLength(6 + 49 + 17 + 42 + 374)
})

test('a record that is away is away, and nothing is remembered of that', async () => {
  await closeDatabase()
  const good = process.env['DATABASE_URL']
  process.env['DATABASE_URL'] = 'postgresql://nobody@127.0.0.1:1/nothing'
  expect(await outcome('/r/1/2025-11-08/matrix')).toBe('record-away /r/1/2025-11-08/matrix')
  await closeDatabase()
  process.env['DATABASE_URL'] = good
  expect(await outcome('/r/1/2025-11-08/matrix')).toBe('open')
})
