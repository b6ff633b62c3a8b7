import { fc, test } from '@fast-check/vitest'
import { describe, expect, vi } from 'vitest'
import { type Impact, impactOf } from '@/lib/ledger/impact'
import type { Flip, ProofChange } from '@/lib/ledger/impact/cell'
import { type LocalDate, later } from '@/lib/ledger/interval'
import { type Law, openLaw } from '@/lib/ledger/law'
import type { Question } from '@/lib/ledger/question'
import type { Ledger } from '@/lib/ledger/record'
import { resolveCell } from '@/lib/ledger/resolve'
import type { WholeRecord } from '@/lib/ledger/testimony'
import { answered } from '@/lib/ledger/timeline'
import { type Edited, edited } from './edits'
import { ALL_DAYS, type Asked, aQuestion, aWorld, CELLS } from './worlds'

vi.setConfig({ testTimeout: 120_000 })

const RUNS = { numRuns: 120 }

function whole(ledger: Ledger): WholeRecord {
  return { ...ledger, sources: [], events: [], claims: [], indicators: [] }
}

function impact({ before, after }: Edited): Impact {
  return impactOf(whole(before), whole(after))
}

type Opened = { readonly before: Law; readonly after: Law; readonly days: readonly LocalDate[] }

function opened({ before, after }: Edited): Opened {
  const laws = { before: openLaw(before, null), after: openLaw(after, null) }
  const first = later(laws.before.coversFrom, laws.after.coversFrom)
  return { ...laws, days: ALL_DAYS.filter((on) => on >= first) }
}

/** `01-05 licence → paused`, day by day, as two exports would differ. */
function differencesByHand({ before, after, days }: Opened, asked: Asked, [material, form]: readonly [string, string]) {
  return days.flatMap((on) => {
    const question: Question = { ...asked, on, known: null }
    const [a, b] = [resolveCell(before, question, material, form), resolveCell(after, question, material, form)]
    return a.status === b.status ? [] : [`${on} ${a.status} → ${b.status}`]
  })
}

/** The same as the flips of one cell tell it, by lens. */
function toldByLens({ days }: Opened, flips: readonly Flip[], [material, form]: readonly [string, string]) {
  const own = flips.filter((flip) => flip.material === material && flip.form === form)
  const lenses = new Map(own.map(({ lens }) => [JSON.stringify(lens), lens]))
  return [...lenses].map(([name, lens]) => {
    const told = own.filter((flip) => JSON.stringify(flip.lens) === name)
    const lines = days.flatMap((on) =>
      told
        .filter(({ from, to }) => from <= on && (to === null || on < to))
        .map((flip) => `${on} ${flip.before.status} → ${flip.after.status}`),
    )
    return { lens, lines }
  })
}

describe('the consequences of an edit', () => {
  test.prop({ edited }, RUNS)(
    'tell of each lens exactly the days and statuses in which two exports would differ',
    ({ edited }) => {
      const laws = opened(edited)
      const { flips } = impact(edited)
      for (const cell of CELLS) {
        for (const { lens, lines } of toldByLens(laws, flips, cell)) {
          const { alike: _, ...asked } = lens
          expect(lines).toEqual(differencesByHand(laws, { ...asked, known: null }, cell))
        }
      }
    },
  )

  test.prop({ edited, asked: fc.array(aQuestion, { minLength: 8, maxLength: 8 }) }, RUNS)(
    'tell, through some lens, all that any question would find changed',
    ({ edited, asked }) => {
      const laws = opened(edited)
      const { flips } = impact(edited)
      for (const question of asked) {
        for (const cell of CELLS) {
          const byHand = differencesByHand(laws, question, cell)
          if (byHand.length === 0) continue
          expect(toldByLens(laws, flips, cell).map(({ lines }) => lines)).toContainEqual(byHand)
        }
      }
    },
  )

  test.prop({ edited, asked: fc.array(aQuestion, { minLength: 8, maxLength: 8 }) }, RUNS)(
    'tell of a changed proof wherever an answer keeps its status and says something else',
    ({ edited, asked }) => {
      const { before, after, days } = opened(edited)
      const { proofs } = impact(edited)
      for (const question of asked) {
        for (const [material, form] of CELLS) {
          for (const on of days) {
            const [a, b] = [before, after].map((law) =>
              resolveCell(law, { ...question, on, known: null }, material, form),
            )
            if (a === undefined || b === undefined || a.status !== b.status) continue
            if (JSON.stringify(answered(a)) === JSON.stringify(answered(b))) continue
            expect(proofs.filter((proof) => covers(proof, material, form, on))).not.toEqual([])
          }
        }
      }
    },
  )

  test.prop({ edited }, RUNS)('name a cause for all that they tell', ({ edited }) => {
    const { flips, proofs, firstDay } = impact(edited)
    expect([...flips, ...proofs].filter(({ because }) => because.length === 0)).toEqual([])
    expect(firstDay).toBe(flips.map(({ from }) => from).toSorted()[0] ?? null)
  })

  test.prop({ world: aWorld }, RUNS)('are none where nothing is edited', ({ world }) => {
    expect(impactOf(whole(world), whole(structuredClone({ ...world })))).toEqual({
      flips: [],
      proofs: [],
      claims: [],
      unweighed: [],
      stoodFor: 0,
      looks: [],
      firstDay: null,
    })
  })
})

function covers(proof: ProofChange, material: string, form: string, on: LocalDate): boolean {
  return proof.material === material && proof.form === form && proof.from <= on && (proof.to === null || on < proof.to)
}
