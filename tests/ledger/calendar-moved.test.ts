import { describe, expect, test } from 'vitest'
import { changeDaysOf } from '@/lib/ledger/agenda'
import { causeName, movedByCause } from '@/lib/ledger/calendar/moved'
import { localDate } from '@/lib/ledger/interval'
import { openLaw } from '@/lib/ledger/law'
import { legalDaysOf } from '@/lib/ledger/legal-days'
import type { Question } from '@/lib/ledger/question'
import { plainQuestion } from '@/lib/ledger/question'
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
