import { describe, expect, test } from 'vitest'
import { ranInWords, standsInWords, unaskedInWords } from '@/lib/contract/words/claims-rules'
import { saidIn } from '@/lib/contract/words/language'
import { localDate } from '@/lib/ledger/interval'
import { openLaw } from '@/lib/ledger/law'
import { historyOf, instrumentsBehind, type RuleGroup, ruleGroups, unaskedOf } from '@/lib/ledger/rule-history'
import { spanOn } from '@/lib/ledger/span'
import { weigh } from '@/lib/ledger/weighing'
import { theRecord } from '@/tests/support/record'

const record = theRecord()
const weighing = weigh(openLaw(record, null))

function rulesOf(key: string, day: string) {
  const claim = record.claims.find((one) => one.key === key)
  if (claim === undefined) throw new Error(`no claim ${key}`)
  const on = localDate(day)
  const behind = instrumentsBehind(weighing, weighing, claim, [on, on])
  const groups = ruleGroups(weighing.asKnownOn(on).law, claim, behind, on)
  return { groups, unasked: unaskedOf(groups, claim) }
}

function told(groups: readonly RuleGroup[], instrument: string, day: string) {
  return groups
    .filter((group) => group.instrument === instrument)
    .map(
      (group) =>
        `${group.route} ${group.effect} ${group.asked}: ${ranInWords(group, localDate(day))}. ${standsInWords(group)}`,
    )
}

describe('rules that are said never to have taken effect', () => {
  const KEY = '2025-11-01-reex-never-took-effect'

  test('limb 1(3) of No. 61 and No. 62 were in force for four weeks; the limbs on goods made abroad never were', () => {
    const { groups } = rulesOf(KEY, '2026-11-09')
    expect(told(groups, 'cn-2025-61', '2026-11-09')).toEqual([
      're-export licence false: in force from 9 October 2025 through 6 November 2025. suspended',
      're-export prohibit false: in force from 9 October 2025 through 6 November 2025. suspended',
      'foreign-made licence true: never in force up to 9 November 2026: suspended from 7 November 2025, before its start on 1 December 2025. suspended',
      'foreign-made prohibit true: never in force up to 9 November 2026: suspended from 7 November 2025, before its start on 1 December 2025. suspended',
    ])
    expect(told(groups, 'cn-2025-62', '2026-11-09')[0]).toBe(
      'export licence true: in force from 9 October 2025 through 6 November 2025. suspended',
    )
    const limb = groups.find(({ ran, instrument }) => ran.length > 0 && instrument === 'cn-2025-61')
    expect(limb?.clauses).toContain('limb 1(3), Annex 1 part 1')
  })

  test('says which ways its own assertions leave unasked', () => {
    const { unasked } = rulesOf(KEY, '2026-11-22')
    expect(unasked.map((one) => unaskedInWords(one, one.instrument))).toEqual([
      'Of cn-2025-61, nothing that it asserts asks about this: Re-exports of goods from China. The verdict does not speak of those 29 rules. Some of them were in force, from 9 October 2025.',
      'Of cn-2025-62, nothing that it asserts asks about this: Assistance and services. The verdict does not speak of those 2 rules. Some of them were in force, from 9 October 2025.',
    ])
    for (const one of unasked) expect(saidIn('zh', () => unaskedInWords(one, '公告'))).toMatch(/\p{Script=Han}/u)
  })

  test('takes no unverified end of a pause for days in force', () => {
    const { groups } = rulesOf(KEY, '2026-11-22')
    expect(told(groups, 'cn-2025-61', '2026-11-22')[2]).toBe(
      'foreign-made licence true: never in force up to 10 November 2026: suspended from 7 November 2025, before its start on 1 December 2025; by its text in force again from 11 November 2026; nobody has verified it. in force again, not verified',
    )
  })

  test('knows of an October day no November', () => {
    const { groups } = rulesOf(KEY, '2025-10-20')
    expect(told(groups, 'cn-2025-61', '2025-10-20')).toEqual([
      're-export licence false: in force from 9 October 2025 on. in force',
      're-export prohibit false: in force from 9 October 2025 on. in force',
      'foreign-made licence true: not in force yet: it starts on 1 December 2025. announced',
      'foreign-made prohibit true: not in force yet: it starts on 1 December 2025. announced',
    ])
    expect(groups.some(({ instrument }) => instrument === 'cn-2025-70')).toBe(false)
  })

  test('asks nothing of a claim that asserts nothing', () => {
    const silent = record.claims.filter(({ asserts }) => asserts.length === 0)
    expect(silent.length).toBeGreaterThan(0)
    for (const { key } of silent) expect(rulesOf(key, '2026-11-22').unasked).toEqual([])
  })
})

test('every provision ran on exactly the days on which it was in force and somebody had looked', () => {
  const { law } = weighing
  const on = localDate('2026-11-22')
  const days = ['2024-06-01', '2025-04-04', '2025-10-09', '2025-11-06', '2025-11-07', '2026-11-11', '2026-11-22'].map(
    localDate,
  )
  for (const provision of law.provisions.values()) {
    const { ran, unverifiedFrom } = historyOf(law, provision, on)
    for (const day of days) {
      const span = spanOn(law, provision, day)
      const inForce = span.state === 'in-force'
      expect(ran.some(({ from, to }) => from <= day && (to === null || day < to))).toBe(
        inForce && span.revivedFrom.length === 0,
      )
      if (unverifiedFrom !== null && day >= unverifiedFrom) expect(inForce && span.revivedFrom.length > 0).toBe(true)
    }
  }
})
