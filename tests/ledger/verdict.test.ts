import { describe, expect, test } from 'vitest'
import { bearingOf } from '@/lib/ledger/claim'
import { localDate } from '@/lib/ledger/interval'
import { type Law, openLaw } from '@/lib/ledger/law'
import type { Assertion, Claim } from '@/lib/ledger/testimony'
import { verdictOf } from '@/lib/ledger/verdict'
import { weigh } from '@/lib/ledger/weighing'
import { aLedger, aMaterial, anInstrument, aProvision, day } from '@/tests/support/builders'
import { theRecord } from '@/tests/support/record'

/** Dy and Ho need a licence from day 2; a notice issued on day 6 suspends both on days 8 and 9, and was looked at since. */
const LEDGER = aLedger({
  materials: [
    aMaterial({ key: 'Dy', forms: ['metal', 'oxide'] }),
    aMaterial({ key: 'Ho' }),
    aMaterial({ key: 'Fe', rareEarth: false }),
  ],
  instruments: [anInstrument({ key: 'notice', issuedOn: day(1) }), anInstrument({ key: 'pause', issuedOn: day(6) })],
  provisions: [
    aProvision({ key: 'rule', materials: ['Dy', 'Ho'], forms: ['metal'], inForce: { from: day(2), to: null } }),
    aProvision({
      key: 'pause',
      instrument: 'pause',
      effect: 'suspend',
      targets: ['notice'],
      inForce: { from: day(8), to: day(10) },
    }),
  ],
})
const LAW = openLaw(LEDGER, null)

function asserting(over: Partial<Assertion> = {}): Assertion {
  return {
    materials: ['Dy', 'Ho'],
    forms: 'all',
    destinations: 'all',
    endUse: 'any',
    route: 'export',
    status: 'licence',
    from: null,
    to: null,
    ...over,
  }
}

function aClaim(saidOn: string, ...asserts: readonly Assertion[]): Claim {
  return {
    key: 'claim',
    saidOn,
    precision: 'day',
    speaker: { name: 'Somebody', role: '', outlet: '', type: '' },
    statement: '',
    quote: null,
    asserts,
    assessment: { verdict: 'partly', reason: '', assessedOn: day(0), sources: [] },
    tags: [],
    sources: [],
  }
}

function wordOn(number: number, claim: Claim, law: Law = LAW): string {
  return verdictOf(law, claim, day(number)).word
}

describe('the verdict on a claim', () => {
  test('is supported where every cell that it speaks of agrees', () => {
    expect(verdictOf(LAW, aClaim(day(3), asserting()), day(3))).toEqual({
      word: 'supported',
      cells: 2,
      agreeing: 2,
      unclear: 0,
      supporting: ['Dy', 'Ho'],
      contradicting: [],
      unclearMaterials: [],
      mixed: [],
    })
  })

  test('is partly where some do, and says which', () => {
    const claim = aClaim(day(3), asserting({ materials: 'all' }))

    expect(verdictOf(LAW, claim, day(3))).toMatchObject({
      word: 'partly',
      cells: 3,
      agreeing: 2,
      contradicting: ['Fe'],
    })
    expect(
      verdictOf(LAW, aClaim(day(3), asserting({ materials: ['Dy'], forms: ['metal', 'oxide'] })), day(3)),
    ).toMatchObject({ word: 'partly', mixed: ['Dy'], supporting: [], contradicting: [] })
  })

  test('is contradicted where none does, and none will', () => {
    expect(wordOn(3, aClaim(day(3), asserting({ status: 'prohibited' })))).toBe('contradicted')
  })

  test('is not yet where none does, and all will on a later day', () => {
    const claim = aClaim(day(3), asserting({ status: 'suspended' }))

    expect([3, 7, 8, 9, 10].map((number) => wordOn(number, claim))).toEqual([
      'not-yet',
      'not-yet',
      'supported',
      'supported',
      'contradicted',
    ])
  })

  test('is overtaken where all agreed when it was said, by what was known then', () => {
    expect(wordOn(8, aClaim(day(3), asserting()))).toBe('overtaken')
    expect(wordOn(8, aClaim(day(9), asserting()))).toBe('not-yet')
    expect(wordOn(8, aClaim(day(11), asserting()))).toBe('not-yet')

    const backdated = openLaw(
      {
        ...LEDGER,
        instruments: [...LEDGER.instruments, anInstrument({ key: 'later', issuedOn: day(6) })],
        provisions: [aProvision({ instrument: 'later', materials: ['Fe'], inForce: { from: day(4), to: null } })],
      },
      null,
    )
    const unaware = aClaim(day(5), asserting({ materials: ['Fe'], status: 'open' }))
    expect([5, 12].map((number) => wordOn(number, unaware, backdated))).toEqual(['overtaken', 'overtaken'])
    expect(wordOn(12, { ...unaware, saidOn: day(6) }, backdated)).toBe('contradicted')
  })

  test('is untestable where it speaks of no cell', () => {
    expect(wordOn(3, aClaim(day(3)))).toBe('untestable')
    expect(wordOn(3, aClaim(day(3), asserting({ materials: ['Xx'] })))).toBe('untestable')
  })

  test('of all forms counts those that some rule names', () => {
    const claim = aClaim(day(3), asserting({ materials: ['Dy'] }))

    expect(verdictOf(LAW, claim, day(3)).cells).toBe(1)
  })

  test('judges an assertion on its own days: not before the first, and by its last one ever after', () => {
    const paused = asserting({ status: 'suspended', from: day(8), to: day(9) })

    expect([7, 8, 9, 12].map((number) => wordOn(number, aClaim(day(6), paused)))).toEqual([
      'not-yet',
      'supported',
      'supported',
      'supported',
    ])
    const tooLong = asserting({ status: 'suspended', from: day(8), to: day(10) })
    expect(wordOn(12, aClaim(day(6), tooLong))).toBe('contradicted')
  })

  test('takes open for open for now', () => {
    expect(wordOn(9, aClaim(day(9), asserting({ status: 'open' })))).toBe('supported')
    expect(wordOn(10, aClaim(day(10), asserting({ status: 'open' })))).toBe('contradicted')
  })

  test('is read on the last day of the month where only that is known', () => {
    const claim: Claim = { ...aClaim('2025-01', asserting({ status: 'open' })), precision: 'month' }

    expect(wordOn(35, claim)).toBe('contradicted')
    expect(wordOn(35, aClaim(day(9), asserting({ status: 'open' })))).toBe('overtaken')
  })
})

describe('a pause whose end nobody has verified', () => {
  const unseen = openLaw(
    {
      ...LEDGER,
      instruments: LEDGER.instruments.map((one) => (one.key === 'pause' ? { ...one, verifiedThrough: day(7) } : one)),
    },
    null,
  )
  const verdict = (status: Assertion['status'], law = unseen) =>
    verdictOf(law, aClaim(day(9), asserting({ status, materials: 'all' })), day(12))

  test('neither bears out nor contradicts what the law may be', () => {
    for (const status of ['open', 'suspended', 'licence'] as const) {
      expect(verdict(status)).toMatchObject({
        cells: 3,
        agreeing: status === 'open' ? 1 : 0,
        unclear: 2,
        unclearMaterials: ['Dy', 'Ho'],
        contradicting: status === 'open' ? [] : ['Fe'],
      })
    }
  })

  test('contradicts for certain what lies above what the text gives, or below what holds in any case', () => {
    expect(verdict('prohibited')).toMatchObject({ unclear: 0, contradicting: ['Dy', 'Ho', 'Fe'] })
    const outcome = { status: 'pause-ended', floor: 'licence', resumes: 'refused' } as const
    const bearings = (['open', 'suspended', 'licence', 'prohibited'] as const).map((one) => bearingOf(one, outcome))
    expect(bearings).toEqual(['disagrees', 'disagrees', 'unclear', 'unclear'])
  })

  test('is told apart cell by cell, and a material whose forms differ is neither', () => {
    const whole = openLaw(
      {
        ...unseen.ledger,
        provisions: [
          ...unseen.ledger.provisions,
          aProvision({
            key: 'other',
            instrument: 'other',
            materials: ['Dy'],
            forms: ['oxide'],
            inForce: { from: day(2), to: null },
          }),
        ],
        instruments: [...unseen.ledger.instruments, anInstrument({ key: 'other', issuedOn: day(1) })],
      },
      null,
    )
    expect(verdict('open', whole)).toMatchObject({
      cells: 4,
      agreeing: 1,
      unclear: 2,
      mixed: ['Dy'],
      unclearMaterials: ['Ho'],
    })
  })
})

describe('goods that the asked way of trade cannot concern', () => {
  const abroad = openLaw(
    {
      ...LEDGER,
      materials: [
        ...LEDGER.materials,
        aMaterial({ key: 'ore-there', kind: 'mineral' }),
        aMaterial({ key: 'made-there', kind: 'product' }),
        aMaterial({ key: 'unruled', kind: 'product' }),
        aMaterial({ key: 'powder', kind: 'mineral' }),
      ],
      instruments: [...LEDGER.instruments, anInstrument({ key: 'theirs', jurisdiction: 'MY', issuedOn: day(20) })],
      provisions: [
        ...LEDGER.provisions,
        aProvision({ key: 'ore', instrument: 'theirs', materials: ['ore-there', 'Fe'] }),
        aProvision({ key: 'made', route: 'foreign-made', materials: ['made-there'] }),
        aProvision({ key: 'powder', materials: ['powder'] }),
      ],
    },
    null,
  )
  const materials = (route: Assertion['route']) =>
    weigh(abroad)
      .cellsOf(aClaim(day(3), asserting({ materials: 'all', route })))
      .map(({ material }) => material)

  test('are no part of what is said of exports, whenever their rules were issued', () => {
    expect(new Set(materials('export'))).toEqual(new Set(['Dy', 'Ho', 'Fe', 'unruled', 'powder']))
    expect(new Set(materials('foreign-made'))).toEqual(new Set(['Dy', 'Ho', 'Fe', 'unruled', 'powder', 'made-there']))
    expect(new Set(materials('re-export'))).toEqual(new Set(['Dy', 'Ho', 'Fe', 'unruled', 'powder']))
  })
})

describe('on the record', () => {
  const record = theRecord()
  const law = openLaw(record, null)
  const weighing = weigh(law)
  const of = (key: string, on: string) => {
    const claim = record.claims.find((one) => one.key === key)
    if (claim === undefined) throw new Error(`no claim ${key}`)
    const verdict = verdictOf(law, claim, localDate(on), weighing)
    expect(verdictOf(law, claim, localDate(on))).toEqual(verdict)
    return `${verdict.word} ${verdict.agreeing}/${verdict.cells}`
  }

  test.for([
    ['2025-11-01-reex-never-took-effect', '2025-11-01', 'partly 47/48'],
    ['2025-10-26-bessent-regime-delayed', '2025-10-26', 'contradicted 0/121'],
    ['2025-11-white-house-controls-eliminated', '2025-11-30', 'partly 74/121'],
    ['2026-04-09-he-yadong-until-10-november', '2026-04-09', 'supported 46/46'],
    ['2026-09-28-mofcom-extended', '2026-11-10', 'supported 44/44'],
    ['2026-09-28-mofcom-extended', '2026-11-22', 'overtaken 0/44'],
    ['2025-06-05-trump-no-questions-left', '2026-11-22', 'untestable 0/0'],
  ] as const)('%s on %s is %s', ([key, on, verdict]) => {
    expect(of(key, on)).toBe(verdict)
  })
})
