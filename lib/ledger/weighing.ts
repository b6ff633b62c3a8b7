import { agrees, meansMaterial } from './claim'
import type { LocalDate } from './interval'
import { earlier } from './interval'
import type { Law } from './law'
import { openLaw } from './law'
import { once } from './once'
import { saidBy } from './period'
import type { Question } from './question'
import { plainQuestion } from './question'
import type { Country, Material, Provision } from './record'
import { resolveCell } from './resolve'
import { listedForms } from './rollup'
import type { Status } from './status'
import type { Assertion, Claim } from './testimony'
import { cellTimeline } from './timeline'

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
  /** Every cell that a claim speaks of. */
  readonly cellsOf: (claim: Claim) => readonly AssertedCell[]
  /** Whether every cell agreed on the day by which a claim had been made, by what was known then. */
  readonly wasRight: (claim: Claim) => boolean
}

/** Opens a law for weighing many claims. */
export function weigh(law: Law): Weighing {
  const cells = new Map<string, WeighedCell>()
  const places = placesOf(law)
  const weighing: Weighing = {
    law,
    cellsOf: once((claim) => claim.asserts.flatMap((assertion) => cellsOf(law, weighing, assertion))),
    wasRight: once((claim) => wasRight(weighing, claim)),
    cellOf: (question, material, form) => {
      const name = [places(question.to), question.use, question.route, material, form].join(' ')
      const found = cells.get(name) ?? weighedCell(law, question, material, form)
      cells.set(name, found)
      return found
    },
    asKnownOn: once((day) => weigh(openLaw(law.ledger, day))),
  }
  return weighing
}

function weighedCell(law: Law, question: Question, material: string, form: string): WeighedCell {
  let starts: readonly LocalDate[] | null = null
  return {
    statusOn: once((on) => resolveCell(law, { ...question, on }, material, form).status),
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
  return once((to) => (to === null ? 'any' : specs.map((spec) => (isAmong(spec, to) ? 1 : 0)).join('')))
}

function isAmong({ only, except }: Provision['destinations'], to: Country): boolean {
  return (only === null || only.includes(to)) && !except.includes(to)
}

/** One cell that an assertion speaks of, under one question. */
export type AssertedCell = { readonly assertion: Assertion; readonly material: string; readonly cell: WeighedCell }

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

/** Whether a cell bears out what is asserted of it: on the day asked, or on the assertion's last day where that is earlier. */
export function agreesOn({ assertion: { status, from, to }, cell }: AssertedCell, on: LocalDate): boolean {
  if (from !== null && on < from) return false
  return agrees(status, cell.statusOn(to === null ? on : earlier(on, to)))
}

function wasRight(weighing: Weighing, claim: Claim): boolean {
  const said = saidBy(claim)
  if (said < weighing.law.coversFrom) return false
  const then = weighing.law.known !== null && weighing.law.known <= said ? weighing : weighing.asKnownOn(said)
  const cells = then.cellsOf(claim)
  return cells.length > 0 && cells.every((cell) => agreesOn(cell, said))
}
