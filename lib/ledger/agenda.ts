import type { LocalDate } from './interval'
import { previousDay } from './interval'
import type { Law } from './law'
import { instrumentOf } from './law'
import type { Scope } from './matrix'
import { materialsInScope } from './matrix'
import type { Question } from './question'
import type { Instrument, Provision } from './record'
import { inForceRuns, suspensionVerifiedThrough } from './span'
import type { Status } from './status'
import type { Span } from './timeline'
import { cellTimeline } from './timeline'

/** Cells that go from one status to another on one day, gathered by material in the matrix's order. */
export type Turn = {
  readonly on: LocalDate
  readonly before: Status
  readonly after: Status
  readonly materials: readonly { readonly material: string; readonly cells: number }[]
}

/** A suspension whose last day has passed with nobody having verified what followed (R7). */
export type FallenDue = {
  readonly instrument: Instrument
  readonly provision: Provision
  readonly lastDay: LocalDate
}

/** Every change of status in a scope under one question, oldest day first; the question's own day does not matter. */
export function turnsOf(law: Law, question: Question, scope: Scope): readonly Turn[] {
  const turns = new Map<string, Turn>()
  for (const { key, forms } of materialsInScope(law, scope)) {
    for (const form of forms) collect(turns, key, cellTimeline(law, question, key, form))
  }
  return [...turns.values()].sort((a, b) => (a.on === b.on ? 0 : a.on < b.on ? -1 : 1))
}

/** The turns of the last change day on or before a day, and of the first after it. */
export function turnsAround(
  turns: readonly Turn[],
  on: LocalDate,
): { readonly last: readonly Turn[]; readonly next: readonly Turn[] } {
  const lastDay = turns.findLast((turn) => turn.on <= on)?.on
  const nextDay = turns.find((turn) => turn.on > on)?.on
  return {
    last: turns.filter((turn) => turn.on === lastDay),
    next: turns.filter((turn) => turn.on === nextDay),
  }
}

/** Suspensions that had ended by a day and whose end lies after the last look at them: one entry per instrument and day. */
export function fallenDueOn(law: Law, on: LocalDate): readonly FallenDue[] {
  const found = new Map<string, FallenDue>()
  for (const provision of law.provisions.values()) {
    if (provision.effect !== 'suspend') continue
    const end = inForceRuns(law, provision).at(-1)?.to ?? null
    if (end === null || end > on || end <= suspensionVerifiedThrough(law, provision)) continue
    const instrument = instrumentOf(law, provision)
    const name = `${instrument.key} ${end}`
    if (!found.has(name)) found.set(name, { instrument, provision, lastDay: previousDay(end) })
  }
  return [...found.values()].sort((a, b) => (a.lastDay < b.lastDay ? 1 : -1))
}

function collect(turns: Map<string, Turn>, material: string, timeline: readonly Span[]): void {
  for (const [index, { from: on, status: after }] of timeline.entries()) {
    const before = timeline[index - 1]?.status
    if (before === undefined || before === after) continue
    const name = `${on} ${before} ${after}`
    const turn = turns.get(name) ?? { on, before, after, materials: [] }
    const cells = turn.materials.find((entry) => entry.material === material)?.cells ?? 0
    const others = turn.materials.filter((entry) => entry.material !== material)
    turns.set(name, { ...turn, materials: [...others, { material, cells: cells + 1 }] })
  }
}
