import { gathered } from '../gathered'
import type { CellKey } from '../impact-groups'
import type { LocalDate } from '../interval'
import { contains, previousDay } from '../interval'
import type { Law } from '../law'
import type { Question } from '../question'
import type { Scope } from '../scope'
import { formsOf, materialsInScope } from '../scope'
import type { Answered, Span } from '../timeline'
import { cellTimeline } from '../timeline'

/** What a cell is by the record, or as supposed. */
export type Told = Pick<Answered, 'status' | 'resumes' | 'beforeEffect'>

/** Days on which cells read otherwise than the record gives, both inclusive; `lastDay: null` is without end. */
export type Otherwise = {
  readonly from: LocalDate
  readonly lastDay: LocalDate | null
  readonly recorded: Told
  readonly supposed: Told
  readonly cells: readonly CellKey[]
}

/**
 * Which cells read otherwise under one law than under another, and from when to when: the earliest days first.
 *
 * @throws {TypeError} when the question's party is not in the record.
 */
export function otherwiseIn(recorded: Law, supposed: Law, question: Question, scope: Scope): readonly Otherwise[] {
  const found = materialsInScope(recorded, scope).flatMap((material) =>
    formsOf(recorded, material).flatMap(({ key: form }) => {
      const lanes = [recorded, supposed].map((law) => cellTimeline(law, question, material.key, form))
      const [was = [], is = []] = lanes
      return differingDays(was, is).map((days) => ({ ...days, material: material.key, form }))
    }),
  )
  return gathered(found, ({ from, lastDay, ...days }) => JSON.stringify([from, lastDay, days.recorded, days.supposed]))
    .map((own) => {
      const [{ from, lastDay, recorded: was, supposed: is }] = own
      return {
        from,
        lastDay,
        recorded: was,
        supposed: is,
        cells: own.map(({ material, form }) => ({ material, form })),
      }
    })
    .toSorted((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : b.cells.length - a.cells.length))
}

function differingDays(was: readonly Span[], is: readonly Span[]): readonly Omit<Otherwise, 'cells'>[] {
  const starts = [...new Set([...was, ...is].map(({ from }) => from))].sort()
  const found: Omit<Otherwise, 'cells'>[] = []
  for (const [at, from] of starts.entries()) {
    const [old, now] = [was, is].map((lane) => lane.find((span) => contains(span, from)))
    if (old === undefined || now === undefined || isToldAlike(old, now)) continue
    const next = starts[at + 1]
    const days = {
      from,
      lastDay: next === undefined ? null : previousDay(next),
      recorded: toldOf(old),
      supposed: toldOf(now),
    }
    const before = found.at(-1)
    const joins =
      before !== undefined &&
      before.lastDay === previousDay(from) &&
      isToldAlike(before.recorded, days.recorded) &&
      isToldAlike(before.supposed, days.supposed)
    if (joins) found[found.length - 1] = { ...before, lastDay: days.lastDay }
    else found.push(days)
  }
  return found
}

function toldOf({ status, resumes, beforeEffect }: Told): Told {
  return { status, resumes, beforeEffect }
}

function isToldAlike(a: Told, b: Told): boolean {
  return a.status === b.status && a.resumes === b.resumes && a.beforeEffect === b.beforeEffect
}
