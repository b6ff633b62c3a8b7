import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { calendarOf } from '@/lib/ledger/calendar/calendar'
import type { LocalDate } from '@/lib/ledger/interval'
import { localDate, nextDay, shiftDays } from '@/lib/ledger/interval'
import type { Law } from '@/lib/ledger/law'
import { openLaw } from '@/lib/ledger/law'
import { legalDaysOf } from '@/lib/ledger/legal-days'
import type { Question } from '@/lib/ledger/question'
import { plainQuestion } from '@/lib/ledger/question'
import { otherwiseIn } from '@/lib/ledger/rehearsal/otherwise'
import { reachedBy } from '@/lib/ledger/rehearsal/reached'
import { byText, groupsByFate, rehearse } from '@/lib/ledger/rehearsal/rehearse'
import { supposeLastDay } from '@/lib/ledger/rehearsal/suppose'
import type { Suspending } from '@/lib/ledger/rehearsal/suspending'
import { allSuspending, suspendingOf } from '@/lib/ledger/rehearsal/suspending'
import { resolveCell } from '@/lib/ledger/resolve'
import { formsOf, materialsInScope } from '@/lib/ledger/scope'
import { spansOf } from '@/lib/ledger/span'
import { theRecord } from '../support/record'
import { withTheNotice } from './extension-notice'

const record = theRecord()
const law = openLaw(record, null)
const suspending = allSuspending(law)

function theOne(key: string, of: Law = law): Suspending {
  const found = suspendingOf(of, key)
  if (found === null) throw new Error(`${key} suspends nothing`)
  return found
}

/** What a reader would do by hand: the printed last day crossed out, another written in its place. */
function naively(key: string, lastDay: LocalDate): Law {
  return openLaw(
    {
      ...record,
      provisions: record.provisions.map((one) =>
        one.instrument === key && one.effect === 'suspend'
          ? { ...one, inForce: { from: one.inForce.from, to: nextDay(lastDay) } }
          : one,
      ),
    },
    null,
  )
}

function texts(of: Law, question: Question): readonly string[] {
  return materialsInScope(of, 'all').flatMap((material) =>
    formsOf(of, material).map((form) => {
      const answer = resolveCell(of, question, material.key, form.key)
      return `${material.key}/${form.key} ${byText(answer)} ${answer.beforeEffect}`
    }),
  )
}

function statuses(of: Law, question: Question): readonly string[] {
  return materialsInScope(of, 'all').flatMap((material) =>
    formsOf(of, material).map((form) => resolveCell(of, question, material.key, form.key).status),
  )
}

const aSuspension = fc.constantFrom(...suspending)
const asked = fc.record({
  to: fc.constantFrom(null, 'US', 'JP', 'DE'),
  use: fc.constantFrom('civil' as const, 'military' as const),
  route: fc.constantFrom('export' as const, 're-export' as const, 'foreign-made' as const),
})

describe('a supposed last day', () => {
  const supposed = aSuspension.chain((one) =>
    fc.record({
      one: fc.constant(one),
      days: fc.integer({ min: 0, max: 800 }),
      around: fc.integer({ min: -40, max: 40 }),
      asked,
    }),
  )

  test('gives every cell on every day what the texts give with that day written in', () => {
    fc.assert(
      fc.property(supposed, ({ one, days, around, asked: of }) => {
        const last = shiftDays(one.firstDay, days)
        const on = around % 2 === 0 ? shiftDays(last, around / 2) : shiftDays(one.lastDay ?? last, around)
        const question = { ...plainQuestion(on), ...of }
        const world = supposeLastDay(law, one, last)
        expect(texts(world, question)).toEqual(texts(naively(one.instrument.key, last), question))
      }),
      { numRuns: 15 },
    )
  })

  test('changes no day outside those between the two ends, whichever comes first', () => {
    fc.assert(
      fc.property(supposed, ({ one, days, around, asked: of }) => {
        const last = shiftDays(one.firstDay, days)
        const [first, end] = [last, one.lastDay ?? last].toSorted()
        if (first === undefined || end === undefined) throw new Error('no days')
        const on = around <= 0 ? shiftDays(first, around) : shiftDays(end, around)
        const question = { ...plainQuestion(on), ...of }
        const world = supposeLastDay(law, one, last)
        expect(statuses(world, question)).toEqual(statuses(law, question))
      }),
      { numRuns: 15 },
    )
  })

  test('that is the record’s own changes nothing at all', () => {
    for (const one of suspending) {
      if (one.lastDay === null) throw new Error('no last day')
      expect(supposeLastDay(law, one, one.lastDay)).toBe(law)
    }
  })

  test('is never verified by a look at the record’s own end', () => {
    const world = supposeLastDay(law, theOne('cn-2025-70'), localDate('2026-06-30'))
    const answer = resolveCell(world, plainQuestion(localDate('2026-07-01')), 'Ho', 'metal')
    expect(answer).toMatchObject({ status: 'pause-ended', resumes: 'licence' })
  })

  test('takes the place of an extension, and leaves the gap before it', () => {
    const extended = openLaw(withTheNotice(record), null)
    const one = theOne('cn-2025-70', extended)
    expect(one.lastDay).toBe('2027-01-10')
    const on = (day: string, of: Law) => resolveCell(of, plainQuestion(localDate(day)), 'Ho', 'metal')
    const longer = supposeLastDay(extended, one, localDate('2027-06-30'))
    expect(['2026-11-10', '2026-11-15', '2026-11-20', '2027-06-30'].map((day) => byText(on(day, longer)))).toEqual([
      'paused',
      'licence',
      'paused',
      'paused',
    ])
    expect(on('2026-11-15', longer)).toEqual(on('2026-11-15', extended))
    expect(on('2027-07-01', longer)).toMatchObject({ status: 'pause-ended', resumes: 'licence' })
    const shorter = supposeLastDay(extended, one, localDate('2026-06-30'))
    expect(['2026-08-01', '2026-12-01'].map((day) => byText(on(day, shorter)))).toEqual(['licence', 'licence'])
  })

  test('takes no run of a suspension for another line, whatever the record calls that', () => {
    const notified = withTheNotice(record)
    const suspension = notified.provisions.find(({ key }) => key === 'cn-2025-70-suspends-2025-57')
    if (suspension === undefined) throw new Error('no such suspension')
    const alike = ['2', '3'].map((at) => ({ ...suspension, key: `${suspension.key}-${at}`, instrument: 'cn-2025-18' }))
    const other = openLaw({ ...notified, provisions: [...notified.provisions, ...alike] }, null)
    const longer = supposeLastDay(other, theOne('cn-2025-70', other), localDate('2027-06-30'))
    const keys = longer.ledger.provisions.map(({ key }) => key)
    expect(keys.length).toBeGreaterThan(other.ledger.provisions.length)
    expect(new Set(keys).size).toBe(keys.length)
  })

  test('leaves what ended before the last of several suspensions as it was', () => {
    const ended = record.provisions.map((line) =>
      line.key === 'cn-2025-70-suspends-2025-57'
        ? { ...line, inForce: { from: line.inForce.from, to: localDate('2026-03-01') } }
        : line,
    )
    const other = openLaw({ ...record, provisions: ended }, null)
    const longer = supposeLastDay(other, theOne('cn-2025-70', other), localDate('2027-01-10'))
    const on = (day: string) => byText(resolveCell(longer, plainQuestion(localDate(day)), 'Ho', 'metal'))
    expect(['2026-02-28', '2026-03-01', '2026-12-01'].map(on)).toEqual(['paused', 'licence', 'licence'])
  })
})

describe('the rehearsal of No. 70 of 2025', () => {
  const one = theOne('cn-2025-70')
  const question = plainQuestion(localDate('2026-11-22'))
  const cells = rehearse(law, one, localDate('2026-11-10'), question, 'rare-earths')

  test('says what comes back, what stays closed by other rules, and what was open anyway', () => {
    const groups = groupsByFate(law, cells)
    const told = groups.map(({ fate, gives, regimes, cells: own }) => [
      fate,
      gives,
      regimes.join(' '),
      [...new Set(own.map(({ material }) => material))].join(' '),
    ])
    expect(told.filter(([fate]) => fate === 'closes').map(([, gives, regimes]) => [gives, regimes])).toEqual([
      ['licence', 'october-9'],
    ])
    const of = (fate: string) => new Set(cells.filter((cell) => cell.fate === fate).map(({ material }) => material))
    expect([...of('closes')].toSorted()).toEqual(['Er', 'Eu', 'Ho', 'Tm', 'Yb'])
    expect(of('closed-anyway').has('Dy')).toBe(true)
    expect(of('open-anyway').has('La')).toBe(true)
    expect(groups.reduce((sum, group) => sum + group.cells.length, 0)).toBe(cells.length)
  })

  test('leaves what another pause made unclear at that: it is neither closed nor open', () => {
    const other = rehearse(law, theOne('cn-2025-72'), localDate('2026-11-27'), question, 'rare-earths')
    const fate = (material: string) =>
      new Set(other.filter((cell) => cell.material === material).map((cell) => cell.fate))
    expect(fate('Ho')).toEqual(new Set(['unclear-anyway']))
    expect(fate('Dy')).toEqual(new Set(['closed-anyway']))
  })

  test('tells the questions under which a suspension is seen, and what is seen under them', () => {
    const told = (key: string, last: string) =>
      reachedBy(law, theOne(key), localDate(last)).map(({ question: { to, route, use }, cells: count, materials }) =>
        [route, to ?? 'any', use, count, materials.join(' ')].join(' '),
      )
    expect(told('cn-2025-72', '2026-11-27')).toEqual([
      'export US civil 13 Sb Ga Ge superhard-2024',
      're-export US civil 13 Sb Ga Ge superhard-2024',
    ])
    expect(told('cn-2025-70', '2026-11-10')).toContainEqual(expect.stringMatching(/^re-export any civil /))
  })

  test('of an extension tells from when to when cells read otherwise than by the record', () => {
    const world = supposeLastDay(law, one, localDate('2027-01-10'))
    const [first, ...others] = otherwiseIn(law, world, question, 'rare-earths')
    expect(others).toEqual([])
    expect(first).toMatchObject({
      from: '2026-11-11',
      lastDay: '2027-01-10',
      recorded: { status: 'pause-ended', resumes: 'licence' },
      supposed: { status: 'paused' },
    })
    expect(first?.cells.length).toBe(cells.filter(({ fate }) => fate === 'closes').length)
    expect(otherwiseIn(law, law, question, 'all')).toEqual([])
  })
})

describe('the calendar', () => {
  test('has a legal day for every day on which a line of the record changes its state: nothing flips in silence', () => {
    const days = new Set(legalDaysOf(record).map(({ on }) => on))
    const goods = [...law.linesByMaterial.values()].flat()
    const flips = goods.flatMap((line) =>
      spansOf(law, line)
        .slice(1)
        .map((span) => span.from),
    )
    const listings = record.parties.flatMap(({ listedOn, delistedOn }) => [listedOn, delistedOn ?? listedOn])
    expect([...new Set([...flips, ...listings])].filter((day) => !days.has(day))).toEqual([])
    expect(new Set(flips).size).toBeGreaterThan(20)
  })

  test('of 22 November 2026 leads with what has passed in silence, and then with what comes', () => {
    const { leading, silent } = calendarOf(law, record, localDate('2026-11-22'))
    expect(leading.map(({ toldOn, standing, day }) => [toldOn, standing, day.kind])).toEqual([
      ['2026-11-10', 'silent', 'suspension-ends'],
      ['2026-11-27', 'ahead', 'suspension-ends'],
      ['2026-12-02', 'ahead', 'licence-term'],
      ['2026-12-18', 'ahead', 'licence-term'],
      ['2027-01-10', 'ahead', 'deadline'],
    ])
    expect(silent.map(({ passed, lookedThrough }) => [passed, lookedThrough])).toEqual([[12, '2026-10-10']])
    expect(leading.at(-1)).toMatchObject({
      day: { announced: true },
      statements: [{ key: 'cn-us-2026-09-28-statement' }],
    })
    expect(leading.at(-1)?.claims.map(({ key }) => key)).toEqual([
      '2026-09-23-bessent-extended',
      '2026-09-28-mofcom-extended',
    ])
  })

  test('tells a date as ahead through its last day, and as passed from the next on', () => {
    const standing = (on: string) =>
      calendarOf(law, record, localDate(on))
        .leading.filter(({ day }) => day.id === 'cn-2025-70.suspension-ends' || day.announced)
        .map((entry) => entry.standing)
    expect(standing('2026-11-10')).toEqual(['ahead', 'ahead'])
    expect(standing('2026-11-11')).toEqual(['silent', 'ahead'])
    expect(standing('2027-01-10')).toEqual(['silent', 'ahead'])
    expect(standing('2027-01-11')).toEqual(['silent', 'silent'])
  })

  test('knows no more than was known', () => {
    const { leading } = calendarOf(openLaw(record, localDate('2025-10-20')), record, localDate('2026-11-22'))
    expect(leading).toEqual([])
    const later = calendarOf(openLaw(record, localDate('2026-09-01')), record, localDate('2026-11-22'))
    expect(later.leading.some(({ day }) => day.announced)).toBe(false)
  })
})
