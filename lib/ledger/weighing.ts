import type { Bearing, Outcome } from './claim'
import { bearingOf, meansMaterial } from './claim'
import type { LocalDate } from './interval'
import { contains, earlier } from './interval'
import type { Law } from './law'
import { openLaw } from './law'
import { once } from './once'
import { saidBy } from './period'
import type { Question } from './question'
import { plainQuestion } from './question'
import type { Country, Material, Provision } from './record'
import { cellOnDays } from './resolve'
import { listedForms } from './rollup'
import type { CellAnswer, Line, Status } from './status'
import type { Assertion, Claim } from './testimony'
import type { Span } from './timeline'
import { cellTimeline } from './timeline'
import type { Ways } from './ways'
import { canBeAsked, waysOf } from './ways'

/** One cell under one question: its status on a day, and the first days of all its statuses. */
export type WeighedCell = {
  readonly statusOn: (day: LocalDate) => Status
  /** The status with what it may be where that is unclear. */
  readonly outcomeOn: (day: LocalDate) => Outcome
  readonly starts: () => readonly LocalDate[]
  /** The instruments behind its status on a day: what decides it, and what suspends or exempts it. */
  readonly instrumentsOn: (day: LocalDate) => readonly string[]
  /** The answer on a day, with every line and how far its rules were looked at. */
  readonly answerOn: (day: LocalDate) => CellAnswer
}

/** A law whose timelines are worked out once for many claims. */
export type Weighing = {
  readonly law: Law
  /** A question about a cell on any day, worked out as far as it is asked. */
  readonly cellOf: (question: Question, material: string, form: string) => WeighedCell
  /** The same ledger as it was known on a day, and no later than this law is: days between two issues share one. */
  readonly asKnownOn: (day: LocalDate) => Weighing
  /** Every cell that a claim speaks of. */
  readonly cellsOf: (claim: Claim) => readonly AssertedCell[]
  /** Whether every cell agreed on the day by which a claim had been made, by what was known then. */
  readonly wasRight: (claim: Claim) => boolean
}

/** Opens a law for weighing many claims. */
export function weigh(law: Law): Weighing {
  const knownOn: (day: LocalDate) => Weighing = once((day) => weighed(openLaw(law.ledger, day), knownOn))
  return weighed(law, knownOn)
}

/** Laws of one ledger share what was opened: a day is known in one way whoever asks. */
function weighed(law: Law, knownOn: (day: LocalDate) => Weighing): Weighing {
  const cells = new Map<string, WeighedCell>()
  const places = placesOf(law)
  const ways = waysOf(law.ledger)
  const weighing: Weighing = {
    law,
    cellsOf: once((claim) => claim.asserts.flatMap((assertion) => cellsOf(weighing, ways, assertion))),
    wasRight: once((claim) => wasRight(weighing, claim)),
    cellOf: (question, material, form) => {
      const name = [places(question.to), question.use, question.route, material, form].join(' ')
      const found = cells.get(name) ?? weighedCell(law, question, material, form)
      cells.set(name, found)
      return found
    },
    asKnownOn: once((day) => {
      const last = lastIssue(law, day)
      return last === null ? weighing : knownOn(last)
    }),
  }
  return weighing
}

/** The last day up to one on which some instrument of a law was issued; `null` when none was issued since. */
function lastIssue({ instruments }: Law, day: LocalDate): LocalDate | null {
  const days = [...instruments.values()].map(({ issuedOn }) => issuedOn)
  if (days.every((issued) => issued <= day)) return null
  return (
    days.filter((issued) => issued <= day).reduce<LocalDate | null>((a, b) => (a === null || b > a ? b : a), null) ??
    day
  )
}

/** Days are worked out one by one until the timeline is: many pages ask one law of many days. */
function weighedCell(law: Law, question: Question, material: string, form: string): WeighedCell {
  let spans: readonly Span[] | null = null
  const answerOn = once(cellOnDays(law, question, material, form))
  const outcomeOn = (on: LocalDate): Outcome => spans?.find((span) => contains(span, on)) ?? answerOn(on)
  return {
    outcomeOn,
    statusOn: (on) => outcomeOn(on).status,
    starts: () => {
      spans ??= cellTimeline(law, question, material, form)
      return spans.map(({ from }) => from)
    },
    instrumentsOn: once((on) => instrumentsBehind(law, answerOn(on).lines)),
    answerOn,
  }
}

function instrumentsBehind(law: Law, lines: readonly Line[]): readonly string[] {
  const acts = (line: Line) => [...line.suspendedBy, ...line.exemptedBy, ...line.revivedFrom]
  const provisions = lines
    .filter(({ decisive }) => decisive)
    .flatMap((line) => [line.provision, ...acts(line).flatMap((key) => law.provisions.get(key) ?? [])])
  return [...new Set(provisions.map(({ instrument }) => instrument))].sort()
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

/** One cell that an assertion speaks of, under one question; the question's own day means nothing. */
export type AssertedCell = {
  readonly assertion: Assertion
  readonly question: Question
  readonly material: string
  readonly form: string
  readonly cell: WeighedCell
}

/** The same cell by another law: as known on another day. */
export function inLaw({ cellOf, law }: Weighing, asserted: AssertedCell): AssertedCell {
  const question = { ...asserted.question, known: law.known }
  return { ...asserted, question, cell: cellOf(question, asserted.material, asserted.form) }
}

/** Goods that the asked way of export cannot concern are no part of what is said of it (`ledger/ways`). */
function cellsOf(weighing: Weighing, ways: Ways, assertion: Assertion): readonly AssertedCell[] {
  const { law } = weighing
  const { destinations, endUse, route } = assertion
  const asked = { ...plainQuestion(law.coversFrom), known: law.known, route, use: usedAs(endUse) }
  const questions: readonly Question[] = destinations === 'all' ? [asked] : destinations.map((to) => ({ ...asked, to }))
  const materials = [...law.materials.values()].filter(
    (material) => meansMaterial(law, assertion.materials, material.key) && canBeAsked(ways, material, asked),
  )
  return materials.flatMap((material) =>
    formsMeant(law, assertion, material).flatMap((form) =>
      questions.map((question) => ({
        assertion,
        question,
        material: material.key,
        form,
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

/** Whether a cell bears out what is asserted of it: see `bearingOn`. */
export function agreesOn(asserted: AssertedCell, on: LocalDate): boolean {
  return bearingOn(asserted, on) === 'agrees'
}

/** What a cell makes of what is asserted: on the day asked, or on the assertion's last day where that is earlier. */
export function bearingOn({ assertion: { status, from, to }, cell }: AssertedCell, on: LocalDate): Bearing {
  if (from !== null && on < from) return 'disagrees'
  return bearingOf(status, cell.outcomeOn(to === null ? on : earlier(on, to)))
}

function wasRight(weighing: Weighing, claim: Claim): boolean {
  const said = saidBy(claim)
  if (said < weighing.law.coversFrom) return false
  const cells = weighing.asKnownOn(said).cellsOf(claim)
  return cells.length > 0 && cells.every((cell) => agreesOn(cell, said))
}
