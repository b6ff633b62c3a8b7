import { describe, expect, test } from 'vitest'
import { readClaim, readClaims } from '@/lib/ledger/claim-reading'
import { agreesWithEditor, verdictMeantBy } from '@/lib/ledger/editor-reading'
import { gapOf } from '@/lib/ledger/gap'
import { localDate, nextDay } from '@/lib/ledger/interval'
import { openLaw } from '@/lib/ledger/law'
import { loudestClaim } from '@/lib/ledger/loudest'
import { plainQuestion } from '@/lib/ledger/question'
import { resolveCell } from '@/lib/ledger/resolve'
import type { Claim } from '@/lib/ledger/testimony'
import type { Verdict } from '@/lib/ledger/verdict'
import { verdictRuns } from '@/lib/ledger/verdict-runs'
import { weigh } from '@/lib/ledger/weighing'
import { theRecord } from '@/tests/support/record'

const record = theRecord()
const law = openLaw(record, null)
const weighing = weigh(law)

function claim(key: string): Claim {
  const found = record.claims.find((one) => one.key === key)
  if (found === undefined) throw new Error(`no claim ${key}`)
  return found
}

function read(key: string, on: string, known: string | null = null) {
  return readClaim(weighing, claim(key), { on: localDate(on), known: known === null ? null : localDate(known) })
}

/** `partly 80/127`, and how many of the seventeen elements contradict it, support it, are unclear, or differ by form. */
function told(verdict: Verdict | null): string {
  if (verdict === null) return 'not told'
  const elements = (keys: readonly string[]) => keys.filter((key) => law.materials.get(key)?.kind === 'element').length
  const { contradicting, supporting, unclearMaterials, mixed } = verdict
  const among = [contradicting, supporting, unclearMaterials, mixed].map(elements).join('-')
  return `${verdict.word} ${verdict.agreeing}/${verdict.cells}, elements ${among}`
}

describe('the founding claims, worked by hand', () => {
  test('Air Force One, 6 June 2025: seven elements needed a licence to the United States, ten did not', () => {
    const then = read('2025-06-06-trump-flow-agreed', '2025-06-06')
    expect(told(then.whenSaid)).toBe('partly 76/123, elements 7-10-0-0')
    for (const key of ['my-raw-ree', 'vn-ree-ore', 'foreign-made-ree-items', 'ree-deep-processed']) {
      const { supporting = [], contradicting = [], mixed = [] } = then.whenSaid ?? {}
      expect([...supporting, ...contradicting, ...mixed]).not.toContain(key)
    }
    expect(then.whenSaid?.contradicting).toEqual(expect.arrayContaining(['Dy', 'Gd', 'Lu', 'Sc', 'Sm', 'Tb', 'Y']))

    const later = read('2025-06-06-trump-flow-agreed', '2026-11-22')
    expect(told(later.onDay)).toBe('partly 28/121, elements 7-5-5-0')
    expect(later.whenSaid).toEqual(then.whenSaid)
    expect(later.gap).toMatchObject({ word: 'none', waited: 534, outstanding: 47, steps: [] })
  })

  test('the fact sheet of 1 November 2025: no removal, in fact or in law', () => {
    const { whenSaid, onDay, gap, editor } = read('2025-11-01-white-house-general-licences', '2026-11-22')
    expect(told(whenSaid)).toBe('partly 74/132, elements 7-10-0-0')
    expect(whenSaid?.contradicting).toEqual(expect.arrayContaining(['Ga', 'Ge', 'Sb', 'graphite']))
    expect(told(onDay)).toBe('partly 28/132, elements 7-5-5-0')
    expect(gap).toMatchObject({ word: 'none', waited: 386, steps: [] })
    expect(editor).toMatchObject({ agrees: false, computed: { word: 'partly' } })
  })

  test('"never took effect": the technology rule of Announcement 62 applied, and so did limb 1(3) of 61', () => {
    const { whenSaid, onDay, gap } = read('2025-11-01-reex-never-took-effect', '2026-11-22')
    expect(told(whenSaid)).toBe('partly 47/48, elements 0-5-0-0')
    expect(whenSaid?.contradicting).toEqual(['ree-tech'])
    expect(onDay).toEqual(whenSaid)
    expect(gap).toMatchObject({ word: 'none', past: true, outstandingMaterials: ['ree-tech'] })

    const limb = [...law.provisions.values()].filter(({ key }) => key.startsWith('cn-2025-61-1-3-'))
    const cells = limb.flatMap(({ materials, forms }) =>
      materials.flatMap((material) => forms.map((form) => [material, form] as const)),
    )
    const statuses = (on: string) =>
      new Set(
        cells.map(([material, form]) => {
          const question = { ...plainQuestion(localDate(on)), route: 're-export' as const }
          return resolveCell(law, question, material, form).status
        }),
      )
    expect(cells.length).toBeGreaterThan(15)
    expect([...statuses('2025-10-09')]).toEqual(['licence'])
    expect([...statuses('2025-11-06')]).toEqual(['licence'])
    expect([...statuses('2025-11-07')]).toEqual(['paused'])
  })

  test('"delay its licensing regime by a year": true of the October package alone', () => {
    const { whenSaid, onDay, gap } = read('2025-10-26-bessent-regime-delayed', '2025-11-22')
    expect(told(whenSaid)).toBe('contradicted 0/121, elements 17-0-0-0')
    expect(told(onDay)).toBe('partly 46/121, elements 12-5-0-0')
    expect(onDay?.supporting.filter((key) => key.length === 2)).toEqual(['Er', 'Eu', 'Ho', 'Tm', 'Yb'])
    expect(gap).toMatchObject({
      word: 'part',
      steps: [{ on: '2025-11-07', days: 12, instruments: ['cn-2025-70'], cells: 46, from: '2025-11-07' }],
      outstanding: 75,
    })
  })

  test('the statement of 28 September 2026: 10 January 2027, and no instrument', () => {
    const before = read('2026-09-28-mofcom-extended', '2026-11-10')
    expect(told(before.onDay)).toBe('supported 44/44, elements 0-5-0-0')
    expect(before.gap).toMatchObject({ word: 'none', waited: 43, outstanding: 44, unclear: 0 })

    const after = read('2026-09-28-mofcom-extended', '2026-11-22')
    expect(told(after.onDay)).toBe('overtaken 0/44, elements 0-0-5-0')
    expect(after.gap).toMatchObject({ word: 'none', waited: 55, outstanding: 44, unclear: 44, steps: [] })
  })

  test('a promise of 30 October 2025 was kept after eight days, and its words outlived the pause', () => {
    const { gap } = read('2025-10-30-mofcom-one-year-suspension', '2026-11-22')
    expect(gap).toMatchObject({
      word: 'given',
      steps: [{ days: 8, instruments: ['cn-2025-70'], cells: 49 }],
      outstanding: 0,
    })
    expect(
      verdictRuns(weighing, claim('2025-10-30-mofcom-one-year-suspension')).map(
        ({ from, verdict, by }) => `${from} ${verdict.word} ${verdict.agreeing}/${verdict.cells} ${by.join(' ')}`,
      ),
    ).toEqual([
      '2025-10-30 not-yet 0/49 ',
      '2025-11-07 supported 49/49 cn-2025-56 cn-2025-57 cn-2025-61 cn-2025-62 cn-2025-70',
      '2026-11-11 contradicted 0/49 cn-2025-56 cn-2025-57 cn-2025-61 cn-2025-62 cn-2025-70',
    ])
  })

  test('a claim that was law already names the law', () => {
    expect(read('2025-11-01-messecar-nothing-lifted', '2025-11-01').gap).toMatchObject({
      word: 'already',
      already: 48,
      alreadyBy: ['cn-2025-18'],
      waited: 0,
    })
  })

  test('a claim about the Union is asked of each of its members', () => {
    const { whenSaid } = read('2025-11-05-sefcovic-half-approved', '2026-11-22')
    expect(told(whenSaid)).toBe(`supported ${45 * 27}/${45 * 27}, elements 0-7-0-0`)
  })

  test('what nothing can test is untestable, and waits for nothing', () => {
    expect(read('2025-06-05-trump-no-questions-left', '2026-11-22')).toMatchObject({
      whenSaid: { word: 'untestable', cells: 0 },
      onDay: { word: 'untestable' },
      gap: { word: 'untestable' },
    })
  })
})

describe('the days of a claim', () => {
  test('a month is read on its last day', () => {
    expect(read('2025-05-greer-countermeasures-removed', '2025-06-30').said).toBe('2025-05-31')
    expect(told(read('2025-05-greer-countermeasures-removed', '2025-05-31').whenSaid)).toBe(
      'contradicted 0/45, elements 7-0-0-0',
    )
  })

  test('claims are told from the day on which they may have been made, the latest first', () => {
    const on = (day: string, known: string | null = null) =>
      readClaims(weighing, record.claims, {
        on: localDate(day),
        known: known === null ? null : localDate(known),
      }).map(({ claim: { key } }) => key)
    expect(on('2025-05-01')).toEqual(['2025-05-greer-countermeasures-removed'])
    expect(on('2025-04-30')).toEqual([])
    expect(on('2026-11-22', '2025-05-15')).toEqual(['2025-05-greer-countermeasures-removed'])
    const all = on('2026-11-22')
    expect(all).toHaveLength(record.claims.length)
    expect(all.indexOf('2026-09-28-mofcom-extended')).toBeLessThan(all.indexOf('2026-09-23-bessent-extended'))
  })

  test('what was known when it was said is what was on file that day, whatever day is asked', () => {
    const known = read('2025-11-01-reex-controls-suspended', '2026-01-01', '2025-11-05')
    expect(known.onDay?.word).toBe('contradicted')
    expect(known.gap).toMatchObject({ word: 'none', steps: [] })
    expect(read('2025-11-01-reex-controls-suspended', '2026-01-01').onDay?.word).toBe('partly')
  })

  test('the gap is not counted before a claim was made', () => {
    const said = claim('2026-09-28-mofcom-extended')
    expect(() => gapOf(weighing, said, localDate('2026-09-27'))).toThrow('2026-09-27')
  })
})

describe('the editor’s reading', () => {
  test('has one computed word each', () => {
    const words = (['confirmed', 'partly', 'contradicted', 'unverifiable'] as const).map((verdict) =>
      verdictMeantBy({ verdict }),
    )
    expect(words).toEqual(['supported', 'partly', 'contradicted', 'untestable'])
  })

  test('agrees with the computed verdict of the day it was written on 36 of 77 claims', () => {
    const readings = readClaims(weighing, record.claims, { on: localDate('2025-06-30'), known: null })
    const all = record.claims.map((one) => readClaim(weighing, one, { on: localDate('2026-11-22'), known: null }))
    expect(all.filter(({ editor }) => editor.agrees)).toHaveLength(36)
    for (const { claim: said, editor } of all) {
      expect(editor.on).toBe(said.assessment.assessedOn)
      expect(editor.agrees).toBe(agreesWithEditor(editor.computed, said.assessment))
    }
    for (const { claim: said, editor } of readings) {
      expect(editor).toEqual(all.find((one) => one.claim.key === said.key)?.editor)
    }
  })
})

describe('the loudest claim without an instrument', () => {
  const loudest = (on: string, known: string | null = null) =>
    loudestClaim(weighing, record.claims, {
      on: localDate(on),
      known: known === null ? null : localDate(known),
    })

  test('is the statement of 28 September 2026 once it was made', () => {
    for (const on of ['2026-09-28', '2026-11-10', '2026-11-22', '2027-01-10']) {
      expect(loudest(on)?.claim.key).toBe('2026-09-28-mofcom-extended')
    }
    expect(loudest('2026-11-22')?.gap).toMatchObject({ waited: 55, word: 'none' })
    expect(loudest('2027-01-11')?.claim.key).not.toBe('2026-09-28-mofcom-extended')
  })

  test('is the government of the exporting country’s before another’s, and the latest of one level', () => {
    expect(loudest('2025-11-05')?.claim.key).toBe('2025-10-30-mofcom-one-year-suspension')
    expect(loudest('2025-11-07')?.claim.key).not.toBe('2025-10-30-mofcom-one-year-suspension')
    expect(loudest('2025-07-01')?.claim.key).toBe('2025-06-26-lutnick-deal-signed')
    expect(loudest('2025-05-30')).toBeNull()
    expect(loudest('2026-11-22', '2025-06-10')?.claim.key).toBe('2025-06-06-trump-flow-agreed')
  })

  test('falls silent with an instrument', () => {
    const extension = {
      ...(record.instruments.find(({ key }) => key === 'cn-2025-70') as (typeof record.instruments)[number]),
      key: 'cn-2026-99',
      issuedOn: localDate('2026-11-20'),
    }
    const pause = record.provisions.find(({ key }) => key === 'cn-2025-70-suspends-2025-57')
    if (pause === undefined) throw new Error('no such clause')
    const longer = {
      ...pause,
      key: 'cn-2026-99-1',
      instrument: 'cn-2026-99',
      effect: 'extend' as const,
      targets: ['cn-2025-70'],
      inForce: { from: localDate('2026-11-11'), to: nextDay(localDate('2027-01-10')) },
    }
    const extended = weigh(
      openLaw(
        {
          ...record,
          instruments: [...record.instruments, extension],
          provisions: [...record.provisions, longer],
        },
        null,
      ),
    )
    const asked = { on: localDate('2026-11-22'), known: null }
    expect(gapOf(extended, claim('2026-09-28-mofcom-extended'), asked.on)).toMatchObject({
      word: 'given',
      steps: [{ on: '2026-11-20', days: 53, instruments: ['cn-2026-99'], cells: 44 }],
    })
    expect(loudestClaim(extended, record.claims, asked)?.claim.key).not.toBe('2026-09-28-mofcom-extended')
  })
})
