import { describe, expect, test } from 'vitest'
import { localDate, shiftDays } from '@/lib/ledger/interval'
import type { LegalDay } from '@/lib/ledger/legal-day'
import { legalDaysOf } from '@/lib/ledger/legal-days'
import { nextAttempt } from '@/lib/notifying/backoff'
import { lets } from '@/lib/notifying/concerns'
import { silencesSince, warningsDue } from '@/lib/notifying/deadlines'
import { ofWarning } from '@/lib/notifying/messages'
import { theRecord } from '../support/record'

const NOW = new Date('2026-11-22T08:00:00Z')
const HOUR = 3_600_000

describe('what failed is tried again', () => {
  test('nine times in three days, and then given up', () => {
    const waits = Array.from({ length: 10 }, (_, at) => nextAttempt(at + 1, NOW, 0, null)).map((next) =>
      next === null ? null : next.getTime() - NOW.getTime(),
    )
    expect(waits).toEqual([
      5_000,
      300_000,
      1_800_000,
      2 * HOUR,
      5 * HOUR,
      10 * HOUR,
      14 * HOUR,
      20 * HOUR,
      24 * HOUR,
      null,
    ])
  })

  test('a little later by chance, and never sooner', () => {
    const after = (chance: number) => (nextAttempt(2, NOW, chance, null)?.getTime() ?? 0) - NOW.getTime()
    expect([after(0), after(0.5), after(0.999)]).toEqual([300_000, 330_000, 359_940])
  })

  test('not before the target wants it, within a day', () => {
    const after = (wanted: number) => (nextAttempt(1, NOW, 0, wanted)?.getTime() ?? 0) - NOW.getTime()
    expect([after(1_000), after(60_000), after(99 * HOUR)]).toEqual([5_000, 60_000, 24 * HOUR])
  })
})

describe('a filter lets through', () => {
  const about = { materials: ['Dy', 'Tb'], regimes: ['april-4'] }
  test.for([
    [[], [], true],
    [['Dy'], [], true],
    [['La', 'Tb'], ['april-4'], true],
    [['La'], [], false],
    [['Dy'], ['october-9'], false],
    [[], ['october-9', 'april-4'], true],
  ] as const)('%j of %j: %s', ([materials, regimes, through]) => {
    expect(lets({ materials, regimes }, about)).toBe(through)
  })
})

const ENDS: LegalDay = {
  id: 'a-notice.suspension-ends',
  kind: 'suspension-ends',
  on: localDate('2026-12-01'),
  instrument: { key: 'a-notice', number: '1', titleEn: 'A notice', titleZh: null },
  event: null,
  claim: null,
  announced: false,
  ...{ lines: 1, suspended: 0, actsOn: [], assumedInclusive: false, verified: false },
  materials: ['Dy'],
  regimes: ['april-4'],
  called: [],
}

const warned = (since: string, today: string, day: Partial<LegalDay> = {}) =>
  warningsDue([{ ...ENDS, ...day }], localDate(since), localDate(today)).map(({ lead, daysLeft }) => [lead, daysLeft])

describe('a legal day is told of', () => {
  test('ninety, thirty, seven and one day before, on these days alone', () => {
    const told = Array.from({ length: 100 }, (_, at) => shiftDays(ENDS.on, at - 98)).flatMap((today) =>
      warned(shiftDays(today, -1), today).map(([lead, left]) => [today, lead, left]),
    )
    expect(told).toEqual([
      ['2026-09-02', 90, 90],
      ['2026-11-01', 30, 30],
      ['2026-11-24', 7, 7],
      ['2026-11-30', 1, 1],
    ])
  })

  test('late but once, by the nearest, when nobody looked for weeks', () => {
    expect(warned('2026-10-01', '2026-11-26')).toEqual([[7, 5]])
    expect(warned('2026-11-26', '2026-11-27')).toEqual([])
  })

  test('no more when the day has come', () => {
    expect(warned('2026-11-29', '2026-12-01')).toEqual([])
  })

  test('not by webhook when only a look is due', () => {
    expect(warned('2026-11-23', '2026-11-24', { kind: 'look-due' })).toEqual([])
  })
})

describe('a day that passed with nothing published is told of', () => {
  const silent = (since: string, today: string, day: Partial<LegalDay> = {}, record = theRecord()) =>
    silencesSince(record, [{ ...ENDS, ...day }], localDate(since), localDate(today)).map(({ id }) => id)

  test('on the first day after the last of a suspension', () => {
    expect(silent('2026-11-29', '2026-11-30')).toEqual([])
    expect(silent('2026-11-30', '2026-12-01')).toEqual([ENDS.id])
    expect(silent('2026-12-01', '2026-12-02')).toEqual([])
    expect(silent('2026-11-20', '2026-12-09')).toEqual([ENDS.id])
  })

  test('unless somebody has looked', () => {
    expect(silent('2026-11-30', '2026-12-01', { verified: true })).toEqual([])
  })

  test('after a deadline of an event, while its instruments wait for a look', () => {
    const record = theRecord()
    const [event, instrument] = [record.events[0], record.instruments[0]]
    if (event === undefined || instrument === undefined) throw new Error('an empty record')
    const deadline = {
      kind: 'deadline',
      event: { key: event.key, title: event.title, status: event.status },
      instrument: null,
    } as const
    const looked = (through: string) => ({
      ...record,
      events: [{ ...event, instruments: [instrument.key] }],
      instruments: [{ ...instrument, verifiedThrough: localDate(through) }],
    })
    expect(silent('2026-12-01', '2026-12-02', deadline, looked('2026-11-30'))).toEqual([ENDS.id])
    expect(silent('2026-12-01', '2026-12-02', deadline, looked('2026-12-01'))).toEqual([])
    expect(silent('2026-11-30', '2026-12-01', deadline, looked('2026-11-30'))).toEqual([])
  })

  test('in the record itself: Announcement 70 ran out on 10 November 2026', () => {
    const record = theRecord()
    const told = silencesSince(record, legalDaysOf(record), localDate('2026-11-10'), localDate('2026-11-11'))
    expect(told.map(({ id, on }) => [id, on])).toContainEqual(['cn-2025-70.suspension-ends', '2026-11-11'])
  })
})

test('a message names the whole address of its page, and a path alone where nobody has said where the site is', () => {
  const [first] = warningsDue(legalDaysOf(theRecord()), localDate('2026-10-11'), localDate('2026-10-12'))
  if (first === undefined) throw new Error('no warning')
  const place = { head: 1, today: localDate('2026-10-12'), now: NOW }
  const dataAt = (origin: string | null) => JSON.parse(ofWarning(first, { ...place, origin }).payload).data
  const { path, ...others } = dataAt(null)

  expect(path).toMatch(/^\/r\/1\/2026-10-12\//)
  expect(dataAt('https://sluice.example')).toEqual({ ...others, address: `https://sluice.example${path}` })
})
