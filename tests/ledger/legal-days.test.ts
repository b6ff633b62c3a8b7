import { describe, expect, test } from 'vitest'
import { movedDayInWords } from '@/lib/contract/words/legal-day'
import { applyChanges } from '@/lib/ledger/apply'
import { calendarOf } from '@/lib/ledger/calendar/calendar'
import type { Change } from '@/lib/ledger/change'
import type { LocalDate } from '@/lib/ledger/interval'
import { localDate } from '@/lib/ledger/interval'
import { openLaw } from '@/lib/ledger/law'
import type { LegalDay } from '@/lib/ledger/legal-day'
import { legalDaysOf } from '@/lib/ledger/legal-days'
import { historyAfter, type LegalHistory } from '@/lib/ledger/legal-history'
import { lookDueOn } from '@/lib/ledger/look-due'
import { outgoingOf } from '@/lib/ledger/outgoing'
import type { Provision } from '@/lib/ledger/record'
import type { WholeRecord } from '@/lib/ledger/testimony'
import { theRecord } from '../support/record'
import { withTheNotice } from './extension-notice'

const record = theRecord()
const at = (number: number) => ({ number, recordedAt: `2026-11-${String(number).padStart(2, '0')}T00:00:00.000Z` })
const idsOf = (days: readonly LegalDay[]) => days.map(({ id, on }) => `${id} ${on}`)
const dayIn = (of: WholeRecord, id: string) => legalDaysOf(of).find((one) => one.id === id)

function lineWith(key: string, given: Partial<Provision>): Change {
  const line = record.provisions.find((one) => one.key === key)
  if (line === undefined) throw new Error(`no line ${key}`)
  return { kind: 'provision', key, record: { ...line, ...given } }
}

function looked(key: string, through: string): Change {
  const instrument = record.instruments.find((one) => one.key === key)
  if (instrument === undefined) throw new Error(`no instrument ${key}`)
  return { kind: 'instrument', key, record: { ...instrument, verifiedThrough: localDate(through) } }
}

function walk(...states: readonly WholeRecord[]): LegalHistory {
  return states.reduce<LegalHistory>(
    (history, state, index) => historyAfter(history, legalDaysOf(state), at(index + 1)),
    new Map(),
  )
}

describe('the legal days of the record', () => {
  test('tell the first day after a suspension, what it acts on, and that nobody has looked at what followed', () => {
    const day = dayIn(record, 'cn-2025-70.suspension-ends')
    expect(day).toMatchObject({ on: '2026-11-11', kind: 'suspension-ends', verified: false, assumedInclusive: true })
    expect(day?.actsOn.map(({ key }) => key)).toEqual(
      ['55', '56', '57', '58', '61', '62'].map((number) => `cn-2025-${number}`),
    )
    expect(day?.materials).toContain('Ho')
    expect(day?.regimes).toEqual(['busan-suspension', 'october-9'])
  })

  test('tell of what is dated to start how much of it is suspended on that day', () => {
    expect(dayIn(record, 'cn-2025-57.starts')).toMatchObject({ on: '2025-11-08', lines: 42, suspended: 42 })
    expect(dayIn(record, 'cn-2025-18.starts')).toMatchObject({ on: '2025-04-04', lines: 75, suspended: 0 })
  })

  test('number the days of one kind and instrument by their order, not by their dates', () => {
    expect(idsOf(legalDaysOf(record)).filter((id) => id.startsWith('cn-2025-61.starts'))).toEqual([
      'cn-2025-61.starts 2025-10-09',
      'cn-2025-61.starts-2 2025-12-01',
    ])
  })

  test('tell deadlines of events, but not those that a suspension runs through by law, whose own days tell it', () => {
    expect(idsOf(legalDaysOf(record)).filter((id) => id.includes('.deadline'))).toEqual([
      '2027-01-01-dfars.deadline 2027-01-01',
      '2027-01-10-arrangement-end.deadline 2027-01-10',
    ])
    expect(dayIn(record, '2027-01-10-arrangement-end.deadline')?.announced).toBe(true)
    expect(dayIn(record, '2027-01-01-dfars.deadline')?.announced).toBe(false)
    expect(dayIn(withTheNotice(record), '2027-01-10-arrangement-end.deadline')).toBeUndefined()
  })

  test('tell the end that a statement announced and no instrument carries, once the record dates it', () => {
    const dated = record.events.map((event) =>
      event.key === '2025-11-05-lists-adjusted' ? { ...event, endsOn: '2026-11-09' } : event,
    )
    const with21 = { ...record, events: dated }
    expect(dayIn(record, '2025-11-05-lists-adjusted.deadline')).toBeUndefined()
    expect(dayIn(with21, '2025-11-05-lists-adjusted.deadline')).toMatchObject({ on: '2026-11-09', announced: true })
    const { silent } = calendarOf(openLaw(with21, null), with21, localDate('2026-11-22'))
    expect(silent.map(({ toldOn, laws }) => [toldOn, laws.map(({ key }) => key).join(' ')])).toEqual([
      ['2026-11-09', 'cn-2025-13 cn-2025-21'],
      ['2026-11-10', 'cn-2025-70'],
    ])
  })

  test('tell a day that claims alone name, under the first of them, as long as no event or instrument has it', () => {
    const claims = record.claims.filter(({ key }) => key.startsWith('2026-09-2'))
    const without = { ...record, claims, events: [] }
    expect(legalDaysOf(without).filter(({ kind }) => kind === 'deadline')).toMatchObject([
      { id: '2026-09-23-bessent-extended.announced', on: '2027-01-10', announced: true, instrument: null },
    ])
    expect(legalDaysOf(withTheNotice(without)).filter(({ kind }) => kind === 'deadline')).toEqual([])
    expect(
      legalDaysOf(without, openLaw(without, localDate('2026-09-22'))).filter(({ kind }) => kind === 'deadline'),
    ).toEqual([])
  })

  test('tell when rules are published that start later, and a year after licences of a statement without an end', () => {
    expect(dayIn(record, 'cn-2025-57.issued')).toMatchObject({ on: '2025-10-09', lines: 42 })
    expect(dayIn(record, 'cn-2025-18.issued')).toBeUndefined()
    expect(idsOf(legalDaysOf(record)).filter((id) => id.includes('.licence-term'))).toEqual([
      '2025-12-02-first-gl.licence-term 2026-12-02',
      '2025-12-18-mofcom-gl.licence-term 2026-12-18',
    ])
  })

  test('of a suspension that was extended late tell the gap beside its end, which keeps its name', () => {
    const own = idsOf(legalDaysOf(withTheNotice(record))).filter((id) => id.startsWith('cn-2025-70.suspension'))
    expect(own).toEqual([
      'cn-2025-70.suspension-ends 2027-01-11',
      'cn-2025-70.suspension-interrupted 2026-11-11',
      'cn-2025-70.suspension-resumes 2026-11-20',
      'cn-2025-70.suspension-starts 2025-11-07',
    ])
  })

  test('are the same whatever the order of the records', () => {
    const turned = {
      ...record,
      provisions: record.provisions.toReversed(),
      instruments: record.instruments.toReversed(),
    }
    expect(idsOf(legalDaysOf(turned))).toEqual(idsOf(legalDaysOf(record)))
  })

  test('tell the first day without lines that lapse, and nothing of a line that ends before it begins', () => {
    expect(idsOf(legalDaysOf(record)).filter((id) => id.includes('.lapses'))).toEqual([])
    const line = record.provisions.find(({ instrument }) => instrument === 'cn-2026-28')
    if (line === undefined) throw new Error('no line of No. 28 of 2026')
    const ended = applyChanges(record, [
      lineWith(line.key, { inForce: { from: line.inForce.from, to: localDate('2027-06-29') } }),
    ])
    expect(dayIn(ended, 'cn-2026-28.lapses')).toMatchObject({ on: '2027-06-29', lines: 1 })
    const repealed = applyChanges(record, [
      lineWith('cn-2025-70-suspends-2025-57', {
        effect: 'repeal',
        targets: [line.key],
        inForce: { from: localDate('2026-06-01'), to: null },
      }),
    ])
    expect(dayIn(repealed, 'cn-2026-28.starts')).toBeUndefined()
    expect(dayIn(repealed, 'cn-2026-28.lapses')).toBeUndefined()
  })
})

describe('a look is due', () => {
  const dueOn = (of: WholeRecord, key: string): LocalDate | null => {
    const instrument = of.instruments.find((one) => one.key === key)
    return instrument === undefined ? null : lookDueOn(openLaw(of, null), of, instrument)
  }

  test('when something of an instrument changes after the last look, and else when nobody has looked for ninety days', () => {
    expect(dueOn(record, 'cn-2025-70')).toBe('2026-11-11')
    expect(dueOn(record, 'cn-2025-18')).toBe('2027-01-09')
    expect(dueOn(applyChanges(record, [looked('cn-2025-70', '2026-11-20')]), 'cn-2025-70')).toBe('2027-01-11')
  })
})

describe('over the revisions', () => {
  test('an extension moves the same day, and raises its sequence', () => {
    const kept = walk(record, withTheNotice(record)).get('cn-2025-70.suspension-ends')
    expect(kept).toMatchObject({ sequence: 1, cancelled: false, day: { on: '2027-01-11' } })
    expect([kept?.first.number, kept?.changed.number]).toEqual([1, 2])
  })

  test('what nothing happened to stays as it was first told', () => {
    const history = walk(record, withTheNotice(record), record)
    expect(history.get('cn-2025-18.starts')).toMatchObject({ sequence: 0, changed: { number: 1 } })
    expect(history.get('cn-2025-70.suspension-ends')).toMatchObject({ sequence: 2, day: { on: '2026-11-11' } })
  })

  test('a look moves the day on which the next is due, and tells that the end of a suspension was looked at', () => {
    const history = walk(record, applyChanges(record, [looked('cn-2025-70', '2026-11-20')]))
    expect(history.get('cn-2025-70.look-due')).toMatchObject({ sequence: 1 })
    expect(history.get('cn-2025-70.suspension-ends')).toMatchObject({ sequence: 1, day: { verified: true } })
    const again = walk(record, applyChanges(record, [looked('cn-2025-18', '2026-11-20')]))
    expect(again.get('cn-2025-18.starts')?.sequence).toBe(0)
  })

  test('what was taken away is kept, cancelled, with what it said last, and comes back under the same name', () => {
    const without = { ...record, provisions: record.provisions.filter(({ instrument }) => instrument !== 'cn-2025-72') }
    const gone = walk(record, without, without).get('cn-2025-72.suspension-ends')
    expect(gone).toMatchObject({ cancelled: true, sequence: 1, changed: { number: 2 }, day: { on: '2026-11-28' } })
    expect(gone?.materials.has('Ga')).toBe(true)
    const back = walk(record, without, record).get('cn-2025-72.suspension-ends')
    expect(back).toMatchObject({ cancelled: false, sequence: 2, changed: { number: 3 } })
  })

  test('another name is a change', () => {
    const [regime, ...others] = record.regimes.toSorted((a) => (a.key === 'october-9' ? -1 : 1))
    if (regime === undefined) throw new Error('no regime')
    const renamed = { ...record, regimes: [{ ...regime, shortName: 'The package' }, ...others] }
    expect(walk(record, renamed).get('cn-2025-57.starts')?.sequence).toBe(1)
    expect(walk(record, renamed).get('cn-2025-18.starts')?.sequence).toBe(0)
  })
})

describe('what goes out with a change set', () => {
  const extended = withTheNotice(record)

  test('is every day that its revision moves, adds or takes away, and no other', () => {
    const { days } = outgoingOf(record, extended)
    expect(days.map(({ before, after }) => [(after ?? before)?.id, before?.on ?? null, after?.on ?? null])).toEqual([
      ['2027-01-10-arrangement-end.deadline', '2027-01-10', null],
      ['cn-2025-70.suspension-ends', '2026-11-11', '2027-01-11'],
      ['cn-2025-70.suspension-interrupted', null, '2026-11-11'],
      ['cn-2025-70.suspension-resumes', null, '2026-11-20'],
      ['cn-2026-60.look-due', null, '2027-01-11'],
    ])
    const changed = [...walk(record, extended)].filter(([, kept]) => kept.changed.number === 2).map(([id]) => id)
    expect(changed.toSorted()).toEqual(days.map(({ before, after }) => (after ?? before)?.id))
    expect(outgoingOf(record, record).days).toEqual([])
  })

  test('is told in words', () => {
    const [said, moved, gap, again, added] = outgoingOf(record, extended).days.map(movedDayInWords)
    expect(said).toBe('Said, not law: New end date of the Kuala Lumpur arrangement, on 10 January 2027: cancelled')
    expect(gap).toBe('Gap in the suspension by No. 70 of 2025: new, on 11 November 2026')
    expect(again).toBe('The suspension by No. 70 of 2025 goes on: new, on 20 November 2026')
    expect(moved).toMatch(/: from 11 November 2026 to 11 January 2027$/)
    expect(added).toBe('Look due: No. 60 of 2026: new, on 11 January 2027')
    const looks = outgoingOf(record, applyChanges(record, [looked('cn-2025-72', '2026-11-28')])).days.map(
      movedDayInWords,
    )
    expect(looks.slice(1)).toEqual([
      'First day after the suspension by No. 72 of 2025 (its last day: 27 November 2026), on 28 November 2026: says something else',
    ])
    const [gone] = outgoingOf(extended, record).days.map(movedDayInWords).slice(-1)
    expect(gone).toBe('Look due: No. 60 of 2026, on 11 January 2027: cancelled')
  })
})
