import type { Shift } from '../agenda'
import type { Candidates } from '../concern'
import { ask, candidatesOf, linesOf } from '../concern'
import type { LocalDate } from '../interval'
import { previousDay } from '../interval'
import type { Law } from '../law'
import type { LegalDay, LegalDayKind } from '../legal-day'
import type { Question } from '../question'
import type { Provision } from '../record'
import { answerOn } from '../resolve'
import type { Scope } from '../scope'
import { materialsInScope } from '../scope'
import { inForceRuns, spanOn, spansOf } from '../span'
import type { CellAnswer, RuleStatus, Status } from '../status'
import { rank } from '../status'
import { changeDays } from '../timeline'

/** Cells of a scope that one legal day moves: how many, and from what to what. */
export type Moved = { readonly cells: number; readonly shifts: readonly Shift[] }

/** What makes a cell change: lines of an instrument begin or end, or its suspensions do. */
export type Cause = { readonly instrument: string; readonly kind: LegalDayKind; readonly on: LocalDate }

/** The name under which a cause and its legal day find each other; `null` of a day that is no law's. */
export function causeName({ instrument, kind, on }: Pick<LegalDay, 'instrument' | 'kind' | 'on'>): string | null {
  return instrument === null ? null : nameOf({ instrument: instrument.key, kind, on })
}

/**
 * The cells of a scope that change their status, by what changes them: a cell belongs to the lines that give what it
 * becomes, else to those that gave what it was, where they themselves change on that day. What else falls on the day does
 * not move it. The question's own day does not matter.
 *
 * @returns by `causeName`; what moves nothing is not in it.
 * @throws {TypeError} when the question's party is not in the record.
 */
export function movedByCause(law: Law, question: Question, scope: Scope): ReadonlyMap<string, Moved> {
  const asked = ask(law, question)
  const found = new Map<string, Map<string, Shift>>()
  for (const { key, forms } of materialsInScope(law, scope)) {
    for (const form of forms) {
      const candidates = candidatesOf(law, asked, key, form)
      if (linesOf(candidates).length === 0) continue
      for (const { before, after, causes } of turnsOf(law, candidates, key, form)) {
        for (const cause of new Set(causes.map(nameOf))) {
          const shifts = found.get(cause) ?? new Map<string, Shift>()
          found.set(
            cause,
            shifts.set(`${before} ${after}`, withCell(shifts.get(`${before} ${after}`), key, before, after)),
          )
        }
      }
    }
  }
  return new Map(
    [...found].map(([name, shifts]) => {
      const all = [...shifts.values()]
      return [name, { cells: all.reduce((sum, { cells }) => sum + cells, 0), shifts: all }]
    }),
  )
}

function nameOf({ instrument, kind, on }: Cause): string {
  return `${instrument} ${kind} ${on}`
}

function withCell(shift: Shift | undefined, material: string, before: Status, after: Status): Shift {
  const { materials, cells }: Pick<Shift, 'materials' | 'cells'> = shift ?? { materials: [], cells: 0 }
  return {
    before,
    after,
    materials: materials.includes(material) ? materials : [...materials, material],
    cells: cells + 1,
  }
}

type Turn = { readonly before: Status; readonly after: Status; readonly causes: readonly Cause[] }

function turnsOf(law: Law, candidates: Candidates, material: string, form: string): readonly Turn[] {
  const days = [...changeDays(law, candidates)].filter((day) => day > law.coversFrom)
  const { party } = candidates.asked
  return days.flatMap((on): readonly Turn[] => {
    const before = answerOn(law, candidates, previousDay(on), material, form)
    const after = answerOn(law, candidates, on, material, form)
    if (before.status === after.status) return []
    const listing = party === null ? [] : listingOf(party, on)
    return [{ before: before.status, after: after.status, causes: [...causesOf(law, before, after, on), ...listing] }]
  })
}

/** A party that is listed or taken off a list on a day. */
function listingOf(
  { instrument, listedOn, delistedOn }: NonNullable<Candidates['asked']['party']>,
  on: LocalDate,
): readonly Cause[] {
  if (listedOn === on) return [{ instrument, kind: 'starts', on }]
  return delistedOn === on ? [{ instrument, kind: 'lapses', on }] : []
}

/** A cell that closes does so by what it becomes; one that opens does so because what it was falls away. */
function causesOf(law: Law, before: CellAnswer, after: CellAnswer, on: LocalDate): readonly Cause[] {
  const closes = rank(byText(after)) > rank(byText(before))
  const [first, second] = (closes ? [after, before] : [before, after]).map((answer) =>
    changedIn(law, answer, before, after, on),
  )
  return first === undefined || first.length === 0 ? (second ?? []) : first
}

function byText({ status, resumes }: CellAnswer): RuleStatus {
  return resumes ?? (status as RuleStatus)
}

/** What changed on a day in the lines that decide an answer: their own state, else what exempts them or what they lean on. */
function changedIn(
  law: Law,
  answer: CellAnswer,
  before: CellAnswer,
  after: CellAnswer,
  on: LocalDate,
): readonly Cause[] {
  const decisive = answer.lines.filter((line) => line.decisive).map(({ provision }) => provision)
  const lineIn = ({ lines }: CellAnswer, { key }: Provision) => lines.find(({ provision }) => provision.key === key)
  const besides = decisive.flatMap((line) => {
    const [was, is] = [lineIn(before, line), lineIn(after, line)]
    return [
      ...onlyInOne(was?.exemptedBy ?? [], is?.exemptedBy ?? []),
      ...onlyInOne(was?.leansOn ?? [], is?.leansOn ?? []),
    ].flatMap((key) => law.provisions.get(key) ?? [])
  })
  const own = decisive.flatMap((line) => turnOf(law, line, on))
  return own.length > 0 ? own : besides.flatMap((line) => turnOf(law, line, on))
}

/** What makes a line change its state on a day: itself, or the suspensions that begin or stop then. */
function turnOf(law: Law, line: Provision, on: LocalDate): readonly Cause[] {
  if (!spansOf(law, line).some(({ from }) => from === on)) return []
  const [was, is] = [spanOn(law, line, previousDay(on)), spanOn(law, line, on)]
  const own = (kind: LegalDayKind): readonly Cause[] => [{ instrument: line.instrument, kind, on }]
  if (is.state === 'ended') return own('lapses')
  if (was.state === 'not-issued' || (was.state === 'announced' && is.state === 'in-force')) {
    return own(line.inForce.from > on ? 'issued' : 'starts')
  }
  return onlyInOne(was.suspendedBy, is.suspendedBy)
    .flatMap((key) => law.provisions.get(key) ?? [])
    .map((suspension) => ({ instrument: suspension.instrument, kind: edgeOf(law, suspension, on), on }))
}

function edgeOf(law: Law, suspension: Provision, on: LocalDate): LegalDayKind {
  const runs = inForceRuns(law, suspension)
  if (runs[0]?.from === on) return 'suspension-starts'
  if (runs.at(-1)?.to === on) return 'suspension-ends'
  return runs.some(({ from }) => from === on) ? 'suspension-resumes' : 'suspension-interrupted'
}

function onlyInOne(a: readonly string[], b: readonly string[]): readonly string[] {
  return [...a.filter((key) => !b.includes(key)), ...b.filter((key) => !a.includes(key))]
}
