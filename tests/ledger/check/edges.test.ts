import { describe, expect, test } from 'vitest'
import { openLaw } from '@/lib/ledger/law'
import { theRecord } from '@/tests/support/record'
import { cell, check, line, magnet, type Said, SETTLED, verdictOf } from './asking'

const record = theRecord()
const law = openLaw(record, null)
const NDFEB = magnet('ndfeb-no-hree', { Dy: 2 })
const LIMB_1 = 'cn-2025-61-1-1-ndfeb-magnets-with-tb-or-dy'
const LIMB_2 = 'cn-2025-61-1-2-ndfeb-magnets-with-tb-or-dy'
const LIMB_3 = 'cn-2025-61-1-3-ndfeb-magnets-with-tb-or-dy'

/** A magnet made in Malaysia and sent to Germany, of which everything but the share is settled. */
const abroad: Said = {
  ...SETTLED,
  goods: NDFEB,
  on: '2025-12-01',
  from: 'MY',
  origin: 'MY',
  to: 'DE',
  technology: false,
}

describe('the share by value', () => {
  test.each([
    [0.09, 'does-not-reach', 'no-rule'],
    [0.1, 'bites', 'licence'],
    [0.11, 'bites', 'licence'],
    [null, 'cannot-tell', 'cannot-tell'],
  ] as const)('of %s %% as the law was known before it was suspended', (share, verdict, word) => {
    const known = openLaw(record, '2025-10-20' as never)
    const said = { ...abroad, share, known: '2025-10-20' }
    expect(verdictOf(known, said, LIMB_1)).toBe(verdict)
    const { conclusion, missing } = check(known, said)
    expect(conclusion.word).toBe(word)
    expect(missing).toEqual(share === null ? ['share'] : [])
  })

  test('says nothing of goods made with Chinese technology, which another limb reaches', () => {
    const said = { ...abroad, share: 0.09, technology: true }
    expect([verdictOf(law, said, LIMB_1), verdictOf(law, said, LIMB_2)]).toEqual(['does-not-reach', 'paused'])
  })
})

describe('limb 1(1) around its first day', () => {
  test.each([
    ['2025-11-30', '2025-10-20', 'will-bite'],
    ['2025-12-01', '2025-10-20', 'bites'],
    ['2025-11-30', null, 'paused'],
    ['2025-12-01', null, 'paused'],
    ['2026-11-10', null, 'paused'],
    ['2026-11-11', null, 'unverified'],
  ] as const)('on %s, as known on %s: %s', (on, known, verdict) => {
    const said = { ...abroad, on, known, share: 0.1 }
    expect(verdictOf(openLaw(record, known as never), said, LIMB_1)).toBe(verdict)
  })

  test('tells until when it is paused, and that nobody knows what comes then', () => {
    const finding = check(law, { ...abroad, share: 0.1 }).findings.find(({ verdict }) => verdict === 'paused')
    expect(finding).toMatchObject({
      since: '2025-11-07',
      lastDay: '2026-11-10',
      next: { on: '2026-11-11', verdict: 'unverified' },
      beforeEffect: true,
    })
  })

  test('a pause whose end nobody verified is neither a licence nor open', () => {
    const { conclusion } = check(law, { ...abroad, on: '2026-11-22', share: 0.1 })
    expect(conclusion).toEqual({
      word: 'pause-ended',
      atLeast: 'not-controlled',
      byText: 'licence',
      atMost: 'licence',
    })
  })
})

describe('a line that names goods', () => {
  const said = { ...SETTLED, on: '2026-11-22', origin: 'CN', to: 'DE' }

  test('reaches a listed alloy, not another, and nobody can tell of one that is only said to be an alloy', () => {
    const words = [line('cn-2025-18-1c905-a-2-a'), cell('Dy', 'alloy', true), cell('Dy', 'alloy')].map(
      (goods) => check(law, { ...said, goods }).conclusion.word,
    )
    expect(words).toEqual(['licence', 'no-rule', 'cannot-tell'])
    expect(check(law, { ...said, goods: cell('Dy', 'alloy') }).missing).toEqual(['named'])
  })

  test('is told apart from others by the alloys that both name', () => {
    const passedOn = { ...said, from: 'MY', on: '2025-10-10', goods: line('cn-2025-18-1c905-a-2-b') }
    const verdicts = ['terbium-dysprosium-iron-alloy', 'terbium-iron-alloy', 'dysprosium-iron-alloy'].map((key) =>
      verdictOf(law, passedOn, `cn-2025-61-1-3-${key}`),
    )
    expect(verdicts).toEqual(['bites', 'absent', 'does-not-reach'])
  })
})

test('a list that tells two items apart means the one, and not the other', () => {
  const said = { ...SETTLED, goods: line('cn-2025-56-2b902-j'), on: '2026-06-01', origin: 'CN', to: 'DE' }
  const verdicts = ['j', 'k'].map((item) => verdictOf(law, said, `cn-2025-56-2b902-${item}`))
  expect(verdicts).toEqual(['paused', 'does-not-reach'])
})

describe('those whom a listed party owns', () => {
  const owned = (percent: number | null) => ({ party: 'mp-materials', percent })
  const said: Said = { ...SETTLED, goods: NDFEB, on: '2025-10-15', from: 'MY', origin: 'CN', to: 'DE' }
  const listed =
    record.parties.find(({ listedOn, list }) => listedOn < '2025-10-15' && list === 'control-list')?.key ?? ''

  test.each([
    [49.99, 'licence', []],
    [50, 'refused', []],
    [50.01, 'refused', []],
    [null, 'licence', ['ownerShare']],
  ] as const)('to %s %%', (percent, word, missing) => {
    const answer = check(law, { ...said, owner: { party: listed, percent } })
    expect([answer.conclusion.word, answer.missing]).toEqual([word, missing])
  })

  test('count only where the text says so, and only while their owner is listed', () => {
    const exported = { ...said, from: 'CN', on: '2026-11-22', to: 'US', owner: { party: listed, percent: 100 } }
    expect(check(law, exported).findings.filter(({ verdict }) => verdict === 'bites')).toHaveLength(1)
    const later = record.parties.find(({ listedOn }) => listedOn > '2026-01-01')?.key ?? ''
    expect(check(law, { ...said, owner: { ...owned(100), party: later } }).conclusion.word).toBe('licence')
  })

  test('nobody can tell while nothing is said of owners', () => {
    const { conclusion, missing } = check(law, { ...said, owner: null })
    expect([conclusion.word, conclusion.atMost, missing]).toEqual(['licence', 'refused', ['owner']])
  })
})

describe('bans on military use', () => {
  const metal = (said: Partial<Said>): Said => ({ ...SETTLED, goods: cell('Dy', 'metal'), on: '2026-11-22', ...said })

  test.each([
    ['US', '2024-12-02', 'Ga', 'not-issued'],
    ['US', '2024-12-03', 'Ga', 'bites'],
  ] as const)('to %s on %s', (to, on, material, verdict) => {
    const said = metal({ goods: cell(material, 'metal'), to, on, use: 'military' })
    expect(verdictOf(law, said, 'cn-2024-46-clause-1-us-military')).toBe(verdict)
  })

  test.each([
    ['2026-01-05', 'military', 'licence', 'licence'],
    ['2026-01-06', 'military', 'prohibited', 'prohibited'],
    ['2026-01-06', 'civil', 'licence', 'licence'],
    ['2026-01-06', null, 'licence', 'prohibited'],
  ] as const)('to Japan on %s for %s use', (on, use, word, atMost) => {
    const { conclusion } = check(law, metal({ to: 'JP', on, use }))
    expect([conclusion.word, conclusion.atMost]).toEqual([word, atMost])
  })

  test.each([
    ['cn-2025-55-2c902-a', '2026-06-01', 'no-rule'],
    ['cn-2025-55-2c902-a', '2026-11-28', 'pause-ended'],
    ['cn-2025-18-1c905-a-1', '2026-06-01', 'prohibited'],
  ] as const)('lean on rules in force: %s to the United States on %s', (key, on, word) => {
    const { conclusion, findings } = check(law, metal({ goods: line(key), to: 'US', use: 'military', on }))
    expect(conclusion.word).toBe(word)
    const ban = findings.find(({ provision }) => provision.key === 'cn-2024-46-clause-1-us-military')
    const expected = { 'no-rule': 'does-not-reach', 'pause-ended': 'unverified', prohibited: 'bites' }[word]
    expect(ban?.verdict).toBe(expected)
    expect(ban?.leansOn).toEqual(word === 'no-rule' ? [] : [key])
  })

  test('reach what passes through another country, if it was made in China', () => {
    const on = (origin: string | null) =>
      check(
        law,
        metal({ from: 'MY', origin, to: 'US', use: 'military', on: '2026-06-01', share: 0, technology: false }),
      )
    expect(on('CN').conclusion.word).toBe('prohibited')
    expect(on('MY').conclusion.word).toBe('no-rule')
    expect([on(null).conclusion.word, on(null).missing]).toEqual(['cannot-tell', ['origin']])
  })
})

test('a rule on goods passed on does not reach an export, and the other way round', () => {
  const said: Said = { ...SETTLED, goods: NDFEB, on: '2025-10-15', origin: 'CN', to: 'DE' }
  const both = (from: string) => [LIMB_3, 'cn-2025-18-1c905-a-4'].map((key) => verdictOf(law, { ...said, from }, key))
  expect(both('CN')).toEqual(['does-not-reach', 'bites'])
  expect(both('MY')).toEqual(['bites', 'does-not-reach'])
})

test('goods that go back to China are not reached', () => {
  const said: Said = { ...SETTLED, goods: NDFEB, on: '2025-10-15', from: 'MY', origin: 'CN', to: 'CN' }
  expect(verdictOf(law, said, LIMB_3)).toBe('does-not-reach')
  expect(verdictOf(law, { ...said, to: null }, LIMB_3)).toBe('cannot-tell')
})
