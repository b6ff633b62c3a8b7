import { test } from '@fast-check/vitest'
import { describe, expect, vi } from 'vitest'
import { openLaw } from '@/lib/ledger/law'
import { resolveMatrix } from '@/lib/ledger/matrix'
import type { Ledger, Material } from '@/lib/ledger/record'
import type { Rollup } from '@/lib/ledger/rollup'
import { STATUSES } from '@/lib/ledger/status'
import { stripOf } from '@/lib/ledger/strip'
import { asking, day } from '@/tests/support/builders'
import { theRecord } from '@/tests/support/record'
import { openOracle } from './oracle'
import { ALL_DAYS, type Asked, aQuestion, aWorld } from './worlds'

vi.setConfig({ testTimeout: 120_000 })

describe('a roll-up', () => {
  test.prop([aWorld, aQuestion], { numRuns: 200 })(
    'counts the listed forms as they are counted by hand',
    (world, asked) => {
      const law = openLaw(world, asked.known)
      for (const on of ALL_DAYS.filter((one, number) => one >= law.coversFrom && number % 3 === 0)) {
        const matrix = resolveMatrix(law, { ...asked, on }, 'all')
        expect(matrix.rows.map((row) => row.material.key).toSorted()).toEqual(['Dy', 'Ho'])
        for (const { material, cells, rollup } of matrix.rows) {
          const byHand = rollupByHand(world, { ...asked, on }, material)
          expect(cells.map((cell) => cell.answer.form).toSorted()).toEqual(material.forms.toSorted())
          expect({ on, ...rollup, listed: rollup.listed.toSorted() }).toMatchObject({ on, ...byHand })
        }
      }
    },
  )

  test.prop([aWorld, aQuestion], { numRuns: 100 })('never picks a word silently', (world, asked) => {
    const matrix = resolveMatrix(openLaw(world, asked.known), { ...asked, on: day(8) }, 'all')
    for (const { rollup, cells, regimes } of matrix.rows) {
      for (const one of [rollup, ...regimes.flatMap((regime) => regime.rollup ?? [])]) expectHonest(one)
      const counted = cells.filter((cell) => rollup.listed.includes(cell.answer.form))
      expect(rollup.total).toBe(counted.length)
    }
  })

  test.prop([aWorld, aQuestion], { numRuns: 100 })('through time is the roll-up of every day', (world, asked) => {
    const law = openLaw(world, asked.known)
    for (const material of world.materials) {
      const strip = stripOf(law, { ...asked, on: law.coversFrom }, material)
      expect([strip[0]?.from, strip.at(-1)?.to]).toEqual([law.coversFrom, null])
      for (const on of ALL_DAYS.filter((one) => one >= law.coversFrom)) {
        const spans = strip.filter(({ from, to }) => from <= on && (to === null || on < to))
        expect(spans).toHaveLength(1)
        expect({ on, ...spans[0]?.rollup }).toMatchObject({
          on,
          ...rollupByHand(world, { ...asked, on }, material, false),
        })
      }
    }
  })
})

describe('the roll-ups of the real record on 22 November 2026', () => {
  const law = openLaw(theRecord(), null)
  const matrix = resolveMatrix(law, asking('2026-11-22'), 'rare-earths')
  const ofRegime = (material: string, regime: string) =>
    matrix.rows.find((row) => row.material.key === material)?.regimes.find((cell) => cell.regime === regime)?.rollup

  test('say what each regime alone does: the April list binds dysprosium, the October package is unclear for holmium', () => {
    expect(ofRegime('Dy', 'april-4')).toMatchObject({ status: 'licence', total: 7 })
    expect(ofRegime('Ho', 'october-9')).toMatchObject({ status: 'pause-ended' })
  })

  test('are silent where a regime says nothing: nothing of April reaches holmium, nothing at all reaches neodymium', () => {
    expect(ofRegime('Ho', 'april-4')).toBeNull()
    const neodymium = matrix.rows.find((row) => row.material.key === 'Nd')
    expect(neodymium?.regimes.filter((cell) => cell.rollup !== null)).toEqual([])
    expect(neodymium?.rollup).toMatchObject({
      status: 'not-controlled',
      listed: neodymium?.material.forms,
      notListed: [],
    })
  })

  test('tell forms apart where they differ: a military re-export of dysprosium to Japan', () => {
    const asked = asking('2025-10-20', { route: 're-export' })
    const row = resolveMatrix(law, asked, 'rare-earths').rows.find((one) => one.material.key === 'Dy')
    expect(row?.rollup).toMatchObject({ status: 'licence', notListed: ['compound', 'mixture'] })
  })
})

function rollupByHand(
  world: Ledger,
  question: Asked & { on: ReturnType<typeof day> },
  material: Material,
  forms = true,
) {
  const oracle = openOracle(world, question.known)
  const counts = (key: string) => {
    const instrument = world.instruments.find((one) => one.key === key)
    return instrument?.binding === 'law' && (question.known === null || instrument.issuedOn <= question.known)
  }
  const named = material.forms.filter((form) =>
    world.provisions.some(
      (one) =>
        (one.effect === 'licence' || one.effect === 'prohibit') &&
        counts(one.instrument) &&
        one.route === question.route &&
        one.materials.includes(material.key) &&
        (one.forms.includes(form) || one.forms.includes('any')),
    ),
  )
  const listed = named.length > 0 ? named : material.forms
  const statuses = listed.map((form) => oracle.answer(question, material.key, form).status)
  return {
    ...(forms ? { listed: listed.toSorted(), notListed: material.forms.filter((form) => !listed.includes(form)) } : {}),
    status: new Set(statuses).size === 1 ? statuses[0] : 'mixed',
    total: listed.length,
    counts: STATUSES.toReversed()
      .map((status) => ({ status, count: statuses.filter((one) => one === status).length }))
      .filter(({ count }) => count > 0),
  }
}

function expectHonest({ status, counts, total }: Rollup): void {
  expect(counts.reduce((sum, { count }) => sum + count, 0)).toBe(total)
  expect(counts.every(({ count }) => count > 0)).toBe(true)
  expect(status).toBe(counts.length === 1 ? counts[0]?.status : 'mixed')
}
