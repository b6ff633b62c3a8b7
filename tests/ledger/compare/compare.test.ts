import { describe, expect, test } from 'vitest'
import { cellsOf, nameOf } from '@/lib/ledger/compare/cells'
import { type Comparison, compareWorlds } from '@/lib/ledger/compare/compare'
import { groupsByCause } from '@/lib/ledger/compare/groups'
import type { Seen } from '@/lib/ledger/compare/seen'
import { seenOf, turnOf } from '@/lib/ledger/compare/seen'
import type { Recorded } from '@/lib/ledger/compare/steps'
import { localDate } from '@/lib/ledger/interval'
import { openLaw } from '@/lib/ledger/law'
import type { Question } from '@/lib/ledger/question'
import type { Ledger } from '@/lib/ledger/record'
import type { RevisionKind } from '@/lib/ledger/revision'
import { aForm, aLedger, aMaterial, anInstrument, aProvision, asking, between } from '@/tests/support/builders'

const FORMS = ['metal', 'oxide', 'alloy', 'powder', 'magnet', 'scrap']

/** One material in six forms; the first notice holds them all, and the second pauses five of them from 10 November. */
const first = aLedger({
  materials: [aMaterial({ forms: FORMS })],
  forms: FORMS.map((key, order) => aForm({ key, nameEn: key, order })),
  instruments: [anInstrument({ key: 'rule' }), anInstrument({ key: 'pause', issuedOn: localDate('2025-10-01') })],
  provisions: [
    aProvision({ key: 'rule-1', instrument: 'rule', forms: FORMS.slice(0, 5) }),
    aProvision({ key: 'rule-2', instrument: 'rule', forms: ['scrap'] }),
    aProvision({
      key: 'pause-1',
      instrument: 'pause',
      effect: 'suspend',
      targets: ['rule-1'],
      inForce: between('2025-11-10', '2026-11-10'),
    }),
  ],
})

/** Our second record: `rule-2` had never been there. */
const corrected: Ledger = { ...first, provisions: first.provisions.filter(({ key }) => key !== 'rule-2') }

function revision(number: number, kind: RevisionKind, ledger: Ledger, undone = false): Recorded {
  return { number, kind, ledger, undone }
}

function compared(
  [before, asked]: readonly [Ledger, Question],
  [after, asks]: readonly [Ledger, Question],
  path: readonly Recorded[] = [],
  frozen?: ReadonlyMap<string, Seen>,
): Comparison {
  const a = { law: openLaw(before, asked.known), question: asked }
  const b = { law: openLaw(after, asks.known), question: asks }
  const cells = cellsOf([a.law, b.law], 'all')
  return compareWorlds({ a, b, between: path, cells, ...(frozen === undefined ? {} : { frozen }) })
}

/** `Dy/metal correction by revision 2, opened`, a line for each difference. */
function told({ differences }: Comparison): readonly string[] {
  return differences.map(({ material, form, cause, step, turn, movers, turnsOn }) =>
    [
      `${material}/${form} ${cause} by ${step.of === 'revision' ? `revision ${step.number}` : step.of}`,
      ...(turnsOn === null ? [] : [`from ${turnsOn}`]),
      ...(movers.length === 0 ? [] : [`through ${movers.join('+')}`]),
      turn,
    ].join(', '),
  )
}

describe('six cells that differ', () => {
  const both = compared(
    [first, asking('2025-11-08')],
    [corrected, asking('2025-11-11')],
    [revision(2, 'correction', corrected)],
  )

  test('are five that the law changed and one that we corrected', () => {
    expect(both.causes).toEqual({ law: 5, correction: 1, learnt: 0, wording: 0, rules: 0, lens: 0 })
    expect(groupsByCause(both.differences).map(({ cause, count, groups }) => [cause, count, groups.length])).toEqual([
      ['law', 5, 1],
      ['correction', 1, 1],
    ])
    expect(told(both)).toEqual([
      ...FORMS.slice(0, 5).map((form) => `Dy/${form} law by on, from 2025-11-10, through pause, opened`),
      'Dy/scrap correction by revision 2, through rule, opened',
    ])
  })

  test('are closed on the way back, the revision undone first', () => {
    const back = compared(
      [corrected, asking('2025-11-11')],
      [first, asking('2025-11-08')],
      [revision(2, 'correction', first, true)],
    )
    expect(told(back)).toEqual([
      ...FORMS.slice(0, 5).map((form) => `Dy/${form} law by on, from 2025-11-10, through pause, closed`),
      'Dy/scrap correction by revision 2, through rule, closed',
    ])
  })
})

test('what an addition and a look taught us is learnt, and a changed law is the law', () => {
  for (const [kind, cause] of [
    ['addition', 'learnt'],
    ['verification', 'learnt'],
    ['law', 'law'],
    ['wording', 'wording'],
  ] as const) {
    const { causes } = compared(
      [first, asking('2025-11-08')],
      [corrected, asking('2025-11-08')],
      [revision(2, kind, corrected)],
    )
    expect(causes[cause], kind).toBe(1)
  }
})

test('another known day is the law, another destination is the lens', () => {
  const later: Ledger = {
    ...first,
    provisions: first.provisions.map((one) =>
      one.key === 'rule-2' ? { ...one, destinations: { only: ['US'], except: [] } } : one,
    ),
  }
  expect(
    told(compared([first, asking('2025-11-11', { known: localDate('2025-09-30') })], [first, asking('2025-11-11')])),
  ).toEqual(FORMS.slice(0, 5).map((form) => `Dy/${form} law by known, through pause, opened`))
  expect(told(compared([later, asking('2025-11-08')], [later, asking('2025-11-08', { to: 'US' })]))).toEqual([
    'Dy/scrap lens by to, through rule, closed',
  ])
})

test('the last step that moved a cell has it, and the others are told', () => {
  const { differences } = compared(
    [corrected, asking('2025-11-08')],
    [first, asking('2025-11-11', { use: 'military' })],
    [revision(2, 'addition', first)],
  )
  expect(differences.map(({ form, others }) => [form, others.map(({ of }) => of)])).toContainEqual(['scrap', []])
  const moved = compared(
    [{ ...first, provisions: [] }, asking('2025-11-08')],
    [first, asking('2025-11-11')],
    [revision(2, 'addition', first)],
  ).differences.find(({ form }) => form === 'metal')
  expect([moved?.cause, moved?.others.map(({ of }) => of)]).toEqual(['law', ['revision']])
})

test('a status belongs to what moved it, and not to what put its last day right afterwards', () => {
  const unpaused = { ...first, provisions: first.provisions.filter(({ key }) => key !== 'pause-1') }
  const longer = {
    ...first,
    provisions: first.provisions.map((one) =>
      one.key === 'pause-1' ? { ...one, inForce: between('2025-11-10', '2027-01-10') } : one,
    ),
  }
  const path = [revision(2, 'law', first), revision(3, 'correction', longer)]
  const [metal] = compared([unpaused, asking('2025-12-01')], [longer, asking('2025-12-01')], path).differences
  expect([metal?.cause, metal?.step, metal?.others.map(({ of }) => of)]).toEqual([
    'law',
    { of: 'revision', number: 2, kind: 'law', undone: false },
    ['revision'],
  ])
  const dates = compared([first, asking('2025-12-01')], [longer, asking('2025-12-01')], path.slice(1)).causes
  expect(dates).toMatchObject({ correction: 5, law: 0 })
})

test('a cell that only one record has appears, or is gone', () => {
  const fewer = { ...first, materials: [aMaterial({ forms: ['metal'] })] }
  const path = [revision(2, 'addition', first)]
  const { differences, pairs } = compared([fewer, asking('2025-11-08')], [first, asking('2025-11-08')], path)
  expect(pairs).toHaveLength(6)
  expect(new Set(differences.map(({ turn, cause }) => `${turn} ${cause}`))).toEqual(new Set(['appeared learnt']))
  expect(differences).toHaveLength(5)
  const back = compared(
    [first, asking('2025-11-08')],
    [fewer, asking('2025-11-08')],
    [revision(2, 'addition', fewer, true)],
  )
  expect(new Set(back.differences.map(({ turn }) => turn))).toEqual(new Set(['gone']))
})

test('another name alone is a rewording, whatever the revision was called', () => {
  const renamed = {
    ...first,
    forms: first.forms.map((form) => (form.key === 'metal' ? { ...form, nameEn: 'Base metal' } : form)),
  }
  const path = [revision(2, 'correction', renamed)]
  const { differences } = compared([first, asking('2025-11-08')], [renamed, asking('2025-11-08')], path)
  expect(differences.map(({ form, cause, step }) => [form, cause, step])).toEqual([
    ['metal', 'wording', { of: 'revision', number: 2, kind: 'correction', undone: false }],
  ])
})

describe('cells that were kept', () => {
  const asKept = ({ pairs }: Comparison) =>
    new Map(pairs.flatMap((pair) => (pair.after === null ? [] : [[nameOf(pair), seenOf(pair.after)] as const])))
  const then = [first, asking('2025-11-08')] as const
  const kept = asKept(compared(then, then))
  const otherwise = new Map([...kept].map(([name, seen]) => [name, { ...seen, status: 'prohibited' as const }]))

  test('go before what is reckoned now: what nothing else explains is our own rules', () => {
    expect(compared(then, then, [], kept).differences).toEqual([])
    expect(compared(then, then, [], otherwise).causes).toMatchObject({ rules: 6, law: 0 })
  })

  test('and are the law’s where the law moved them after', () => {
    const now = [first, asking('2025-11-11')] as const
    expect(compared(then, now, [], otherwise).causes).toMatchObject({ rules: 1, law: 5 })
    const metal = compared(then, now, [], otherwise).differences[0]
    expect([metal?.before?.status, metal?.after?.status, metal?.others]).toEqual([
      'prohibited',
      'paused',
      [{ of: 'rules' }],
    ])
  })
})

test('a pause that ends unverified neither opens nor closes', () => {
  const seen = (status: Seen['status']) => ({ status }) as Seen
  expect(turnOf(seen('paused'), seen('pause-ended'))).toBe('otherwise')
  expect(turnOf(seen('pause-ended'), seen('licence'))).toBe('closed')
  expect(turnOf(seen('pause-ended'), seen('paused'))).toBe('opened')
  expect(turnOf(seen('not-controlled'), seen('announced'))).toBe('otherwise')
  expect(turnOf(seen('licence'), seen('prohibited'))).toBe('closed')
  expect(turnOf(seen('refused'), seen('prohibited'))).toBe('otherwise')
})
