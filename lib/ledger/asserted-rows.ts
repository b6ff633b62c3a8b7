import type { Bearing } from './claim'
import type { ClaimReading } from './claim-reading'
import { gathered } from './gathered'
import type { LocalDate } from './interval'
import type { Question } from './question'
import type { Country } from './record'
import type { Status } from './status'
import type { Assertion } from './testimony'
import type { AssertedCell, Weighing } from './weighing'
import { bearingOn, inLaw } from './weighing'

/** What a cell is on one of the two days, and whether it bears out what is asserted; not where it does not count. */
export type AssertedStatus = { readonly status: Status; readonly bearing: Bearing; readonly counted: boolean }

/** Asserted cells of one material and form that read alike: they differ in destinations that the law does not tell apart. */
export type AssertedRow = {
  readonly assertion: Assertion
  readonly material: string
  readonly form: string
  readonly question: Question
  /** Every destination of the row; `null` alone is any destination. */
  readonly destinations: readonly (Country | null)[]
  /** By what was known when it was said; `null` before the record begins or before its period is over. */
  readonly whenSaid: AssertedStatus | null
  readonly onDay: AssertedStatus
}

/**
 * Every cell that a claim speaks of, on the day it was said and on the day asked.
 *
 * @param weighing of everything recorded, and `counting` what counts for the question.
 */
export function assertedRows(
  weighing: Weighing,
  counting: Weighing,
  { claim, said, whenSaid }: ClaimReading,
  on: LocalDate,
): readonly AssertedRow[] {
  const then = weighing.asKnownOn(said)
  const [countedThen, countedNow] = [namesOf(then.cellsOf(claim)), namesOf(counting.cellsOf(claim))]
  const onlyThen = then.cellsOf(claim).filter((cell) => !countedNow.has(nameOf(cell)))
  const rows = [...counting.cellsOf(claim), ...onlyThen.map((cell) => inLaw(counting, cell))].map((cell) => ({
    assertion: cell.assertion,
    material: cell.material,
    form: cell.form,
    question: { ...cell.question, on, known: counting.law.known },
    destinations: [cell.question.to],
    whenSaid: whenSaid === null ? null : statusOf(inLaw(then, cell), said, countedThen),
    onDay: statusOf(cell, on, countedNow),
  }))
  const place = new Map(claim.asserts.map((assertion, at) => [assertion, at]))
  return gathered(rows, (row) =>
    JSON.stringify([place.get(row.assertion), row.material, row.form, row.whenSaid, row.onDay]),
  ).map((own) => ({ ...own[0], destinations: own.flatMap(({ destinations }) => destinations) }))
}

/** An assertion is looked at on the day, or on its own last day where that is earlier; before its first day nothing agrees. */
function statusOf(cell: AssertedCell, on: LocalDate, counted: ReadonlySet<string>): AssertedStatus {
  const { to } = cell.assertion
  const day = to !== null && to < on ? to : on
  return { status: cell.cell.statusOn(day), bearing: bearingOn(cell, on), counted: counted.has(nameOf(cell)) }
}

function namesOf(cells: readonly AssertedCell[]): ReadonlySet<string> {
  return new Set(cells.map(nameOf))
}

function nameOf({ assertion, material, form, question }: AssertedCell): string {
  return `${JSON.stringify(assertion)} ${material} ${form} ${question.to ?? ''}`
}
