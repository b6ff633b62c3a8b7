import type { Seen } from './compare/seen'
import type { CellKey } from './impact-groups'
import { contains } from './interval'
import type { Law } from './law'
import type { Question } from './question'
import { cellTimeline, runOf, type Span } from './timeline'

/** As many timelines of a law are kept at once: some buyers' of every cell. A timeline answers for every day. */
const KEPT = 4000
const timelines = new WeakMap<Law, Map<string, readonly Span[]>>()

/** What a reader sees of a cell on the question's day, from its timeline. @throws {TypeError} on a day outside the record. */
export function seenOn(law: Law, question: Question, { material, form }: CellKey): Seen {
  const { on, from, to, use, party, route } = question
  const kept = timelines.get(law) ?? new Map<string, readonly Span[]>()
  timelines.set(law, kept)
  const name = [from, to, use, party, route, material, form].join(' ')
  const timeline = kept.get(name) ?? cellTimeline(law, question, material, form)
  if (kept.size >= KEPT) kept.clear()
  kept.set(name, timeline)
  const { lastDay, next } = runOf(timeline, on)
  const span = timeline.find((one) => contains(one, on))
  if (span === undefined) throw new TypeError(`${JSON.stringify(on)} is outside the record`)
  const { status, resumes, floor, beforeEffect, coverage } = span
  return { status, resumes, floor, beforeEffect, coverage, lastDay, next }
}
