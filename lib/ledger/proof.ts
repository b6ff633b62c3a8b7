import type { Flip } from './flip'
import { flipsOf } from './flip'
import type { LocalDate } from './interval'
import { contains, previousDay } from './interval'
import type { Law } from './law'
import type { Question } from './question'
import type { Dispute, Form, Instrument, Material, Provision } from './record'
import { resolveCell } from './resolve'
import { inForceRuns } from './span'
import type { CellAnswer, Line } from './status'
import type { Run, Span } from './timeline'
import { cellTimeline, runOf } from './timeline'

/** A rule of the specification, as it is quoted beside a line. */
export type RuleNumber = 'R1' | 'R2' | 'R3' | 'R4' | 'R5' | 'R6' | 'R7' | 'R8' | 'R9' | 'R10' | 'R11' | 'R12' | 'R13'

/** A day near which the answer rests on a reading that the text does not settle (R12). */
export type Boundary = {
  readonly provision: Provision
  readonly instrument: Instrument
  /** The last day as it is read here, inclusive. */
  readonly lastDay: LocalDate
  readonly disputes: readonly Dispute[]
}

/** Everything a reader needs to check one answer (R12). */
export type Proof = {
  readonly question: Question
  readonly material: Material
  readonly form: Form
  readonly answer: CellAnswer
  readonly timeline: readonly Span[]
  readonly run: Run
  readonly flips: readonly Flip[]
  readonly boundaries: readonly Boundary[]
}

/**
 * The proof of one cell's answer.
 *
 * @throws {TypeError} when the material, the form or the party is not in the record: refused at the edge, in words.
 */
export function proofOf(law: Law, question: Question, material: string, form: string): Proof {
  const of = law.materials.get(material)
  const as = law.forms.get(form)
  if (of === undefined) throw new TypeError(`no material ${JSON.stringify(material)} in the record`)
  if (as === undefined) throw new TypeError(`no form ${JSON.stringify(form)} in the record`)
  const answer = resolveCell(law, question, material, form)
  const timeline = cellTimeline(law, question, material, form)
  const run = runOf(timeline, question.on)
  return {
    question,
    material: of,
    form: as,
    answer,
    timeline,
    run,
    flips: flipsOf(law, answer, run),
    boundaries: boundariesOf(law, answer, question.on),
  }
}

/** The rules at work in one line of a proof, in order. */
export function rulesOf(line: Line, answer: CellAnswer): readonly RuleNumber[] {
  const rules: RuleNumber[] = ['R2', 'R3']
  if (line.suspendedBy.length > 0) rules.push('R4')
  if (line.exemptedBy.length > 0 || line.state === 'ended') rules.push('R5')
  if (line.revivedFrom.length > 0) rules.push('R6', 'R7')
  if (line.decisive) rules.push('R8')
  if (line.decisive && answer.status === 'pause-ended') rules.push('R9')
  if (line.coverage === 'named') rules.push('R10')
  return rules
}

/**
 * R12: suspensions of the cell's lines, and the lines themselves, whose last day is assumed to be inclusive and lies
 * on the day asked or the day before it: the two days on which the other reading would tell another status.
 */
function boundariesOf(law: Law, answer: CellAnswer, on: LocalDate): readonly Boundary[] {
  const acts = answer.lines.flatMap((line) => [line.provision, ...law.acts(line.provision).suspensions])
  return [...new Set(acts)].flatMap((provision) => {
    if (provision.lastDayReading !== 'assumed-inclusive') return []
    const end = inForceRuns(law, provision).find((run) => run.to !== null && isAround(run.to, on))?.to
    const instrument = law.instruments.get(provision.instrument)
    if (end == null || instrument === undefined) return []
    return [{ provision, instrument, lastDay: previousDay(end), disputes: instrument.disputes }]
  })
}

function isAround(firstDayAfter: LocalDate, on: LocalDate): boolean {
  return contains({ from: previousDay(firstDayAfter), to: null }, on) && on <= firstDayAfter
}
