import type { CellKey } from '../impact-groups'
import type { LocalDate } from '../interval'
import { contains } from '../interval'
import type { Law } from '../law'
import type { MatrixCell } from '../matrix'
import type { Question } from '../question'
import { hasForm, resolveCell } from '../resolve'
import type { CellAnswer, Openness, Status } from '../status'
import { opennessOf } from '../status'
import type { Run } from '../timeline'
import { cellTimeline, runOf } from '../timeline'

/** A law as it was opened, and what is asked of it. The two agree about the known day. */
export type World = { readonly law: Law; readonly question: Question }

/** What a reader sees of a cell: two cells that agree in all of it are told as one answer. */
export type Seen = Pick<CellAnswer, 'status' | 'resumes' | 'floor' | 'beforeEffect' | 'coverage'> &
  Pick<Run, 'lastDay' | 'next'>

/** What of an answer a reader sees. */
export function seenOf({ answer, run }: MatrixCell): Seen {
  const { status, resumes, floor, beforeEffect, coverage } = answer
  return { status, resumes, floor, beforeEffect, coverage, lastDay: run.lastDay, next: run.next }
}

/** Whether two answers have one status, whatever qualifies it. */
export function hasSameStatus(a: Seen | null, b: Seen | null): boolean {
  return a?.status === b?.status && a?.beforeEffect === b?.beforeEffect
}

/** Whether a reader sees the same; `null` is a cell that is not there. */
export function isSeenAlike(a: Seen | null, b: Seen | null): boolean {
  if (a === null || b === null) return a === b
  return (
    a.status === b.status &&
    a.resumes === b.resumes &&
    a.floor === b.floor &&
    a.beforeEffect === b.beforeEffect &&
    a.coverage === b.coverage &&
    a.lastDay === b.lastDay &&
    a.next?.on === b.next?.on &&
    a.next?.status === b.next?.status
  )
}

/**
 * One cell of a world; `null` where the material has no such form in it, or where its record does not reach back to the
 * asked day. A party that the law does not know yet is read as no party: only worlds on the way from one question to
 * another can ask for one.
 */
export function cellIn({ law, question }: World, material: string, form: string): MatrixCell | null {
  if (!hasForm(law, material, form) || question.on < law.coversFrom) return null
  const asked = askable(law, question)
  return {
    answer: resolveCell(law, asked, material, form),
    run: runOf(cellTimeline(law, asked, material, form), asked.on),
  }
}

function askable(law: Law, question: Question): Question {
  return question.party === null || law.parties.has(question.party) ? question : { ...question, party: null }
}

/** The first day of a cell's answer around the asked day, and the first day after it: of its status, or of all of it. */
export function daysAround(
  { law, question }: World,
  { material, form }: CellKey,
  ofStatus: boolean,
): { readonly from: LocalDate; readonly to: LocalDate | null } | null {
  if (!hasForm(law, material, form) || question.on < law.coversFrom) return null
  const timeline = cellTimeline(law, askable(law, question), material, form)
  if (ofStatus) {
    const { since, next } = runOf(timeline, question.on)
    return { from: since, to: next?.on ?? null }
  }
  return timeline.find((span) => contains(span, question.on)) ?? null
}

/** How far a cell is closed; what is unclear, or no answer at all, is neither. */
const CLOSED: { readonly [openness in Openness]: number | null } = {
  open: 0,
  'open for now': 0,
  unclear: null,
  licence: 1,
  closed: 2,
  none: null,
}

/** Which way a cell went: more open, less open, or neither can be said of it. */
export type Turn = 'opened' | 'closed' | 'otherwise' | 'appeared' | 'gone'

export function turnOf(before: Seen | null, after: Seen | null): Turn {
  if (before === null) return 'appeared'
  if (after === null) return 'gone'
  const [was, is] = [CLOSED[opennessOf(before.status)], CLOSED[opennessOf(after.status)]]
  if (is === null || was === is) return 'otherwise'
  if (was === null) return is === 0 ? 'opened' : 'closed'
  return is < was ? 'opened' : 'closed'
}

/** Whether goods pass without asking anybody: no rule, none yet, or one that is paused. */
export function isOpen(status: Status): boolean {
  return opennessOf(status) === 'open' || opennessOf(status) === 'open for now'
}

/** Whether goods need a licence, or do not pass at all. */
export function isHeld(status: Status): boolean {
  return opennessOf(status) === 'licence' || opennessOf(status) === 'closed'
}
