import type { Candidates } from './concern'
import { ask, candidatesOf } from './concern'
import type { LocalDate } from './interval'
import { earlier } from './interval'
import type { Law } from './law'
import { instrumentOf, lookedThrough } from './law'
import { linesOn } from './line'
import type { Question } from './question'
import { suspensionVerifiedThrough } from './span'
import type { CellAnswer, Line, RuleStatus, Status } from './status'
import { rank } from './status'

/**
 * The status of one material in one form under one question, with every line that concerns it (R1–R10).
 *
 * A form that the material does not have is `not-applicable`. No clock: the day is the question's own.
 *
 * @throws {TypeError} when the question's party is not in the record.
 */
export function resolveCell(law: Law, question: Question, material: string, form: string): CellAnswer {
  return cellOnDays(law, question, material, form)(question.on)
}

/** The same on any day, whichever the question's own is: what may bear on the cell is looked for once. */
export function cellOnDays(
  law: Law,
  question: Question,
  material: string,
  form: string,
): (on: LocalDate) => CellAnswer {
  let candidates: Candidates | null = null
  return (on) => {
    if (!hasForm(law, material, form)) return notApplicable(material, form)
    candidates ??= candidatesOf(law, ask(law, question), material, form)
    return answerOn(law, candidates, on, material, form)
  }
}

/** Whether the material is traded in a form, as far as the record knows. */
export function hasForm(law: Law, material: string, form: string): boolean {
  return law.materials.get(material)?.forms.includes(form) ?? false
}

/** The answer on one day from candidates already found: timelines ask many days of the same candidates. */
export function answerOn(law: Law, candidates: Candidates, on: LocalDate, material: string, form: string): CellAnswer {
  return conclude(law, linesOn(law, candidates, on), { on, material, form, from: candidates.asked.from })
}

type Asking = { readonly on: LocalDate; readonly material: string; readonly form: string; readonly from: string }

/**
 * Ranks lines and draws the conclusion (R8–R10). A regime's own effect on a cell is the conclusion from that
 * regime's lines alone.
 */
export function conclude(law: Law, found: readonly Line[], { on, material, form, from }: Asking): CellAnswer {
  const highest = highestOf(found)
  const floor = highestOf(found.filter((line) => line.firm))
  const pauseEnded = rank(highest) >= rank('licence') && rank(highest) > rank(floor)
  const status: Status = pauseEnded ? 'pause-ended' : highest
  const deciding = new Set(decisiveAmong(found, highest, pauseEnded))
  const lines = found.map((line) => ({ ...line, decisive: deciding.has(line) })).sort(inProofOrder)
  const live = lines.filter((line) => rank(line.gives) > 0)
  const verifiedThrough = verifiedThroughOf(law, lines, from)
  return {
    material,
    form,
    status,
    resumes: pauseEnded ? highest : null,
    floor,
    beforeEffect: status === 'paused' && lines.every((line) => !line.decisive || line.beforeEffect),
    coverage: live.length > 0 && live.every((line) => line.coverage === 'named') ? 'named' : 'whole',
    namedLines: namedAmong(law, live),
    verified: !pauseEnded && verifiedThrough !== null && on <= verifiedThrough,
    verifiedThrough,
    lines,
  }
}

/** R10: how many item lines name the goods, those that rules on controlled items lean on included. */
function namedAmong(law: Law, live: readonly Line[]): number {
  const items = live.flatMap((line) => (line.leansOn.length > 0 ? line.leansOn : [line.provision.key]))
  return [...new Set(items)].filter((key) => law.provisions.get(key)?.coverage === 'named').length
}

function highestOf(lines: readonly Line[]): RuleStatus {
  return lines.reduce<RuleStatus>(
    (highest, { gives }) => (rank(gives) > rank(highest) ? gives : highest),
    'not-controlled',
  )
}

/** The lines that decide: of those that give the highest status the firm ones, if any is firm. */
function decisiveAmong(lines: readonly Line[], highest: RuleStatus, pauseEnded: boolean): readonly Line[] {
  if (highest === 'not-controlled') return lines.filter((line) => line.state === 'exempted')
  const giving = lines.filter((line) => line.gives === highest)
  const firm = giving.filter((line) => line.firm)
  return pauseEnded || firm.length === 0 ? giving : firm
}

/** Decisive lines first, then the stricter, the earlier in force, and by key: the same on every machine. */
function inProofOrder(a: Line, b: Line): number {
  if (a.decisive !== b.decisive) return a.decisive ? -1 : 1
  const byRank = rank(b.gives) - rank(a.gives)
  if (byRank !== 0) return byRank
  const [fromA, fromB] = [a.provision.inForce.from, b.provision.inForce.from]
  if (fromA !== fromB) return fromA < fromB ? -1 : 1
  return a.provision.key < b.provision.key ? -1 : 1
}

/**
 * R7: a status is verified through the earliest day among the instruments that decide it, the suspensions they
 * wait for included; where nothing decides, through the last look at the exporting country's rules.
 */
function verifiedThroughOf(law: Law, lines: readonly Line[], from: string): LocalDate | null {
  let through: LocalDate | null = null
  for (const line of lines) {
    if (!line.decisive) continue
    through = through === null ? lineVerifiedThrough(law, line) : earlier(through, lineVerifiedThrough(law, line))
  }
  return through ?? lookedThrough(law, from)
}

/** The day through which the state of a provision was looked at, the suspensions included that it waits for or revived from. */
export function lineVerifiedThrough(
  law: Law,
  line: Pick<Line, 'provision' | 'suspendedBy' | 'revivedFrom'>,
): LocalDate {
  return [...line.suspendedBy, ...line.revivedFrom]
    .flatMap((key) => law.provisions.get(key) ?? [])
    .map((suspension) => suspensionVerifiedThrough(law, suspension))
    .reduce(earlier, instrumentOf(law, line.provision).verifiedThrough)
}

function notApplicable(material: string, form: string): CellAnswer {
  return {
    material,
    form,
    status: 'not-applicable',
    resumes: null,
    floor: 'not-controlled',
    beforeEffect: false,
    coverage: 'whole',
    namedLines: 0,
    verified: true,
    verifiedThrough: null,
    lines: [],
  }
}
