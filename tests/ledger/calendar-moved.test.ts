import { describe, expect, test } from 'vitest'
import { ledeInWords } from '@/lib/contract/words/calendar'
import { changeDaysOf } from '@/lib/ledger/agenda'
import { calendarOf } from '@/lib/ledger/calendar/calendar'
import { causeName, movedByCause } from '@/lib/ledger/calendar/moved'
import { localDate } from '@/lib/ledger/interval'
import { openLaw } from '@/lib/ledger/law'
import { legalDaysOf } from '@/lib/ledger/legal-days'
import type { Question } from '@/lib/ledger/question'
import { plainQuestion } from '@/lib/ledger/question'
import type { Provision } from '@/lib/ledger/record'
import type { WholeRecord } from '@/lib/ledger/testimony'
import { theRecord } from '../support/record'
import { withTheNotice } from './extension-notice'

const record = theRecord()

function asking(over: Partial<Question>): Question {
  return { ...plainQuestion(localDate('2026-11-22')), ...over }
}

function movedIn(of: WholeRecord, over: Partial<Question>, scope: 'rare-earths' | 'all') {
  const law = openLaw(of, null)
  const moved = movedByCause(law, asking(over), scope)
  const days = legalDaysOf(of, law)
  return { law, moved, named: new Set(days.map(causeName)) }
}

describe('a legal day', () => {
  test('moves the cells that its own lines move: of the October package, on 9 October 2025, No. 57 alone', () => {
    const { moved } = movedIn(record, {}, 'rare-earths')
    const october = [...moved].filter(([name]) => name.endsWith(' 2025-10-09'))
    expect(october.map(([name, { cells }]) => [name, cells])).toEqual([['cn-2025-57 issued 2025-10-09', 44]])
    expect(moved.get('cn-2025-61 starts 2025-10-09')).toBeUndefined()
    expect(moved.get('cn-2025-70 suspension-starts 2025-11-07')?.shifts.map(({ after }) => after)).toContain('paused')
    expect([...moved.keys()].some((name) => name.endsWith(' 2025-11-08'))).toBe(false)
  })

  test('belongs to the rule that gives what a cell becomes, and to the one that ends where nothing takes its place', () => {
    const on = localDate('2026-07-01')
    const isOf = (material: string) => (line: Provision) =>
      line.instrument === 'cn-2025-18' && line.effect === 'licence' && line.materials.includes(material)
    const ending = record.provisions.map((line) =>
      isOf('Dy')(line) || isOf('Sc')(line) ? { ...line, inForce: { ...line.inForce, to: on } } : line,
    )
    const bans = record.provisions.filter(isOf('Dy')).map((line) => ({
      ...line,
      key: `${line.key}-anew`,
      instrument: 'cn-2026-28',
      effect: 'prohibit' as const,
      inForce: { from: on, to: null },
    }))
    const { moved } = movedIn({ ...record, provisions: [...ending, ...bans] }, {}, 'rare-earths')
    const turns = (name: string) =>
      moved.get(`${name} ${on}`)?.shifts.map(({ after, materials }) => `${after} ${materials.join(' ')}`)
    expect(turns('cn-2026-28 starts')).toEqual([expect.stringMatching(/^prohibited .*Dy/)])
    expect(turns('cn-2025-18 lapses')?.join()).toMatch(/^not-controlled .*Sc/)
    expect(turns('cn-2025-18 lapses')?.join()).not.toMatch(/Dy/)
  })

  test('of a party that is put on a list later is that of the list', () => {
    const party = 'saronic-technologies-inc'
    const listedOn = localDate('2026-03-01')
    const parties = record.parties.map((one) => (one.key === party ? { ...one, listedOn } : one))
    const { moved } = movedIn({ ...record, parties }, { party }, 'rare-earths')
    expect(moved.get(`cn-2025-21 starts ${listedOn}`)?.cells).toBeGreaterThan(0)
  })

  const ASKED: readonly (readonly [string, WholeRecord, Partial<Question>])[] = [
    ['any destination', record, {}],
    ['a military use in Japan', record, { to: 'JP', use: 'military' }],
    ['the United States', record, { to: 'US' }],
    ['re-export', record, { route: 're-export' }],
    ['foreign-made goods', record, { route: 'foreign-made' }],
    ['Malaysia', record, { from: 'MY' }],
    ['a listed party', record, { party: 'saronic-technologies-inc' }],
    ['a suspension extended late', withTheNotice(record), {}],
  ]

  test.for(ASKED)('is named as the cause of every cell that changes, each once: %s', ([, of, over]) => {
    const { law, moved, named } = movedIn(of, over, 'all')
    expect([...moved.keys()].filter((name) => !named.has(name))).toEqual([])
    const changed = changeDaysOf(law, asking(over), 'all')
    const told = (on: string) => [...moved].flatMap(([name, { cells }]) => (name.endsWith(` ${on}`) ? cells : []))
    expect(changed.map(({ on }) => [on, told(on).reduce((sum, cells) => sum + cells, 0)])).toEqual(
      changed.map(({ on, cells }) => [on, cells]),
    )
    expect(changed.length).toBeGreaterThan(0)
  })
})

test('what falls due on the asked day is not overdue on it', () => {
  const told = (on: string) => ledeInWords(calendarOf(openLaw(record, null), record, localDate(on)))
  expect(told('2026-11-11')).toMatch(/8 verifications are overdue, and 8 fall due on this day\.$/)
  expect(told('2026-11-12')).toMatch(/16 verifications are overdue\.$/)
})
