import type { LocalDate } from './interval'
import type { Law } from './law'
import { instrumentOf } from './law'
import type { Instrument, Provision } from './record'
import { inForceRuns } from './span'
import type { CellAnswer, Line, RuleStatus, Status } from './status'
import type { Run } from './timeline'

/** One thing that would change an answer (R12). Days are Beijing days. */
export type Flip =
  /** The dates on record already say so: from `on` the cell is `becomes`, if nothing else happens. */
  | { readonly kind: 'scheduled'; readonly on: LocalDate; readonly becomes: Status }
  /** A person looks for changes of a suspension through its first day after, and finds none. */
  | {
      readonly kind: 'verified'
      readonly instrument: Instrument
      readonly through: LocalDate
      readonly becomes: RuleStatus
    }
  /** A notice extends a suspension, or repeals one before its time. */
  | { readonly kind: 'suspension-extended' | 'suspension-lifted'; readonly instruments: readonly Instrument[] }
  /** Every deciding rule is suspended or repealed. */
  | {
      readonly kind: 'rules-suspended-or-repealed'
      readonly instruments: readonly Instrument[]
      readonly lines: number
    }
  /** A new rule names the goods. */
  | { readonly kind: 'new-rule' }

/** What would flip an answer: the scheduled change first, then the acts that could come. */
export function flipsOf(law: Law, answer: CellAnswer, run: Run): readonly Flip[] {
  if (answer.status === 'not-applicable') return []
  const scheduled: Flip[] = run.next === null ? [] : [{ kind: 'scheduled', on: run.next.on, becomes: run.next.status }]
  return [...scheduled, ...actsThatFlip(law, answer)]
}

function actsThatFlip(law: Law, answer: CellAnswer): readonly Flip[] {
  const decisive = answer.lines.filter((line) => line.decisive)
  switch (answer.status) {
    case 'pause-ended':
      return [
        ...verifications(law, answer, decisive),
        { kind: 'suspension-extended', instruments: instrumentsOf(law, decisive, (line) => line.revivedFrom) },
      ]
    case 'paused': {
      const instruments = instrumentsOf(law, decisive, (line) => line.suspendedBy)
      return [
        { kind: 'suspension-extended', instruments },
        { kind: 'suspension-lifted', instruments },
      ]
    }
    case 'announced':
    case 'licence':
    case 'refused':
    case 'prohibited':
      return [
        {
          kind: 'rules-suspended-or-repealed',
          instruments: distinct(decisive.map((line) => line.instrument)),
          lines: decisive.length,
        },
      ]
    default:
      return [{ kind: 'new-rule' }]
  }
}

function verifications(law: Law, { resumes }: CellAnswer, decisive: readonly Line[]): readonly Flip[] {
  if (resumes === null) return []
  return suspensionsOf(law, decisive, (line) => line.revivedFrom)
    .flatMap((suspension) => {
      const through = inForceRuns(law, suspension).at(-1)?.to
      return through == null
        ? []
        : [{ kind: 'verified' as const, instrument: instrumentOf(law, suspension), through, becomes: resumes }]
    })
    .filter((flip, index, all) => all.findIndex((other) => other.instrument.key === flip.instrument.key) === index)
}

function instrumentsOf(
  law: Law,
  lines: readonly Line[],
  keys: (line: Line) => readonly string[],
): readonly Instrument[] {
  return distinct(suspensionsOf(law, lines, keys).map((suspension) => instrumentOf(law, suspension)))
}

function suspensionsOf(
  law: Law,
  lines: readonly Line[],
  keys: (line: Line) => readonly string[],
): readonly Provision[] {
  return distinct(lines.flatMap(keys).flatMap((key) => law.provisions.get(key) ?? []))
}

function distinct<Item>(items: readonly Item[]): readonly Item[] {
  return [...new Set(items)]
}
