import { borneOutFrom } from './borne-out'
import { gathered } from './gathered'
import type { LocalDate } from './interval'
import { daysBetween, later, previousDay } from './interval'
import type { Law } from './law'
import { openLaw } from './law'
import { saidBy } from './period'
import { opennessOf } from './status'
import type { Claim } from './testimony'
import type { AssertedCell, Weighing } from './weighing'
import { inLaw, weigh } from './weighing'

/**
 * `already`: every cell was borne out by what was on file before it was said; `given`: instruments issued since bear out
 * the rest; `part`: they bear out some of the rest; `none`: no instrument issued since bears out any of it;
 * `untestable`: it speaks of no cell; `before-record`: the record does not reach back to it.
 */
export type GapWord = 'already' | 'given' | 'part' | 'none' | 'untestable' | 'before-record'

/** Instruments of one day by which cells came to be borne out. */
export type GapStep = {
  /** The day of issue, and the days from the claim to it. */
  readonly on: LocalDate
  readonly days: number
  readonly instruments: readonly string[]
  readonly cells: number
  /** The first day on which all of these cells are as was said; scheduled where it is later than the day asked. */
  readonly from: LocalDate
}

/** The time between what was said and the text that gave it effect, counted to a day. */
export type Gap = {
  readonly word: GapWord
  readonly said: LocalDate
  /** Days from the claim to the day asked. */
  readonly waited: number
  readonly cells: number
  /** Cells borne out by what was on file before it was said, and the instruments behind them. */
  readonly already: number
  readonly alreadyBy: readonly string[]
  /** What was issued on the day it was said or later, the earliest first. */
  readonly steps: readonly GapStep[]
  /** Cells that nothing on file bears out, their materials by key, and how many of them are unclear on the day asked. */
  readonly outstanding: number
  readonly outstandingMaterials: readonly string[]
  readonly unclear: number
  /** Whether what is outstanding was said of days that were over by then: nothing issued later can bear it out. */
  readonly past: boolean
}

/**
 * Counts the gap between a claim and the law on a day, by what was on file that day.
 *
 * An instrument gives a claim effect when it is the first, issued on the day the claim was made or later, with which the
 * law on file bears out asserted cells that it did not bear out before. Only binding instruments count (R1). A claim dated
 * to a month is read on the month's last day.
 *
 * @param on a Beijing day, not before the claim was made.
 * @throws {TypeError} when it is.
 */
export function gapOf(weighing: Weighing, claim: Claim, on: LocalDate): Gap {
  const said = saidBy(claim)
  if (on < said) throw new TypeError(`asked on ${JSON.stringify(on)} of what was said by ${JSON.stringify(said)}`)
  const onFile = weighing.asKnownOn(on)
  const cells = onFile.cellsOf(claim)
  const blank = { said, waited: daysBetween(said, on), cells: cells.length, ...NOTHING }
  if (cells.length === 0) return { ...blank, word: 'untestable' }
  if (said < weighing.law.coversFrom) return { ...blank, word: 'before-record' }

  const before = weighing.asKnownOn(previousDay(said))
  const borne = new Set(cells.filter((cell) => borneOutFrom(cell, said) !== null))
  const already = new Set([...borne].filter((cell) => borneOutFrom(inLaw(before, cell), said) !== null))
  const outstanding = cells.filter((cell) => !borne.has(cell))
  const steps = stepsOf(
    onFile,
    said,
    [...borne].filter((cell) => !already.has(cell)),
  )
  return {
    ...blank,
    word: wordOf(steps.length, outstanding.length),
    already: already.size,
    alreadyBy: instrumentsBehind([...already], said),
    steps,
    outstanding: outstanding.length,
    outstandingMaterials: [...new Set(outstanding.map(({ material }) => material))],
    unclear: outstanding.filter(({ cell }) => opennessOf(cell.statusOn(on)) === 'unclear').length,
    past: outstanding.length > 0 && outstanding.every(({ assertion: { to } }) => to !== null && to <= said),
  }
}

const NOTHING = {
  already: 0,
  alreadyBy: [],
  steps: [],
  outstanding: 0,
  outstandingMaterials: [],
  unclear: 0,
  past: false,
} satisfies Partial<Gap>

function wordOf(steps: number, outstanding: number): GapWord {
  if (outstanding === 0) return steps === 0 ? 'already' : 'given'
  return steps === 0 ? 'none' : 'part'
}

/** The step that bore out the last cell that was borne out, and with it the claim where none is outstanding. */
export function lastStep({ steps }: Gap): GapStep | null {
  return steps.at(-1) ?? null
}

/** Each cell belongs to the first day of issue with which the law on file bears it out. */
function stepsOf(onFile: Weighing, said: LocalDate, cells: readonly AssertedCell[]): readonly GapStep[] {
  if (cells.length === 0) return []
  const days = [...new Set([...onFile.law.instruments.values()].map(({ issuedOn }) => issuedOn))]
    .filter((day) => day >= said)
    .sort()
  const placed = cells.flatMap((cell) => {
    const on = days.find((day) => borneOutFrom(inLaw(onFile.asKnownOn(day), cell), said) !== null)
    return on === undefined ? [] : [{ on, cell }]
  })
  return gathered(placed, ({ on }) => on)
    .map((own) =>
      stepOn(
        onFile,
        said,
        own[0].on,
        own.map(({ cell }) => cell),
      ),
    )
    .sort((a, b) => (a.on < b.on ? -1 : 1))
}

function stepOn(onFile: Weighing, said: LocalDate, on: LocalDate, cells: readonly AssertedCell[]): GapStep {
  const from = cells.map((cell) => borneOutFrom(cell, said) ?? on).reduce(later)
  return {
    on,
    days: daysBetween(said, on),
    instruments: issuedOn(onFile.law, on, cells, said),
    cells: cells.length,
    from,
  }
}

/** Of the instruments of one day those without which some of the cells would not be borne out; all where none is missed. */
function issuedOn(law: Law, on: LocalDate, cells: readonly AssertedCell[], said: LocalDate): readonly string[] {
  const issued = [...law.instruments.values()].filter((instrument) => instrument.issuedOn === on).map(({ key }) => key)
  if (issued.length === 1) return issued
  const missed = issued.filter((key) => {
    const instruments = law.ledger.instruments.filter((instrument) => instrument.key !== key)
    const without = weigh(openLaw({ ...law.ledger, instruments }, on))
    return cells.some((cell) => borneOutFrom(inLaw(without, cell), said) === null)
  })
  return (missed.length === 0 ? issued : missed).sort()
}

/** What stood behind cells on the first day on which they were as was said. */
function instrumentsBehind(cells: readonly AssertedCell[], said: LocalDate): readonly string[] {
  const seen = new Map(cells.map((asserted) => [asserted.cell, asserted]))
  const keys = [...seen.values()].flatMap((asserted) =>
    asserted.cell.instrumentsOn(lookedAtOn(asserted, borneOutFrom(asserted, said) ?? said)),
  )
  return [...new Set(keys)].sort()
}

function lookedAtOn({ assertion: { to } }: AssertedCell, from: LocalDate): LocalDate {
  return to !== null && to < from ? to : from
}
