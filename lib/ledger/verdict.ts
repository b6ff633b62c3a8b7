import { agrees, meansMaterial } from './claim'
import type { LocalDate } from './interval'
import { contains, earlier } from './interval'
import type { Law } from './law'
import { openLaw } from './law'
import { saidBy } from './period'
import type { Question } from './question'
import { plainQuestion } from './question'
import type { Material } from './record'
import { listedForms } from './rollup'
import type { Assertion, Claim } from './testimony'
import type { Span } from './timeline'
import { cellTimeline } from './timeline'

/**
 * What the record makes of a claim on a day. `supported`: every asserted cell agrees; `contradicted`: none does;
 * `not-yet`: none does, and all will on a later day; `overtaken`: not all do, and all did when it was said, by what was
 * known then; `untestable`: nothing that it says can be looked up.
 */
export type VerdictWord = 'supported' | 'partly' | 'contradicted' | 'not-yet' | 'overtaken' | 'untestable'

export type Verdict = {
  readonly word: VerdictWord
  /** How many cells it speaks of, and how many of them agree with it. */
  readonly cells: number
  readonly agreeing: number
  /** Materials by key: all of whose cells agree, none of whose cells does, and the rest. */
  readonly supporting: readonly string[]
  readonly contradicting: readonly string[]
  readonly mixed: readonly string[]
}

/** A law whose timelines are worked out once for many claims. */
export type Weighing = {
  readonly law: Law
  readonly timelineOf: (question: Question, material: string, form: string) => readonly Span[]
  /** The same ledger as it was known on a day. */
  readonly asKnownOn: (day: LocalDate) => Weighing
}

/**
 * The verdict on a claim on a day, by the law as it was opened.
 *
 * `open` is borne out by what is open or open for now, `suspended` by what is paused. An assertion is judged on the day
 * asked, or on its own last day where that is earlier; before its first day it is not borne out yet. Where it means all
 * forms, the listed forms of each material count (R11).
 *
 * @param on a Beijing day, not before the record begins.
 */
export function verdictOf(law: Law, claim: Claim, on: LocalDate, weighing: Weighing = weigh(law)): Verdict {
  const cells = claim.asserts.flatMap((assertion) => cellsOf(law, weighing, assertion))
  const agreeing = cells.filter((cell) => agreesOn(cell, on))
  return { word: wordFor(weighing, claim, cells, agreeing.length, on), ...counted(cells, agreeing) }
}

/** Opens a law for weighing many claims. */
export function weigh(law: Law): Weighing {
  const timelines = new Map<string, readonly Span[]>()
  const known = new Map<LocalDate, Weighing>()
  return {
    law,
    timelineOf: (question, material, form) => {
      const name = [question.to, question.use, question.route, material, form].join(' ')
      const found = timelines.get(name) ?? cellTimeline(law, question, material, form)
      timelines.set(name, found)
      return found
    },
    asKnownOn: (day) => {
      const found = known.get(day) ?? weigh(openLaw(law.ledger, day))
      known.set(day, found)
      return found
    },
  }
}

/** One cell that an assertion speaks of, under one question. */
type AssertedCell = { readonly assertion: Assertion; readonly material: string; readonly timeline: readonly Span[] }

function cellsOf(law: Law, weighing: Weighing, assertion: Assertion): readonly AssertedCell[] {
  const { destinations, endUse, route } = assertion
  const asked = { ...plainQuestion(law.coversFrom), known: law.known, route, use: usedAs(endUse) }
  const questions: readonly Question[] = destinations === 'all' ? [asked] : destinations.map((to) => ({ ...asked, to }))
  const materials = [...law.materials.values()].filter(({ key }) => meansMaterial(law, assertion.materials, key))
  return materials.flatMap((material) =>
    formsMeant(law, assertion, material).flatMap((form) =>
      questions.map((question) => ({
        assertion,
        material: material.key,
        timeline: weighing.timelineOf(question, material.key, form),
      })),
    ),
  )
}

function usedAs(endUse: Assertion['endUse']): Question['use'] {
  return endUse === 'military' ? 'military' : 'civil'
}

function formsMeant(law: Law, { forms, route }: Assertion, material: Material): readonly string[] {
  return forms === 'all' ? listedForms(law, material.key, route) : material.forms.filter((form) => forms.includes(form))
}

function agreesOn({ assertion: { status, from, to }, timeline }: AssertedCell, on: LocalDate): boolean {
  if (from !== null && on < from) return false
  const day = to === null ? on : earlier(on, to)
  const span = timeline.find((candidate) => contains(candidate, day))
  return span !== undefined && agrees(status, span.status)
}

function wordFor(
  weighing: Weighing,
  claim: Claim,
  cells: readonly AssertedCell[],
  agreeing: number,
  on: LocalDate,
): VerdictWord {
  if (cells.length === 0) return 'untestable'
  if (agreeing === cells.length) return 'supported'
  if (wasRight(weighing, claim, on)) return 'overtaken'
  if (agreeing > 0) return 'partly'
  return willBeRight(cells, on) ? 'not-yet' : 'contradicted'
}

/** Whether every cell agreed on the day by which it had been said, by what was known then. */
function wasRight(weighing: Weighing, claim: Claim, on: LocalDate): boolean {
  const said = saidBy(claim)
  if (said > on || said < weighing.law.coversFrom) return false
  const then = weighing.law.known !== null && weighing.law.known <= said ? weighing : weighing.asKnownOn(said)
  const cells = claim.asserts.flatMap((assertion) => cellsOf(then.law, then, assertion))
  return cells.length > 0 && cells.every((cell) => agreesOn(cell, said))
}

/** Whether there is a later day on which every cell agrees: it can only be one on which some cell changes. */
function willBeRight(cells: readonly AssertedCell[], on: LocalDate): boolean {
  const starts = cells.flatMap(({ assertion: { from }, timeline }) => [
    ...timeline.map((span) => span.from),
    ...(from === null ? [] : [from]),
  ])
  return [...new Set(starts)].some((day) => day > on && cells.every((cell) => agreesOn(cell, day)))
}

function counted(cells: readonly AssertedCell[], agreeing: readonly AssertedCell[]): Omit<Verdict, 'word'> {
  const all = new Set(cells.map(({ material }) => material))
  const right = new Set(agreeing.map(({ material }) => material))
  const wrong = new Set(cells.filter((cell) => !agreeing.includes(cell)).map(({ material }) => material))
  return {
    cells: cells.length,
    agreeing: agreeing.length,
    supporting: [...all].filter((material) => !wrong.has(material)),
    contradicting: [...all].filter((material) => !right.has(material)),
    mixed: [...all].filter((material) => right.has(material) && wrong.has(material)),
  }
}
