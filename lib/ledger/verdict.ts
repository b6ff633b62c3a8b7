import { agrees, meansMaterial } from './claim'
import type { LocalDate } from './interval'
import { earlier } from './interval'
import type { Law } from './law'
import { openLaw } from './law'
import { saidBy } from './period'
import type { Question } from './question'
import { plainQuestion } from './question'
import type { Country, Material, Provision } from './record'
import { resolveCell } from './resolve'
import { listedForms } from './rollup'
import type { Status } from './status'
import type { Assertion, Claim } from './testimony'
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

/** One cell under one question: its status on a day, and the first days of all its statuses. */
export type WeighedCell = {
  readonly statusOn: (day: LocalDate) => Status
  readonly starts: () => readonly LocalDate[]
}

/** A law whose timelines are worked out once for many claims. */
export type Weighing = {
  readonly law: Law
  /** A question about a cell on any day, worked out as far as it is asked. */
  readonly cellOf: (question: Question, material: string, form: string) => WeighedCell
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
  const cells = new Map<string, WeighedCell>()
  const known = new Map<LocalDate, Weighing>()
  const places = placesOf(law)
  return {
    law,
    cellOf: (question, material, form) => {
      const name = [places(question.to), question.use, question.route, material, form].join(' ')
      const found = cells.get(name) ?? weighedCell(law, question, material, form)
      cells.set(name, found)
      return found
    },
    asKnownOn: (day) => {
      const found = known.get(day) ?? weigh(openLaw(law.ledger, day))
      known.set(day, found)
      return found
    },
  }
}

function weighedCell(law: Law, question: Question, material: string, form: string): WeighedCell {
  const statuses = new Map<LocalDate, Status>()
  let starts: readonly LocalDate[] | null = null
  return {
    statusOn: (on) => {
      const status = statuses.get(on) ?? resolveCell(law, { ...question, on }, material, form).status
      statuses.set(on, status)
      return status
    },
    starts: () => {
      starts ??= cellTimeline(law, question, material, form).map(({ from }) => from)
      return starts
    },
  }
}

/** One name for all destinations that no provision of a law tells apart: a claim about a union names its members. */
function placesOf({ provisions }: Law): (to: Country | null) => string {
  const specs = [...new Set([...provisions.values()].map(({ destinations }) => JSON.stringify(destinations)))].map(
    (text) => JSON.parse(text) as Provision['destinations'],
  )
  const names = new Map<Country | null, string>()
  return (to) => {
    const name = names.get(to) ?? (to === null ? 'any' : specs.map((spec) => (isAmong(spec, to) ? 1 : 0)).join(''))
    names.set(to, name)
    return name
  }
}

function isAmong({ only, except }: Provision['destinations'], to: Country): boolean {
  return (only === null || only.includes(to)) && !except.includes(to)
}

/** One cell that an assertion speaks of, under one question. */
type AssertedCell = { readonly assertion: Assertion; readonly material: string; readonly cell: WeighedCell }

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
        cell: weighing.cellOf(question, material.key, form),
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

function agreesOn({ assertion: { status, from, to }, cell }: AssertedCell, on: LocalDate): boolean {
  if (from !== null && on < from) return false
  return agrees(status, cell.statusOn(to === null ? on : earlier(on, to)))
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
  const starts = new Set(cells.flatMap(({ assertion: { from } }) => from ?? []))
  for (const { cell } of cells) for (const day of cell.starts()) starts.add(day)
  return [...starts].some((day) => day > on && cells.every((cell) => agreesOn(cell, day)))
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
