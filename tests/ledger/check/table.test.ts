import { describe, expect, test } from 'vitest'
import { openLaw } from '@/lib/ledger/law'
import type { Ledger } from '@/lib/ledger/record'
import { theRecord } from '@/tests/support/record'
import { line, magnet, type Said, verdictOf } from './asking'
import { instrumentOf, PARTIES, PROVISIONS, type Printed, RULES, reachesByHand, verdictByHand } from './by-hand'

const record = theRecord()
const PROBE = 'cn-2023-23-3c001-gallium-metal'

/** The record with one rule, the limbs that it may lean on, what suspends it, and a line for rules on controlled items. */
function lawOf(rule: Printed) {
  const limbs = PROVISIONS.filter(
    ({ instrument, route, endUse }) =>
      rule.route === 'foreign-made' && instrument === rule.instrument && route === 'foreign-made' && endUse === 'any',
  )
  const acts = PROVISIONS.filter(({ targets }) => targets.includes(rule.key) || targets.includes(rule.instrument))
  const kept = new Set([PROBE, rule.key, ...[...limbs, ...acts].map(({ key }) => key)])
  const ledger: Ledger = { ...record, provisions: record.provisions.filter(({ key }) => kept.has(key)) }
  return openLaw(ledger, null)
}

function goodsOf({ key, materials, clause, forms }: Printed): Said['goods'] {
  if (materials.includes('controlled-items')) return line(PROBE)
  return clause === 'para 2' && forms.includes('magnet') ? magnet('ndfeb-no-hree', { Dy: 2 }) : line(key)
}

/** Facts that bring a rule to bear, on a day on which it is in force, before anything suspended it. */
function reaching(rule: Printed): Said {
  const { jurisdiction } = instrumentOf(rule)
  const party = PARTIES.find(({ instrument }) => instrument === (rule.partyList ?? 'cn-2025-1'))
  return {
    goods: goodsOf(rule),
    on: [rule.effectiveFrom, party?.listedOn ?? '', '2023-08-01'].sort().at(-1) ?? '',
    from: rule.route === 'export' || rule.route === 'assistance' ? jurisdiction : 'MY',
    origin: rule.route === 'foreign-made' ? 'MY' : jurisdiction,
    to: rule.destinations.only?.[0] ?? 'DE',
    use: rule.endUse === 'military' ? 'military' : 'civil',
    party: rule.endUse === 'listed-party' ? (party?.key ?? 'none') : 'none',
    owner: 'none',
    share: 0.1,
    technology: true,
  }
}

/** One step from facts that reach, in every field, to both sides of every edge. */
function steps(rule: Printed): readonly Partial<Said>[] {
  const other = PARTIES.find(({ instrument }) => instrument !== rule.partyList)?.key ?? null
  const owned = (percent: number | null) => ({
    party: 'none',
    owner: { party: reaching(rule).party ?? '', percent },
  })
  const listed = rule.endUse === 'listed-party'
  const parties = listed ? [{ party: 'none' }, { party: null }, { party: other }] : [{ party: null }]
  return [
    {},
    ...['CN', 'US', 'JP', 'DE', 'TW', null, ...(rule.destinations.only ?? []).slice(-1)].map((to) => ({ to })),
    ...['CN', 'MY', 'VN', 'US'].map((from) => ({ from })),
    ...['CN', 'MY', 'VN', null].map((origin) => ({ origin })),
    ...(['civil', 'military', null] as const).map((use) => ({ use })),
    ...parties,
    ...(listed ? [49.99, 50, 50.01, null].map(owned) : []),
    ...(listed ? [{ party: 'none', owner: null }] : []),
    ...[0, 0.09, 0.1, 0.11, 100, null].flatMap((share) => [
      { share, technology: false },
      { share, technology: null },
    ]),
    ...[true, false, null].map((technology) => ({ technology, share: null })),
  ]
}

/** Days on both sides of every day on which a rule of this record changes. */
const DAYS =
  '2025-10-08 2025-10-09 2025-11-06 2025-11-07 2025-11-08 2025-11-09 2025-11-30 2025-12-01 2026-11-10 2026-11-11 2026-11-27 2026-11-28'
const NEVER = ['absent', 'does-not-reach']

/** Rules that are asked in the same way are stepped through once. */
const kinds = new Map(
  RULES.filter(({ key }) => key !== 'cn-2025-62-art-1-catch-all').map((rule) => {
    const { instrument, route, endUse, partyList, deMinimis, destinations, forms, clause } = rule
    const content = route === 'foreign-made' ? [clause, forms] : []
    const way = JSON.stringify([instrument, route, endUse, partyList, deMinimis, destinations, ...content])
    return [way, rule] as const
  }),
)

describe('every rule of the record, a step from the facts that bring it to bear', () => {
  test.each([...kinds.values()].map((rule) => [rule.key, rule] as const))('%s', (_, rule) => {
    const law = lawOf(rule)
    const seen = new Set<string>()
    for (const step of steps(rule)) {
      const said = { ...reaching(rule), ...step }
      const reaches = reachesByHand(rule, said)
      const expected =
        reaches === 'no' ? NEVER : reaches === 'unknown' ? ['cannot-tell'] : [verdictByHand(rule, said.on)]
      expect(expected, JSON.stringify(said)).toContain(verdictOf(law, said, rule.key))
      seen.add(reaches)
    }
    // Help by its people may come from anywhere, so that no facts rule it out.
    expect([...seen], 'facts that reach, and facts that do not').toContain('yes')
    expect([...seen]).toContain(rule.route === 'assistance' ? 'unknown' : 'no')
  })
})

describe('every rule of the record, on both sides of every day', () => {
  test.each([...new Set(RULES.map(({ instrument }) => instrument))])('%s', (instrument) => {
    for (const rule of RULES.filter((one) => one.instrument === instrument)) {
      if (rule.key === 'cn-2025-62-art-1-catch-all') continue
      const [law, said] = [lawOf(rule), reaching(rule)]
      const days = [rule.effectiveFrom, instrumentOf(rule).issuedOn]
      for (const on of [...DAYS.split(' '), ...days, ...days.map(dayBefore)]) {
        const asked = { ...said, on }
        const leansOnNothing = rule.materials.includes('controlled-items') && on < '2023-08-01'
        const reaches = leansOnNothing ? 'no' : reachesByHand(rule, asked)
        const expected = reaches === 'no' ? NEVER : [verdictByHand(rule, on)]
        expect(expected, `${rule.key} ${on}`).toContain(verdictOf(law, asked, rule.key))
      }
    }
  })
})

function dayBefore(on: string): string {
  return new Date(Date.parse(on) - 86_400_000).toISOString().slice(0, 10)
}
