import { fc, test } from '@fast-check/vitest'
import { expect, vi } from 'vitest'
import { cellsOf } from '@/lib/ledger/compare/cells'
import { compareWorlds } from '@/lib/ledger/compare/compare'
import type { World } from '@/lib/ledger/compare/seen'
import { CAUSES, causeOf, type Recorded, type Step } from '@/lib/ledger/compare/steps'
import type { LocalDate } from '@/lib/ledger/interval'
import { openLaw } from '@/lib/ledger/law'
import type { Question } from '@/lib/ledger/question'
import type { Ledger } from '@/lib/ledger/record'
import type { RevisionKind } from '@/lib/ledger/revision'
import { openOracle } from '../oracle'
import { ALL_DAYS, adding, aFurtherRule, aQuestion, aWorld, CELLS, without } from '../worlds'

vi.setConfig({ testTimeout: 60_000 })

const KINDS = ['law', 'correction', 'addition', 'verification', 'wording'] as const satisfies readonly RevisionKind[]

/** A ledger and what a few revisions made of it. */
const aRecord = aWorld.chain((first) =>
  fc
    .array(
      fc.record({
        kind: fc.constantFrom(...KINDS),
        rule: fc.option(aFurtherRule(first), { nil: null }),
        gone: fc.nat({ max: 40 }),
      }),
      { maxLength: 3 },
    )
    .map((edits) => {
      const states: { readonly kind: RevisionKind; readonly ledger: Ledger }[] = [{ kind: 'law', ledger: first }]
      for (const [at, { kind, rule, gone }] of edits.entries()) {
        const ledger = states.at(-1)?.ledger ?? first
        const one = ledger.provisions[gone % ledger.provisions.length]?.key ?? ''
        const next = rule === null ? without(ledger, one) : adding(ledger, [{ ...rule, key: `rule-${at}` }])
        states.push({ kind, ledger: next })
      }
      return states
    }),
)

const aDay = fc.constantFrom(...ALL_DAYS.slice(6))
const asked = fc.record({ question: aQuestion, on: aDay, at: fc.nat({ max: 9 }) })

type Side = { readonly question: Question; readonly at: number }

const sided = fc.record({ states: aRecord, a: asked, b: asked }).map(({ states, a, b }) => {
  const side = ({ question, on, at }: typeof a): Side => ({ question: { ...question, on }, at: at % states.length })
  return { states, a: side(a), b: side(b) }
})

type Drawn = typeof sided extends fc.Arbitrary<infer Value> ? Value : never

function worldOf({ states }: Drawn, { at, question }: Side): World {
  const ledger = states[at]?.ledger
  if (ledger === undefined) throw new Error('no such state')
  return { law: openLaw(ledger, question.known), question }
}

function between({ states }: Drawn, a: Side, b: Side): readonly Recorded[] {
  const steps: Recorded[] = []
  for (let at = a.at; at < b.at; at += 1) {
    const next = states[at + 1]
    if (next) steps.push({ number: at + 1, kind: next.kind, undone: false, ledger: next.ledger })
  }
  for (let at = a.at; at > b.at; at -= 1) {
    const [undone, left] = [states[at], states[at - 1]]
    if (undone && left) steps.push({ number: at, kind: undone.kind, undone: true, ledger: left.ledger })
  }
  return steps
}

function compared(drawn: Drawn, a: Side, b: Side) {
  const [first, second] = [worldOf(drawn, a), worldOf(drawn, b)]
  const cells = cellsOf([first.law, second.law], 'all')
  return compareWorlds({ a: first, b: second, between: between(drawn, a, b), cells })
}

/** What a reader sees of a cell, worked out by hand, day after day. */
function byHand(ledger: Ledger, question: Question, material: string, form: string): string {
  const oracle = openOracle(ledger, question.known)
  if (!ledger.materials.find(({ key }) => key === material)?.forms.includes(form)) return 'none'
  if (question.on < oracle.coversFrom) return 'none'
  const answer = (on: LocalDate) => oracle.answer({ ...question, on }, material, form)
  const { status, resumes, floor, beforeEffect, coverage } = answer(question.on)
  const next = ALL_DAYS.find((on) => on > question.on && answer(on).status !== status)
  return JSON.stringify([status, resumes, floor, beforeEffect, coverage, next, next && answer(next).status])
}

const nameOf = (step: Step) => (step.of === 'revision' ? `revision ${step.number}` : step.of)

/** The worlds on the way, each with the step that led to it: nothing is left out, and every cell is asked in each. */
function wayByHand({ states }: Drawn, a: Side, b: Side) {
  const way: { step: Step; at: number; question: Question }[] = []
  let { at, question } = a
  while (at !== b.at) {
    const undone = at > b.at
    const number = undone ? at : at + 1
    at += undone ? -1 : 1
    way.push({ step: { of: 'revision', number, undone, kind: states[number]?.kind ?? 'law' }, at, question })
  }
  for (const of of ['known', 'on', 'from', 'to', 'use', 'party', 'route'] as const) {
    question = { ...question, [of]: b.question[of] }
    way.push({ step: { of }, at, question })
  }
  return way
}

/** `Dy/metal law by on, also revision 1`, for each cell that differs. */
function differencesByHand(drawn: Drawn, a: Side, b: Side): readonly string[] {
  const seen = (side: Side, cell: readonly [string, string]) =>
    byHand(drawn.states[side.at]?.ledger as Ledger, side.question, ...cell)
  return CELLS.flatMap((cell) => {
    const [first, last] = [seen(a, cell), seen(b, cell)]
    if (first === last) return []
    let was = first
    const moves = wayByHand(drawn, a, b).flatMap((side) => {
      const is = seen(side, cell)
      const moved = is === was ? [] : [{ step: side.step, status: statusOf(is) !== statusOf(was) }]
      was = is
      return moved
    })
    const deciding = statusOf(first) === statusOf(last) ? moves.at(-1) : moves.findLast(({ status }) => status)
    if (deciding === undefined) throw new Error('nothing moved it')
    const others = moves.filter((move) => move !== deciding).map(({ step }) => nameOf(step))
    return [`${cell.join('/')} ${causeOf(deciding.step)} by ${nameOf(deciding.step)}, also ${others.join()}`]
  })
}

/** The status of what `byHand` told, and whether it never applied. */
const statusOf = (told: string) =>
  told === 'none' ? told : (JSON.parse(told) as readonly unknown[]).filter((_, at) => at === 0 || at === 3).join()

test.prop([sided], { numRuns: 40 })('each cell that differs has the cause that walking by hand finds', (drawn) => {
  const { differences, causes } = compared(drawn, drawn.a, drawn.b)
  const told = differences.map(
    ({ material, form, cause, step, others }) =>
      `${material}/${form} ${cause} by ${nameOf(step)}, also ${others.map(nameOf).join()}`,
  )
  expect(told.toSorted()).toEqual(differencesByHand(drawn, drawn.a, drawn.b).toSorted())
  expect(CAUSES.reduce((sum, cause) => sum + causes[cause], 0)).toBe(differences.length)
})

test.prop([sided], { numRuns: 20 })('the way back tells the same cells, and no way tells none', (drawn) => {
  const cellsIn = (a: Side, b: Side) =>
    compared(drawn, a, b)
      .differences.map(({ material, form }) => `${material}/${form}`)
      .toSorted()
  expect(cellsIn(drawn.b, drawn.a)).toEqual(cellsIn(drawn.a, drawn.b))
  expect(cellsIn(drawn.a, drawn.a)).toEqual([])
})
