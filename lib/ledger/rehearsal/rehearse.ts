import type { CellKey } from '../impact-groups'
import type { LocalDate } from '../interval'
import { nextDay } from '../interval'
import type { Law } from '../law'
import type { Question } from '../question'
import { resolveCell } from '../resolve'
import type { Scope } from '../scope'
import { formsOf, materialsInScope } from '../scope'
import type { CellAnswer, RuleStatus } from '../status'
import { rank } from '../status'
import type { Suspending } from './suspending'

/** What becomes of a cell on the day after a suspension, by the texts. */
export type Fate =
  /** It was open, and what was suspended closes it. */
  | 'closes'
  /** It was closed by other rules, and what was suspended closes it further. */
  | 'stricter'
  /** What was suspended bears on it and does not close it yet: it starts later, or something else suspends it. */
  | 'waits'
  /** It is closed by other rules before and after. */
  | 'closed-anyway'
  /** Nobody has verified what became of another pause of it, before and after. */
  | 'unclear-anyway'
  /** What was suspended does not bear on it, and it is open before and after. */
  | 'open-anyway'

export const FATES: readonly Fate[] = ['closes', 'stricter', 'waits', 'closed-anyway', 'unclear-anyway', 'open-anyway']

/** A cell on the last day of a suspension and on the day after. */
export type RehearsedCell = CellKey & {
  readonly before: CellAnswer
  readonly after: CellAnswer
  readonly fate: Fate
}

/** Cells that meet the same fate by the same regimes, and read alike on the day after. */
export type FateGroup = {
  readonly fate: Fate
  /** What the texts make of them on the day after. */
  readonly gives: RuleStatus
  /** The regimes whose rules decide that, by key, sorted. */
  readonly regimes: readonly string[]
  readonly cells: readonly [RehearsedCell, ...RehearsedCell[]]
}

/**
 * Every cell of a scope on the last day of a suspension and on the day after.
 *
 * @param law with the suspensions as they are, or as they are supposed.
 * @param lastDay of the suspensions in this law, inclusive.
 * @throws {TypeError} when the question's party is not in the record.
 */
export function rehearse(
  law: Law,
  { instrument }: Suspending,
  lastDay: LocalDate,
  question: Question,
  scope: Scope,
): readonly RehearsedCell[] {
  const [on, after] = [
    { ...question, on: lastDay },
    { ...question, on: nextDay(lastDay) },
  ]
  const suspended = (key: string) => law.provisions.get(key)?.instrument === instrument.key
  return materialsInScope(law, scope).flatMap((material) =>
    formsOf(law, material).map(({ key: form }): RehearsedCell => {
      const was = resolveCell(law, on, material.key, form)
      const is = resolveCell(law, after, material.key, form)
      const touched = was.lines.some((line) => line.suspendedBy.some(suspended))
      return { material: material.key, form, before: was, after: is, fate: fateOf(was, is, touched) }
    }),
  )
}

/** What the texts make of a cell, whether or not somebody has looked at what followed (R9). */
export function byText({ status, resumes }: Pick<CellAnswer, 'status' | 'resumes'>): RuleStatus {
  return resumes ?? (status as RuleStatus)
}

/** The same cells by what becomes of them and by what does it, what closes first. */
export function groupsByFate(law: Law, cells: readonly RehearsedCell[]): readonly FateGroup[] {
  const groups = new Map<string, [RehearsedCell, ...RehearsedCell[]]>()
  for (const cell of cells) {
    const { fate, after } = cell
    const name = JSON.stringify([fate, byText(after), after.status, regimesBehind(law, after)])
    const group = groups.get(name)
    if (group === undefined) groups.set(name, [cell])
    else group.push(cell)
  }
  return [...groups.values()]
    .map((own) => {
      const [{ fate, after }] = own
      return { fate, gives: byText(after), regimes: regimesBehind(law, after), cells: own }
    })
    .toSorted((a, b) => FATES.indexOf(a.fate) - FATES.indexOf(b.fate) || b.cells.length - a.cells.length)
}

/** The regimes whose lines give what the texts make of a cell. */
function regimesBehind(law: Law, answer: CellAnswer): readonly string[] {
  const gives = byText(answer)
  const lines = answer.lines.filter((line) => line.gives === gives && rank(gives) > 0)
  const keys = lines.map((line) => law.instruments.get(line.instrument.key)?.regime ?? line.instrument.regime)
  return [...new Set(keys)].sort()
}

function fateOf(was: CellAnswer, is: CellAnswer, touched: boolean): Fate {
  const [before, after] = [rank(byText(was)), rank(byText(is))]
  const held = rank('licence')
  if (after >= held && before < held) return 'closes'
  if (after > before && after >= held) return 'stricter'
  if (after >= held) return is.status === 'pause-ended' ? 'unclear-anyway' : 'closed-anyway'
  return touched ? 'waits' : 'open-anyway'
}
