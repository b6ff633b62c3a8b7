import { fc, test } from '@fast-check/vitest'
import { describe, test as each, expect } from 'vitest'
import { unsupportedClaims } from '@/lib/ledger/claim'
import { type LocalDate, localDate } from '@/lib/ledger/interval'
import { type Law, openLaw } from '@/lib/ledger/law'
import { resolveMatrix } from '@/lib/ledger/matrix'
import { NOTHING_WANTED, type Wanted } from '@/lib/ledger/part/wanted'
import { proofOf } from '@/lib/ledger/proof'
import type { Question } from '@/lib/ledger/question'
import type { Ledger } from '@/lib/ledger/record'
import { formsOf } from '@/lib/ledger/scope'
import { stripsOf } from '@/lib/ledger/series/bands'
import { observe } from '@/lib/ledger/series/observed'
import { itemLines, standingOn } from '@/lib/ledger/standing'
import { stripOf } from '@/lib/ledger/strip'
import type { WholeRecord } from '@/lib/ledger/testimony'
import { carve } from '@/tests/ledger/part/carve'
import { keysFor } from '@/tests/ledger/part/keys'
import { asking } from '../support/builders'
import { theRecord } from '../support/record'
import { ALL_DAYS, aQuestion, aWorld } from './worlds'

const QUESTIONS: readonly Question[] = [
  asking('2026-11-22'),
  asking('2025-10-09', { to: 'US', use: 'military' }),
  asking('2025-12-01', { known: localDate('2025-11-07'), to: 'JP' }),
  asking('2026-11-11', { route: 're-export', to: 'US' }),
  asking('2026-01-10', { from: 'MY' }),
  asking('2027-01-01', { route: 'foreign-made', to: 'DE' }),
  asking('2026-06-01', { party: theRecord().parties[0]?.key ?? null }),
]

describe('a part of the real record', () => {
  const whole = theRecord()

  each.for(whole.materials.map(({ key }, at) => [key, at] as const))(
    'tells of %s what the whole tells',
    ([key, at]) => {
      for (const question of QUESTIONS.filter((_, nth) => nth % 4 === at % 4)) {
        const { part, wanted } = partFor(whole, { materials: [key] }, question)
        expect(told(part, wanted.materials, question)).toEqual(told(whole, wanted.materials, question))
      }
    },
  )

  each('tells of the elements what the whole tells', () => {
    const elements = whole.materials.filter(({ kind }) => kind === 'element')
    for (const question of QUESTIONS) {
      const { part } = partFor(whole, { elements: true }, question)
      const rows = resolveMatrix(openLaw(whole, question.known), question, 'rare-earths')
      expect(resolveMatrix(openLaw(part, question.known), question, 'rare-earths')).toEqual(rows)
      expect(rows.rows).toHaveLength(elements.length)
    }
  })

  each('is smaller than the whole', () => {
    const { part } = partFor(whole, { materials: ['Ga'] }, asking('2026-11-22'))
    expect(part.provisions.length).toBeLessThan(whole.provisions.length / 2)
    expect(part.sources.length).toBeLessThan(whole.sources.length)
  })

  each('holds nothing that does not stand', () => {
    const keys = keysFor(whole, { ...NOTHING_WANTED, materials: ['Xx'], instruments: ['nothing'], parties: ['nobody'] })
    for (const key of ['Xx', 'nothing', 'nobody'])
      for (const set of Object.values(keys)) expect(set.has(key)).toBe(false)
  })
})

describe('a part of any record', () => {
  test.prop([aWorld, aQuestion, fc.subarray(['Dy', 'Ho'], { minLength: 1 })], { numRuns: 100 })(
    'tells of its materials what the whole tells',
    (world, asked, materials) => {
      const whole = beside(world)
      for (const on of ALL_DAYS.filter((day, at) => at % 3 === 0 && day >= openLaw(whole, null).coversFrom)) {
        const question = { ...asked, on }
        const { part } = partFor(whole, { materials }, question)
        expect(told(part, materials, question)).toEqual(told(whole, materials, question))
      }
    },
  )

  test.prop([aWorld, fc.nat({ max: 3 })], { numRuns: 100 })(
    'tells of an instrument what its lines do on every day',
    (world, number) => {
      const whole = beside(world)
      const instrument = whole.instruments[number % whole.instruments.length]?.key ?? ''
      const { part } = partFor(whole, { instruments: [instrument] }, asking(ALL_DAYS[0] ?? ''))
      for (const on of ALL_DAYS) expect(standings(part, instrument, on)).toEqual(standings(whole, instrument, on))
    },
  )
})

function partFor(whole: WholeRecord, of: Partial<Wanted>, { known, party }: Question) {
  const wanted: Wanted = {
    ...NOTHING_WANTED,
    series: 'beside the law',
    events: true,
    parties: party === null ? [] : [party],
    known: [known],
    ...of,
  }
  return { wanted, part: carve(whole, keysFor(whole, wanted)) }
}

/** Everything that the record tells of some materials under a question. */
function told(record: WholeRecord, materials: readonly string[], question: Question) {
  const law = lawOf(record, question.known)
  const rows = materials.flatMap((key) => law.materials.get(key) ?? [])
  const series = record.indicators.filter((one) => one.materials.some((key) => materials.includes(key)))
  return {
    coversFrom: law.coversFrom,
    matrix: resolveMatrix(law, question, rows),
    strips: rows.map((row) => stripOf(law, question, row)),
    proofs: rows.flatMap((row) => formsOf(law, row).map((form) => proofTold(law, record, question, row.key, form.key))),
    lines: rows.flatMap((row) => itemLines(law, row.key).map((line) => standingOn(law, line, question.on))),
    series: series.map((one) => observe(record, law, one, stripsOf(law))),
  }
}

function proofTold(law: Law, record: WholeRecord, question: Question, material: string, form: string) {
  const proof = proofOf(law, question, material, form)
  return { proof, claims: unsupportedClaims(record.claims, law, question, proof.answer) }
}

function standings(record: WholeRecord, instrument: string, on: (typeof ALL_DAYS)[number]) {
  const law = openLaw(record, null)
  return [...law.provisions.values()]
    .filter((line) => line.instrument === instrument)
    .map((line) => ({ standing: standingOn(law, line, on), acts: law.acts(line) }))
}

const laws = new WeakMap<WholeRecord, Map<LocalDate | null, Law>>()

/** The whole is opened once for all questions that know as much. */
function lawOf(record: WholeRecord, known: LocalDate | null): Law {
  const own = laws.get(record) ?? new Map<LocalDate | null, Law>()
  laws.set(record, own)
  const law = own.get(known) ?? openLaw(record, known)
  own.set(known, law)
  return law
}

function beside(world: Ledger): WholeRecord {
  return { ...world, sources: [], events: [], claims: [], indicators: [] }
}
