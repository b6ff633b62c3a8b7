import { describe, expect, test } from 'vitest'
import { openLaw } from '@/lib/ledger/law'
import { theRecord } from '@/tests/support/record'
import cases from '../status-cases.json'
import { cell, check, line, magnet, type Said, SETTLED } from './asking'

const law = openLaw(theRecord(), null)
const exported = { ...SETTLED, on: '2026-11-22', origin: 'CN', to: 'DE' }

/** The rules that certainly reach goods, whatever state they are in. */
function reaching(goods: Said['goods'], said: Partial<Said> = {}) {
  const told = ['bites', 'unverified', 'paused', 'will-bite']
  return check(law, { ...exported, ...said, goods })
    .findings.filter(({ verdict }) => told.includes(verdict))
    .map(({ provision }) => provision.key)
}

describe('the worked examples about goods', () => {
  test.each(cases.filter(({ level }) => level === 'goods').map((one) => [one.id, one.goods ?? '', one] as const))(
    '%s: %s',
    (_id, _goods, { material, form, on, from, why }) => {
      const { conclusion } = check(law, { ...SETTLED, goods: cell(material, form), on, from, to: 'DE', origin: 'CN' })
      expect(conclusion.word, why).toBe('no-rule')
      expect(conclusion.atMost, why).toBe('not-controlled')
    },
  )

  test('a motor is outside No. 18, and told so by its magnets; parts and assemblies are in No. 61 on their way abroad', () => {
    const motor = cell('ree-deep-processed', 'assembly')
    const home = check(law, { ...exported, goods: motor, on: '2025-10-15' })
    expect(home.conclusion.word).toBe('no-rule')
    const why = home.findings.find(({ provision }) => provision.key === 'cn-2025-18-1c905-a-4')
    expect([why?.verdict, why?.tests.filter(({ truth }) => truth === 'no').map(({ test: name }) => name)]).toEqual([
      'does-not-reach',
      ['material', 'form'],
    ])
    const abroad = check(law, { ...exported, goods: motor, on: '2025-10-15', from: 'MY' })
    expect([abroad.conclusion.word, abroad.conclusion.atMost, abroad.missing]).toEqual([
      'cannot-tell',
      'licence',
      ['named'],
    ])
  })
})

describe('a composition', () => {
  test.each([
    ['NdFeB with 2 % Dy', magnet('ndfeb-no-hree', { Dy: 2 }), ['cn-2025-18-1c905-a-4']],
    ['NdFeB with 0.01 % Tb', magnet('ndfeb-no-hree', { Tb: 0.01 }), ['cn-2025-18-1c904-a-4']],
    [
      'NdFeB with Dy and Tb',
      magnet('ndfeb-no-hree', { Dy: 2, Tb: 1 }),
      ['cn-2025-18-1c904-a-4', 'cn-2025-18-1c905-a-4'],
    ],
    ['NdFeB with Ho', magnet('ndfeb-no-hree', { Ho: 1 }), ['cn-2025-57-1c909-a-4']],
    ['NdFeB without any', magnet('ndfeb-no-hree'), []],
    ['NdFeB with 0 % Dy', magnet('ndfeb-no-hree', { Dy: 0 }), []],
    ['samarium-cobalt', magnet('smco'), ['cn-2025-18-1c902-a-4']],
    ['samarium-cobalt with Dy, which is no NdFeB', magnet('smco', { Dy: 2 }), ['cn-2025-18-1c902-a-4']],
  ] as const)('of %s', (_name, goods, expected) => {
    expect(reaching(goods).sort()).toEqual(expected)
  })

  test('that says no base leaves open whether the magnet is the one that lines name', () => {
    const { conclusion, missing } = check(law, { ...exported, goods: magnet(null, { Dy: 2, Nd: 30 }) })
    expect([conclusion.word, conclusion.atMost, missing]).toEqual(['cannot-tell', 'licence', ['goods']])
  })

  test('with "Dy and/or Tb" needs a licence whichever it is, and neither line is certain', () => {
    const answer = check(law, { ...exported, goods: cell('ndfeb-dy-tb', 'magnet') })
    expect(answer.conclusion.word).toBe('licence')
    expect(answer.findings.filter(({ verdict }) => verdict === 'cannot-tell')).toHaveLength(2)
  })

  test('that is only "a neodymium magnet" may hold what is listed', () => {
    const { conclusion, missing } = check(law, { ...exported, goods: cell('Nd', 'magnet') })
    expect([conclusion.word, conclusion.atMost]).toEqual(['cannot-tell', 'licence'])
    expect(missing).toContain('composition')
  })
})

describe('a code', () => {
  const code = (text: string, said: Partial<Said> = {}) =>
    check(law, { ...exported, ...said, goods: { by: 'code', code: text } })

  test('of a tariff returns every line that prints it, or a part of it, and never decides', () => {
    const { candidates, candidatesAgree, conclusion, findings, unidentified } = code('2846.90.19')
    const printed = theRecord().provisions.filter(({ hsCodes }) => hsCodes.some((one) => one.startsWith('28469019')))
    expect(candidates.map(({ provision }) => provision.key).sort()).toEqual(printed.map(({ key }) => key).sort())
    expect(candidates.every(({ match }) => match === 'narrower')).toBe(true)
    expect([candidatesAgree, conclusion.word, conclusion.atLeast, unidentified]).toEqual([
      { word: 'licence', byText: 'licence' },
      'cannot-tell',
      'not-controlled',
      true,
    ])
    const own = new Set(candidates.map(({ provision }) => provision.key))
    expect(findings.filter(({ provision }) => own.has(provision.key)).map(({ verdict }) => verdict)).toEqual(
      [...own].map(() => 'cannot-tell'),
    )
  })

  test('that no line prints clears nothing', () => {
    const { candidates, conclusion, missing } = code('8505.11')
    expect([candidates, conclusion.word, missing]).toEqual([[], 'cannot-tell', ['goods']])
  })

  test('of an item holds its sub-items; what they agree on is certain', () => {
    expect(code('1C905.A.1').conclusion.word).toBe('licence')
    const several = code('1C905')
    expect(several.candidates.length).toBeGreaterThan(5)
    expect([several.candidatesAgree?.word, several.conclusion.word]).toEqual(['licence', 'licence'])
  })

  test('whose candidates differ is told so', () => {
    const mixed = code('2805.30', { on: '2026-06-01' })
    expect(mixed.candidates.length).toBeGreaterThan(1)
    expect(mixed.candidatesAgree).toBeNull()
    const unverified = { on: '2026-11-22', origin: 'CN' }
    expect(code('28053019', unverified).candidatesAgree).toBeNull()
    expect(code('1C909', unverified).candidatesAgree).toEqual({ word: 'pause-ended', byText: 'licence' })
  })
})

describe('technology', () => {
  test('that another instrument prohibits by other words cannot be told from it', () => {
    const goods = line('cn-2025-62-1e902-a-magnet-making')
    const { conclusion, missing } = check(law, { ...exported, goods, on: '2026-06-01' })
    expect([conclusion.word, conclusion.byText, conclusion.atMost]).toEqual(['cannot-tell', 'paused', 'prohibited'])
    expect(missing).toEqual(['goods'])
  })

  test('rules on what the exporter knows stand beside goods of every kind, and decide nothing', () => {
    const answer = check(law, { ...exported, goods: cell('La', 'metal'), on: '2025-10-15' })
    expect(answer.besides.map(({ provision }) => provision.key)).toEqual(['cn-2025-62-art-1-catch-all'])
    expect(answer.conclusion.word).toBe('no-rule')
  })
})
