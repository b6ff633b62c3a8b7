import * as z from 'zod'
import type { LocalDate } from '@/lib/ledger/interval'
import { previousDay } from '@/lib/ledger/interval'
import type { Question } from '@/lib/ledger/question'
import type { CellAnswer, Line } from '@/lib/ledger/status'
import { opennessOf, STATUSES } from '@/lib/ledger/status'
import type { Run, Span } from '@/lib/ledger/timeline'

const day = z.iso.date()
const status = z.enum(STATUSES)
const RULE_STATUSES = ['not-controlled', 'announced', 'paused', 'licence', 'refused', 'prohibited'] as const
const ruleStatus = z.enum(RULE_STATUSES)

/** What a line may be doing on a day. */
export const lineStates = ['ended', 'not-issued', 'suspended', 'announced', 'in-force', 'exempted'] as const

/** What every cell tells, alone or in a matrix. `since` and `lastDay` bound the present status, both inclusive. */
const cellShape = {
  material: z.string(),
  form: z.string(),
  status,
  openness: z.enum(['open', 'open for now', 'unclear', 'licence', 'closed', 'none']),
  resumes: ruleStatus.nullable(),
  floor: ruleStatus,
  verified: z.boolean(),
  verifiedThrough: day.nullable(),
  coverage: z.enum(['whole', 'named']),
  beforeEffect: z.boolean(),
  since: day,
  lastDay: day.nullable(),
  next: z.object({ on: day, status }).nullable(),
}

/** The question as it was understood: what the request left out is filled in. */
export const questionAnswer = z.object({
  on: day,
  known: day.nullable(),
  rev: z.int().positive(),
  from: z.string(),
  to: z.string().nullable(),
  use: z.enum(['civil', 'military']),
  party: z.string().nullable(),
  route: z.enum(['export', 're-export', 'foreign-made', 'assistance']),
})

/** One provision that concerns the cell, the decisive ones first (R12). `from` and `lastDay` are the days of its state. */
const becauseShape = z.object({
  provision: z.string(),
  instrument: z.string(),
  clause: z.string(),
  effect: z.enum(['licence', 'prohibit', 'suspend', 'extend', 'repeal', 'exempt']),
  state: z.enum(lineStates),
  from: day.nullable(),
  lastDay: day.nullable(),
  gives: ruleStatus,
  decisive: z.boolean(),
  firm: z.boolean(),
  coverage: z.enum(['whole', 'named']),
  evidence: z.enum(['text', 'extract', 'structure', 'unverified']),
  suspendedBy: z.array(z.string()),
  revivedFrom: z.array(z.string()),
  exemptedBy: z.array(z.string()),
  leansOn: z.array(z.string()),
})

/** One cell without what decides it. */
export const cellAnswer = z.object(cellShape)

/** `GET /api/v1/status`. */
export const statusAnswer = z.object({ ...cellShape, because: z.array(becauseShape), question: questionAnswer })

/** `GET /api/v1/matrix`. */
export const matrixAnswer = z.object({
  cells: z.array(cellAnswer),
  scope: z.enum(['rare-earths', 'all']),
  /** What to ask `after` for the next materials; `null` when these were the last. */
  nextAfter: z.string().nullable(),
  verifiedThrough: day.nullable(),
  question: questionAnswer,
})

type Cell = { readonly answer: CellAnswer; readonly run: Run }

/** One cell as machines get it, with everything that decides it. */
export function tellStatus({ answer, run }: Cell, question: Question, revision: number): z.input<typeof statusAnswer> {
  return {
    ...tellCell({ answer, run }),
    because: answer.lines.map(tellLine),
    question: tellQuestion(question, revision),
  }
}

/** A matrix as machines get it: every form of every material on one page of a scope. */
export function tellMatrix(
  {
    cells,
    ...said
  }: { readonly cells: readonly Cell[] } & Pick<
    z.input<typeof matrixAnswer>,
    'scope' | 'nextAfter' | 'verifiedThrough'
  >,
  question: Question,
  revision: number,
): z.input<typeof matrixAnswer> {
  return { cells: cells.map(tellCell), ...said, question: tellQuestion(question, revision) }
}

/** One cell as machines get it. */
export function tellCell({ answer, run }: Cell): z.input<typeof cellAnswer> {
  return {
    material: answer.material,
    form: answer.form,
    status: answer.status,
    openness: opennessOf(answer.status),
    resumes: answer.resumes,
    floor: answer.floor,
    verified: answer.verified,
    verifiedThrough: answer.verifiedThrough,
    coverage: answer.coverage,
    beforeEffect: answer.beforeEffect,
    since: run.since,
    lastDay: run.lastDay,
    next: run.next,
  }
}

/** The days of a material's forms as machines get them: each form's spans partition all days of the record. */
export function tellSpans(
  material: string,
  lanes: readonly { readonly form: string; readonly timeline: readonly Span[] }[],
  coversFrom: LocalDate,
  question: Question,
  revision: number,
) {
  const forms = lanes.map(({ form, timeline }) => ({ form, spans: timeline.map(tellSpan) }))
  return { material, forms, coversFrom, question: tellQuestion(question, revision) }
}

function tellSpan({ from, to, status: is, resumes, floor, beforeEffect, coverage }: Span) {
  const lastDay = to === null ? null : previousDay(to)
  return { from, lastDay, status: is, openness: opennessOf(is), resumes, floor, beforeEffect, coverage }
}

function tellLine(line: Line): z.input<typeof becauseShape> {
  const { provision, instrument } = line
  return {
    provision: provision.key,
    instrument: instrument.key,
    clause: provision.clause,
    effect: provision.effect,
    state: line.state,
    from: line.stateFrom,
    lastDay: line.stateTo === null ? null : previousDay(line.stateTo),
    gives: line.gives,
    decisive: line.decisive,
    firm: line.firm,
    coverage: line.coverage,
    evidence: provision.evidence,
    suspendedBy: [...line.suspendedBy],
    revivedFrom: [...line.revivedFrom],
    exemptedBy: [...line.exemptedBy],
    leansOn: [...line.leansOn],
  }
}

/** A question as machines get it, with the revision that it was asked of. */
export function tellQuestion(
  { on, known, from, to, use, party, route }: Question,
  rev: number,
): z.input<typeof questionAnswer> {
  return { on, known, rev, from, to, use, party, route }
}
