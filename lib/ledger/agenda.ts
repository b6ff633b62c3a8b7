import { ask, candidatesOf, linesOf } from './concern'
import type { LocalDate } from './interval'
import { previousDay } from './interval'
import type { Law } from './law'
import { instrumentOf } from './law'
import type { Question } from './question'
import type { Instrument, Provision } from './record'
import type { Rows } from './scope'
import { materialsOf } from './scope'
import { inForceRuns, spansOf, suspensionVerifiedThrough } from './span'
import type { Status } from './status'
import type { Span } from './timeline'
import { cellTimeline } from './timeline'

/** Cells that go from one status to another on one day. */
export type Shift = {
  readonly before: Status
  readonly after: Status
  /** Materials with such a cell, by key, in the order of the matrix. */
  readonly materials: readonly string[]
  readonly cells: number
}

/** A day on which cells of a scope change their status. */
export type ChangeDay = {
  readonly on: LocalDate
  readonly cells: number
  readonly shifts: readonly Shift[]
  /** Instruments that move these cells: of a line that is issued, begins or ends on this day, or of an act on one that does. */
  readonly instruments: readonly Instrument[]
}

/** A suspension whose last day has passed with nobody having looked at what followed (R7). */
export type Silence = {
  readonly instrument: Instrument
  readonly lastDay: LocalDate
  readonly verifiedThrough: LocalDate
  readonly assumedInclusive: boolean
}

/** A suspension that will run out: its last day, inclusive, on or after the day asked. */
export type Ending = {
  readonly instrument: Instrument
  readonly lastDay: LocalDate
  readonly assumedInclusive: boolean
  /** The instruments it suspends, by key: as a whole, or only some of their provisions. */
  readonly suspends: readonly { readonly key: string; readonly whole: boolean }[]
}

/** Every day on which some cell of these rows changes its status, oldest first; the question's own day does not matter. */
export function changeDaysOf(law: Law, question: Question, of: Rows): readonly ChangeDay[] {
  const asked = ask(law, question)
  const days: Moves = new Map()
  for (const { key, forms } of materialsOf(law, of)) {
    for (const form of forms) {
      const timeline = cellTimeline(law, question, key, form)
      if (timeline.length > 1) collect(law, days, key, timeline, linesOf(candidatesOf(law, asked, key, form)))
    }
  }
  return [...days]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([on, { shifts, movers }]) => ({
      on,
      cells: [...shifts.values()].reduce((sum, shift) => sum + shift.cells, 0),
      shifts: [...shifts.values()],
      instruments: [...movers].sort((a, b) => (a.key < b.key ? -1 : 1)),
    }))
}

/** Suspensions that had ended by a day and whose end lies after the last look at them, the latest first. */
export function silencesOn(law: Law, on: LocalDate): readonly Silence[] {
  const found = new Map<string, Silence>()
  for (const { provision, end, ending } of endingSuspensions(law)) {
    const verifiedThrough = suspensionVerifiedThrough(law, provision)
    if (end > on || end <= verifiedThrough) continue
    found.set(`${ending.instrument.key} ${end}`, { ...ending, verifiedThrough })
  }
  return [...found.values()].sort((a, b) => (a.lastDay < b.lastDay ? 1 : -1))
}

/** Suspensions in force on a day, or yet to come, with an end on record, the first to end first, whatever cells they reach. */
export function endingsFrom(law: Law, on: LocalDate): readonly Ending[] {
  const found = new Map<string, Ending>()
  for (const { provision, end, ending } of endingSuspensions(law)) {
    if (end <= on) continue
    const name = `${ending.instrument.key} ${end}`
    const before = found.get(name)?.suspends ?? []
    found.set(name, {
      ...ending,
      suspends: [...before, ...targetsOf(law, provision).filter(({ key }) => before.every((one) => one.key !== key))],
    })
  }
  return [...found.values()].sort((a, b) => (a.lastDay < b.lastDay ? -1 : 1))
}

/** Every suspension with an end on record; `end` is the first day after it. */
export function endingSuspensions(law: Law) {
  return [...law.provisions.values()].flatMap((provision) => {
    const end = provision.effect === 'suspend' ? (inForceRuns(law, provision).at(-1)?.to ?? null) : null
    if (end === null) return []
    const assumedInclusive = provision.lastDayReading === 'assumed-inclusive'
    return [
      {
        provision,
        end,
        ending: { instrument: instrumentOf(law, provision), lastDay: previousDay(end), assumedInclusive },
      },
    ]
  })
}

/** The instruments that a suspension acts on, by key: as a whole, or only some of their provisions. */
export function targetsOf(law: Law, { targets }: Provision): Ending['suspends'] {
  const named = targets.map((target) => ({
    key: law.provisions.get(target)?.instrument ?? target,
    whole: !law.provisions.has(target),
  }))
  return named.filter(({ key }, at) => named.findIndex((other) => other.key === key) === at)
}

type Moves = Map<LocalDate, { readonly shifts: Map<string, Shift>; readonly movers: Set<Instrument> }>

function collect(
  law: Law,
  days: Moves,
  material: string,
  timeline: readonly Span[],
  lines: readonly Provision[],
): void {
  for (const [index, { from: on, status: after }] of timeline.entries()) {
    const before = timeline[index - 1]?.status
    if (before === undefined || before === after) continue
    const { shifts, movers } = days.get(on) ?? { shifts: new Map<string, Shift>(), movers: new Set<Instrument>() }
    days.set(on, { shifts, movers })
    const { materials, cells }: Shift = shifts.get(`${before} ${after}`) ?? { before, after, materials: [], cells: 0 }
    const named = materials.includes(material) ? materials : [...materials, material]
    shifts.set(`${before} ${after}`, { before, after, materials: named, cells: cells + 1 })
    for (const line of lines) for (const mover of moversOf(law, line, on)) movers.add(instrumentOf(law, mover))
  }
}

/** What makes a line change its state on a day: the line itself, or acts on it that begin or end then. */
function moversOf(law: Law, line: Provision, on: LocalDate): readonly Provision[] {
  if (!spansOf(law, line).some((span) => span.from === on)) return []
  const { suspensions, extensions, repeals } = law.acts(line)
  return [line, ...suspensions, ...extensions, ...repeals].filter((one) => movesOn(law, one, on))
}

function movesOn(law: Law, provision: Provision, on: LocalDate): boolean {
  if (provision.inForce.from === on || instrumentOf(law, provision).issuedOn === on) return true
  return inForceRuns(law, provision).some((run) => run.from === on || run.to === on) && provision.effect === 'suspend'
}
