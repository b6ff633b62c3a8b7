import type { Candidates } from './concern'
import { ask, candidatesOf, linesOf } from './concern'
import type { Interval, LocalDate } from './interval'
import { contains, previousDay } from './interval'
import type { Law } from './law'
import type { Question } from './question'
import type { Provision } from './record'
import { answerOn, hasForm, resolveCell } from './resolve'
import { spansOf } from './span'
import type { CellAnswer, Status } from './status'

/** What a cell's status is made of, without the proof: two neighbouring spans never agree in all of it. */
export type Answered = Pick<CellAnswer, 'status' | 'resumes' | 'floor' | 'beforeEffect' | 'coverage' | 'namedLines'>

/** Days on which one cell has one answer. */
export type Span = Interval & Answered

/** The days around a status: its first and last day, both inclusive, and what comes next. */
export type Run = {
  readonly since: LocalDate
  readonly lastDay: LocalDate | null
  readonly next: { readonly on: LocalDate; readonly status: Status } | null
}

/**
 * The status of one cell over all days of the record: a partition of `[coversFrom, ∞)` with no two equal
 * neighbours. The question's own day does not matter.
 *
 * @throws {TypeError} when the question's party is not in the record.
 */
export function cellTimeline(law: Law, question: Question, material: string, form: string): readonly Span[] {
  if (!hasForm(law, material, form)) {
    return [{ from: law.coversFrom, to: null, ...answered(resolveCell(law, question, material, form)) }]
  }
  const candidates = candidatesOf(law, ask(law, question), material, form)
  return timelineOf(law.coversFrom, changeDays(law, candidates), (on) =>
    answered(answerOn(law, candidates, on, material, form)),
  )
}

/** The run of days around `on` with the same status word, and the status after it. */
export function runOf(timeline: readonly Span[], on: LocalDate): Run {
  const at = timeline.findIndex((span) => contains(span, on))
  const here = timeline[at]
  if (here === undefined) throw new TypeError(`${JSON.stringify(on)} is outside the record`)
  let first = at
  while (timeline[first - 1]?.status === here.status) first -= 1
  let last = at
  while (timeline[last + 1]?.status === here.status) last += 1
  const next = timeline[last + 1]
  return {
    since: (timeline[first] ?? here).from,
    lastDay: next === undefined ? null : previousDay(next.from),
    next: next === undefined ? null : { on: next.from, status: next.status },
  }
}

/** The first of what comes next in several runs; `null` when nothing does. */
export function earliestNext(runs: readonly Run[]): Run['next'] {
  return runs
    .flatMap((run) => run.next ?? [])
    .reduce<Run['next']>((first, next) => (first === null || next.on < first.on ? next : first), null)
}

/** Joins the answers of many days into spans; `days` may hold days before `coversFrom` and in any order. */
export function timelineOf(
  coversFrom: LocalDate,
  days: Iterable<LocalDate>,
  answerFor: (on: LocalDate) => Answered,
): readonly Span[] {
  const starts = [...new Set([coversFrom, ...days])].filter((day) => day >= coversFrom).sort()
  const timeline: Span[] = []
  for (const from of starts) {
    const answer = answerFor(from)
    const previous = timeline.at(-1)
    if (previous !== undefined && sameAnswer(previous, answer)) continue
    if (previous !== undefined) timeline[timeline.length - 1] = { ...previous, to: from }
    timeline.push({ from, to: null, ...answer })
  }
  return timeline
}

/** Every day on which the answer of a cell may change: a state of some line, or a listing of the party. */
export function changeDays(
  law: Law,
  candidates: Candidates,
  lines: readonly Provision[] = linesOf(candidates),
): ReadonlySet<LocalDate> {
  const { asked } = candidates
  const days = new Set<LocalDate>()
  for (const line of lines) for (const span of spansOf(law, line)) days.add(span.from)
  if (asked.party !== null) days.add(asked.party.listedOn)
  if (asked.party?.delistedOn != null) days.add(asked.party.delistedOn)
  return days
}

/** What of an answer a timeline is made of. */
export function answered(answer: CellAnswer): Answered {
  const { status, resumes, floor, beforeEffect, coverage, namedLines } = answer
  return { status, resumes, floor, beforeEffect, coverage, namedLines }
}

export function sameAnswer(a: Answered, b: Answered): boolean {
  return (
    a.status === b.status &&
    a.resumes === b.resumes &&
    a.floor === b.floor &&
    a.beforeEffect === b.beforeEffect &&
    a.coverage === b.coverage &&
    a.namedLines === b.namedLines
  )
}
