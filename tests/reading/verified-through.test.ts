import { describe, expect, test } from 'vitest'
import type { View } from '@/lib/contract/view'
import { calendarOf } from '@/lib/ledger/calendar/calendar'
import { localDate } from '@/lib/ledger/interval'
import { lookBehindDays } from '@/lib/ledger/looks'
import { plainQuestion } from '@/lib/ledger/question'
import { suspendingOf } from '@/lib/ledger/rehearsal/suspending'
import type { WholeRecord } from '@/lib/ledger/testimony'
import { claimPage, claimsPage } from '@/lib/reading/claims'
import { evidencePage, seriesPage } from '@/lib/reading/evidence'
import type { Opened } from '@/lib/reading/opened'
import { lawOf } from '@/lib/reading/opened'
import { rehearsalPage } from '@/lib/reading/rehearsal'
import { theRecord } from '../support/record'

const record = theRecord()
const DAY = localDate('2026-11-22')
const EARLY = localDate('2026-11-01')
const LATE = localDate('2026-11-21')

/** The record with every instrument looked at to one day, but for those to which nobody looked as long. */
function looked(...behind: readonly string[]): WholeRecord {
  return {
    ...record,
    instruments: record.instruments.map((one) => ({
      ...one,
      verifiedThrough: behind.includes(one.key) ? EARLY : LATE,
    })),
  }
}

function opened(of: WholeRecord, view: View): Opened {
  const coordinates = { revision: 1, question: plainQuestion(DAY), scope: 'rare-earths', by: 'form', view } as const
  return { coordinates, record: of, law: lawOf(of, null), today: DAY }
}

function named<Value extends { readonly key: string }>(values: readonly Value[], key: string): Value {
  const found = values.find((one) => one.key === key)
  if (found === undefined) throw new Error(`no ${key}`)
  return found
}

/** The rule of April 2025 names dysprosium; that of October names other rare earths. */
const APRIL = 'cn-2025-18'
const OCTOBER = 'cn-2025-57'

describe('a page is verified no further than the earliest look it rests on', () => {
  test('claims', () => {
    const through = (of: WholeRecord) => claimsPage(opened(of, { name: 'claims' })).verifiedThrough
    expect(through(looked())).toBe(LATE)
    expect(through(looked(APRIL))).toBe(EARLY)
  })

  test('one claim, which another rule of the country does not hold back', () => {
    const through = (of: WholeRecord, key: string) =>
      claimPage(opened(of, { name: 'claim', key }), named(of.claims, key)).verifiedThrough
    const early = looked(APRIL)
    const all = record.claims.map(({ key }) => through(early, key))
    expect(new Set(all)).toEqual(new Set([EARLY, LATE]))
  })

  test('series, each by the rules of its own goods', () => {
    const early = looked(APRIL)
    expect(evidencePage(opened(looked(), { name: 'evidence' })).verifiedThrough).toBe(LATE)
    expect(evidencePage(opened(early, { name: 'evidence' })).verifiedThrough).toBe(EARLY)
    const of = (key: string, behind: string) => {
      const page = opened(looked(behind), { name: 'series', key })
      return seriesPage(page, named(record.indicators, key)).verifiedThrough
    }
    expect([of('dysprosium-exports', APRIL), of('dysprosium-exports', OCTOBER)]).toEqual([EARLY, LATE])
    expect([of('re-exports-total', APRIL), of('re-exports-total', OCTOBER)]).toEqual([EARLY, EARLY])
    // What is counted of no material has no law beside it.
    expect(of('euchamber-stoppages', APRIL)).toBe(LATE)
  })

  test('a calendar, by what its days are about that are still waited for', () => {
    const through = (of: WholeRecord, day = DAY) => lookBehindDays(calendarOf(lawOf(of, null), of, day))
    expect(through(looked())).toBe(LATE)
    expect(through(looked('cn-2025-70'), localDate('2026-10-01'))).toBe(EARLY)
    expect(lookBehindDays({ silent: [], ahead: [] })).toBe(null)
  })

  test('a rehearsal, whose cells other rules close too', () => {
    const through = (of: WholeRecord) => {
      const view: View = { name: 'rehearsal', key: 'cn-2025-70', until: null }
      return rehearsalPage(opened(of, view), named(of.instruments, 'cn-2025-70'), null)
    }
    expect(through(looked()).verifiedThrough).toBe(LATE)
    const early = through(looked(APRIL))
    expect(early.verifiedThrough).toBe(EARLY)
    // What is told of the suspension itself stays as far as that was looked at.
    expect(early.verified).toBe(true)
    expect(suspendingOf(lawOf(looked(APRIL), null), 'cn-2025-70')?.instrument.verifiedThrough).toBe(LATE)
  })
})
