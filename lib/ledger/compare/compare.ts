import type { CellKey } from '../impact-groups'
import type { LocalDate } from '../interval'
import type { MatrixCell } from '../matrix'
import { nameOf } from './cells'
import { moversBetween } from './movers'
import type { Seen, Turn, World } from './seen'
import { cellIn, isSeenAlike, seenOf, turnOf, turnsAround } from './seen'
import type { Cause, Passage, Recorded, Step } from './steps'
import { CAUSES, causeOf, wayFrom } from './steps'

/** One cell that reads otherwise in one world than in another, and why. */
export type Difference = CellKey & {
  /** `null` where the world has no such cell. */
  readonly before: Seen | null
  readonly after: Seen | null
  readonly turn: Turn
  readonly cause: Cause
  /** The last step after which the cell stays as it is in the second world. */
  readonly step: Step
  /** The instruments that did it, by key; empty where only words did. */
  readonly movers: readonly string[]
  /** Where the day did it: from this day on it reads so, or (on the way back) until this day it did. */
  readonly turnsOn: LocalDate | null
  /** Steps at which it had moved already, in their order. */
  readonly earlier: readonly Step[]
}

/** A cell of either world, whether it differs or not. */
export type Pair = CellKey & { readonly before: MatrixCell | null; readonly after: MatrixCell | null }

export type Comparison = {
  /** Every cell of either world, in the order of the matrix. */
  readonly pairs: readonly Pair[]
  readonly differences: readonly Difference[]
  /** How many cells differ by which cause; they add up to the number of differences. */
  readonly causes: { readonly [cause in Cause]: number }
}

export type Compared = {
  readonly a: World
  readonly b: World
  /** The revisions between the two, in the order of the way from `a` to `b`; see `wayFrom`. */
  readonly between: readonly Recorded[]
  readonly cells: readonly CellKey[]
  /** What was kept of the cells of `a`, by `material/form`: it goes before what is reckoned now. */
  readonly frozen?: ReadonlyMap<string, Seen>
}

/**
 * Which cells read otherwise in one world than in another, each with one cause, so that the counts add up.
 *
 * It walks from the first world to the second one step at a time, and a cell belongs to the last step after which it stays
 * as it is in the second. A cell whose answer is the same and whose material or form is called otherwise is reworded.
 */
export function compareWorlds({ a, b, between, cells, frozen }: Compared): Comparison {
  const pairs = cells.map(
    (cell): Pair => ({
      ...cell,
      before: cellIn(a, cell.material, cell.form),
      after: cellIn(b, cell.material, cell.form),
    }),
  )
  const tracks = pairs.flatMap((pair) => {
    const kept = frozen?.get(nameOf(pair))
    const before = kept ?? (pair.before === null || frozen !== undefined ? null : seenOf(pair.before))
    const after = pair.after === null ? null : seenOf(pair.after)
    const answers = !isSeenAlike(before, after)
    if (!answers && wordsOf(a, pair) === wordsOf(b, pair)) return []
    return [{ ...pair, kept: before, seen: after, answers, moves: [] as Move[] }]
  })
  if (tracks.length > 0) walk(tracks, a, wayFrom(a, b, between))
  const differences = tracks.map((track) => differenceOf(track, b))
  const count = (cause: Cause) => differences.filter((difference) => difference.cause === cause).length
  return {
    pairs,
    differences,
    causes: Object.fromEntries(CAUSES.map((cause) => [cause, count(cause)])) as Comparison['causes'],
  }
}

type Move = { readonly step: Step; readonly movers: readonly string[]; readonly from: World | null }
type Track = Pair & {
  readonly kept: Seen | null
  readonly seen: Seen | null
  /** Whether the answers differ, and not the words alone. */
  readonly answers: boolean
  readonly moves: Move[]
}

function walk(tracks: readonly Track[], a: World, way: Iterable<Passage>): void {
  const cells = new Map(tracks.map((track) => [track, track.before]))
  for (const track of tracks) {
    const reckoned = track.before === null ? null : seenOf(track.before)
    if (track.answers && !isSeenAlike(track.kept, reckoned)) {
      track.moves.push({ step: { of: 'rules' }, movers: [], from: null })
    }
  }
  let from = a
  for (const { step, world } of way) {
    for (const track of tracks) {
      if (!track.answers) {
        if (wordsOf(from, track) !== wordsOf(world, track)) track.moves.push({ step, movers: [], from })
        continue
      }
      const was = cells.get(track) ?? null
      const is = cellIn(world, track.material, track.form)
      cells.set(track, is)
      if (isSeenAlike(was === null ? null : seenOf(was), is === null ? null : seenOf(is))) continue
      const movers = moversBetween([from.law, world.law], was?.answer ?? null, is?.answer ?? null)
      track.moves.push({ step, movers, from })
    }
    from = world
  }
}

/** @throws {TypeError} when a cell differs and no step moved it: the way does not lead where it should. */
function differenceOf({ material, form, kept, seen, answers, moves }: Track, b: World): Difference {
  const last = moves.at(-1)
  if (last === undefined) throw new TypeError(`nothing between two worlds moves ${material}/${form}`)
  return {
    material,
    form,
    before: kept,
    after: seen,
    turn: turnOf(kept, seen),
    cause: answers ? causeOf(last.step) : 'wording',
    step: last.step,
    movers: last.movers,
    turnsOn: last.step.of === 'on' && last.from !== null ? turnsOn(last.from, b, material, form) : null,
    earlier: moves.slice(0, -1).map(({ step }) => step),
  }
}

function turnsOn(from: World, { law, question }: World, material: string, form: string): LocalDate | null {
  const turns = turnsAround({ law, question: { ...from.question, on: question.on } }, material, form)
  if (turns === null) return null
  return from.question.on < question.on ? turns.from : turns.to
}

/** What the material and the form of a cell are called. */
function wordsOf({ law }: World, { material, form }: CellKey): string {
  const [one, other] = [law.materials.get(material), law.forms.get(form)]
  return [one?.nameEn, one?.nameZh, one?.symbol, other?.nameEn, other?.nameZh].join('\n')
}
