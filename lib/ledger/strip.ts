import { ask, candidatesOf } from './concern'
import type { Interval, LocalDate } from './interval'
import type { Law } from './law'
import type { Question } from './question'
import type { Material } from './record'
import { resolveCell } from './resolve'
import type { Rollup } from './rollup'
import { anyFormListed, listedForms, rollUp } from './rollup'
import { formsOf } from './scope'
import { changeDays } from './timeline'

/** The roll-up of a material's listed forms over a stretch of days (R11). */
export type StripSpan = Interval & { readonly rollup: Rollup }

/**
 * A material's roll-up over all days of the record, neighbours that agree joined.
 *
 * @throws {TypeError} when the question's party is not in the record.
 */
export function stripOf(law: Law, question: Question, material: Material): readonly StripSpan[] {
  const listed = listedForms(law, material.key, question.route)
  const anyListed = anyFormListed(law, material.key, question.route)
  const strip: StripSpan[] = []
  for (const from of daysOf(law, question, material)) {
    const answers = formsOf(law, material).map((form) =>
      resolveCell(law, { ...question, on: from }, material.key, form.key),
    )
    const rollup = rollUp(answers, listed, anyListed)
    const previous = strip.at(-1)
    if (previous !== undefined && sameCounts(previous.rollup, rollup)) continue
    if (previous !== undefined) strip[strip.length - 1] = { ...previous, to: from }
    strip.push({ from, to: null, rollup })
  }
  return strip
}

function daysOf(law: Law, question: Question, material: Material): readonly LocalDate[] {
  const days = new Set<LocalDate>([law.coversFrom])
  const asked = ask(law, question)
  for (const form of material.forms) {
    for (const day of changeDays(law, candidatesOf(law, asked, material.key, form))) days.add(day)
  }
  return [...days].filter((day) => day >= law.coversFrom).sort()
}

function sameCounts(a: Rollup, b: Rollup): boolean {
  return (
    a.beforeEffect === b.beforeEffect &&
    a.counts.length === b.counts.length &&
    a.counts.every(({ status, count }, index) => b.counts[index]?.status === status && b.counts[index]?.count === count)
  )
}
