import type { CellKey } from '../impact-groups'
import type { MatrixCell } from '../matrix'
import { moversBetween } from './movers'
import type { Seen, World } from './seen'
import { cellIn, hasSameStatus, isSeenAlike, seenOf } from './seen'
import type { Passage, Step } from './steps'

/** A cell that differs between two worlds. */
export type Track = CellKey & {
  /** As it is reckoned in the first world. */
  readonly before: MatrixCell | null
  /** As it was kept of the first world, or else as it is reckoned; and as it is in the second. */
  readonly kept: Seen | null
  readonly seen: Seen | null
  /** Whether the answers differ, and not the words alone. */
  readonly answers: boolean
}

/** A step that made a cell read otherwise. */
export type Move = {
  readonly step: Step
  readonly movers: readonly string[]
  /** The world before the step; `null` where it lies before the first world. */
  readonly from: World | null
  /** Whether it moved the status itself, and not only what qualifies it. */
  readonly status: boolean
}

/** Every step that moves each of some cells on the way from a world; the way is not gone where there are no cells. */
export function movesOf(
  tracks: readonly Track[],
  a: World,
  way: Iterable<Passage>,
): ReadonlyMap<Track, readonly Move[]> {
  const moves = new Map<Track, Move[]>(tracks.map((track) => [track, reckonedOtherwise(track)]))
  if (tracks.length === 0) return moves
  const cells = new Map(tracks.map((track) => [track, track.before]))
  let from = a
  for (const { step, world } of way) {
    for (const track of tracks) {
      const was = cells.get(track) ?? null
      const is = track.answers ? cellIn(world, track.material, track.form) : null
      cells.set(track, is)
      const moved = track.answers ? movedBy(step, [from, world], was, is) : rewordedBy(step, [from, world], track)
      if (moved !== null) moves.get(track)?.push(moved)
    }
    from = world
  }
  return moves
}

/** What was kept and is reckoned otherwise now moves before anything else does. */
function reckonedOtherwise({ before, kept, answers }: Track): Move[] {
  const reckoned = before === null ? null : seenOf(before)
  if (!answers || isSeenAlike(kept, reckoned)) return []
  return [{ step: { of: 'rules' }, movers: [], from: null, status: !hasSameStatus(kept, reckoned) }]
}

type Between = readonly [World, World]

function movedBy(step: Step, [from, to]: Between, was: MatrixCell | null, is: MatrixCell | null): Move | null {
  const [old, now] = [was === null ? null : seenOf(was), is === null ? null : seenOf(is)]
  if (isSeenAlike(old, now)) return null
  const movers = moversBetween([from.law, to.law], was?.answer ?? null, is?.answer ?? null)
  return { step, movers, from, status: !hasSameStatus(old, now) }
}

function rewordedBy(step: Step, [from, to]: Between, cell: CellKey): Move | null {
  return wordsOf(from, cell) === wordsOf(to, cell) ? null : { step, movers: [], from, status: false }
}

/** What the material and the form of a cell are called. */
export function wordsOf({ law }: World, { material, form }: CellKey): string {
  const [one, other] = [law.materials.get(material), law.forms.get(form)]
  return [one?.nameEn, one?.nameZh, one?.symbol, other?.nameEn, other?.nameZh].join('\n')
}
