import { fc, test } from '@fast-check/vitest'
import { describe, expect, vi } from 'vitest'
import { readClaim } from '@/lib/ledger/claim-reading'
import { type LocalDate, nextDay, previousDay } from '@/lib/ledger/interval'
import { openLaw } from '@/lib/ledger/law'
import { plainQuestion } from '@/lib/ledger/question'
import type { Ledger } from '@/lib/ledger/record'
import { opennessOf, type Status } from '@/lib/ledger/status'
import type { Assertion, Claim } from '@/lib/ledger/testimony'
import { weigh } from '@/lib/ledger/weighing'
import { day } from '@/tests/support/builders'
import { openOracle } from './oracle'
import { aWorld } from './worlds'

// Many worlds, on machines that do other things meanwhile.
vi.setConfig({ testTimeout: 120_000 })

const LATEST = 30

const anAssertion: fc.Arbitrary<Assertion> = fc
  .record({
    materials: fc.constantFrom(['Dy'], ['Ho'], ['Dy', 'Ho']),
    forms: fc.constantFrom(['metal'], ['metal', 'oxide']),
    destinations: fc.constantFrom<Assertion['destinations']>('all', ['US'], ['US', 'JP']),
    endUse: fc.constantFrom<Assertion['endUse']>('any', 'military'),
    route: fc.constantFrom<Assertion['route']>('export', 're-export'),
    status: fc.constantFrom<Assertion['status']>('open', 'licence', 'suspended', 'prohibited'),
    from: fc.option(fc.nat({ max: 12 }), { nil: null }),
    length: fc.option(fc.nat({ max: 8 }), { nil: null }),
  })
  .map(({ from, length, ...rest }) => ({
    ...rest,
    from: from === null ? null : day(from),
    to: length === null ? null : day((from ?? 0) + length),
  }))

const aClaim: fc.Arbitrary<Claim> = fc
  .record({ said: fc.integer({ min: 0, max: 12 }), asserts: fc.array(anAssertion, { minLength: 1, maxLength: 2 }) })
  .map(({ said, asserts }) => ({
    key: 'claim',
    saidOn: day(said),
    precision: 'day' as const,
    speaker: { name: 'Somebody', role: '', outlet: '', type: '' },
    statement: '',
    quote: null,
    asserts,
    assessment: { verdict: 'partly' as const, reason: '', assessedOn: day(20), sources: [] },
    tags: [],
    sources: [],
  }))

/** A status by hand, from the law as somebody knew it on a day. */
function byHand(world: Ledger, known: LocalDate, cell: Cell, on: LocalDate): Status {
  const { assertion, to, material, form } = cell
  const use = assertion.endUse === 'military' ? ('military' as const) : ('civil' as const)
  const question = { ...plainQuestion(on), known, to, use, route: assertion.route }
  return openOracle(world, known).answer(question, material, form).status
}

type Cell = {
  readonly assertion: Assertion
  readonly material: string
  readonly form: string
  readonly to: string | null
}

function cellsOf(world: Ledger, { asserts }: Claim): readonly Cell[] {
  return asserts.flatMap((assertion) =>
    world.materials
      .filter(({ key }) => assertion.materials.includes(key))
      .flatMap(({ key: material, forms }) =>
        forms
          .filter((form) => assertion.forms.includes(form))
          .flatMap((form) =>
            (assertion.destinations === 'all' ? [null] : assertion.destinations).map((to) => ({
              assertion,
              material,
              form,
              to,
            })),
          ),
      ),
  )
}

function isAsSaid({ status }: Assertion, given: Status): boolean {
  const openness = opennessOf(given)
  if (status === 'open') return openness === 'open' || openness === 'open for now'
  if (status === 'suspended') return given === 'paused'
  return status === 'licence' ? given === 'licence' : openness === 'closed'
}

/** Walks day by day: whether the file of a day bears out a cell, to the day of its last word, or on some day ever. */
function isBorneOut(world: Ledger, known: LocalDate, cell: Cell, said: LocalDate): boolean {
  const { from, to } = cell.assertion
  const agrees = (on: LocalDate) => isAsSaid(cell.assertion, byHand(world, known, cell, on))
  const first = from !== null && from > said ? from : said
  if (to !== null) return agrees(to)
  for (let on = first; on <= day(LATEST); on = nextDay(on)) if (agrees(on)) return true
  return false
}

describe('a claim and the law by hand', () => {
  test.prop([aWorld, aClaim, fc.nat({ max: 12 })], { numRuns: 200 })(
    'count the same gap, and the same cells',
    (world, claim, waited) => {
      const weighing = weigh(openLaw(world, null))
      const said = claim.saidOn as LocalDate
      let on = said
      for (let count = 0; count < waited; count += 1) on = nextDay(on)
      if (said < weighing.law.coversFrom) return
      const reading = readClaim(weighing, claim, { on, known: null })
      const cells = cellsOf(world, claim)
      if (cells.length === 0) return

      const agreesThen = cells.filter((cell) => agreesByHand(world, said, cell, said))
      expect(reading.whenSaid).toMatchObject({ cells: cells.length, agreeing: agreesThen.length })

      const gap = reading.gap
      const borne = cells.filter((cell) => isBorneOut(world, on, cell, said))
      const already = borne.filter((cell) => isBorneOut(world, previousDay(said), cell, said))
      const steps: { on: LocalDate; days: number; cells: number }[] = []
      for (let [known, days] = [said, 0]; known <= on; known = nextDay(known), days += 1) {
        const earlier = steps.reduce((sum, step) => sum + step.cells, 0)
        const count = borne.filter((cell) => !already.includes(cell) && someDay(world, said, known, cell)).length
        if (count > earlier) steps.push({ on: known, days, cells: count - earlier })
      }
      expect(gap).toMatchObject({
        waited,
        cells: cells.length,
        already: already.length,
        outstanding: cells.length - borne.length,
      })
      expect(gap?.steps.map((step) => ({ on: step.on, days: step.days, cells: step.cells }))).toEqual(steps)
    },
  )
})

/** Whether some file from the day it was said through a day bore a cell out. */
function someDay(world: Ledger, said: LocalDate, through: LocalDate, cell: Cell): boolean {
  for (let known = said; known <= through; known = nextDay(known)) {
    if (isBorneOut(world, known, cell, said)) return true
  }
  return false
}

function agreesByHand(world: Ledger, known: LocalDate, cell: Cell, on: LocalDate): boolean {
  const { from, to } = cell.assertion
  if (from !== null && on < from) return false
  return isAsSaid(cell.assertion, byHand(world, known, cell, to !== null && to < on ? to : on))
}
