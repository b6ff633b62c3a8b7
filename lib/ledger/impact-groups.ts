import { isSame } from './equal'
import { gathered } from './gathered'
import type { Flip, Seen } from './impact/cell'
import type { Lens } from './impact/lens'
import type { Interval } from './interval'
import { plainQuestion } from './question'

/** A cell by its two keys. */
export type CellKey = { readonly material: string; readonly form: string }

/** A status as far as a group tells it: how many goods of a form are named differs from cell to cell. */
export type FlippedStatus = Pick<Flip['before'], 'status' | 'beforeEffect'>

/** Cells that flip alike: on the same days, from the same status to the same status, under the same questions. */
export type FlipGroup = Interval &
  Pick<Flip, 'next'> & {
    readonly before: FlippedStatus
    readonly after: FlippedStatus
    readonly cells: readonly CellKey[]
    /** The materials of these cells, each once, in the order of the cells. */
    readonly materials: readonly string[]
    /** The questions under which these cells flip alike, the plainest first. */
    readonly lenses: readonly Lens[]
    /** The changed keys that make it so, for any of the cells. */
    readonly because: readonly string[]
  }

/**
 * Flips by what they do, so that fifty cells that flip alike are told once: first those that the plain question shows,
 * then by their first day, then the largest first. Every flip is in exactly one group.
 */
export function groupsOf(flips: readonly Flip[]): readonly FlipGroup[] {
  const doing = gathered(flips, ({ from, to, before, after, next }) =>
    JSON.stringify([from, to, statusIn(before), statusIn(after), next]),
  )
  return doing.flatMap(groupsByQuestion).sort(inOrder)
}

/** How many cells flip, each counted once whatever the days and questions. */
export function cellsIn(flips: readonly Pick<Seen, 'material' | 'form'>[]): number {
  return new Set(flips.map(nameOfCell)).size
}

/** Flips that do the same: the questions under which the very same cells do it stand together. */
function groupsByQuestion(flips: readonly Flip[]): readonly FlipGroup[] {
  const byLens = gathered(flips, ({ lens }) => JSON.stringify(lens))
  return gathered(byLens, (own) => own.map(nameOfCell).sort().join(' ')).map((lenses) => {
    const [own] = lenses
    const [{ from, to, before, after, next }] = own
    return {
      ...{ from, to, before: statusIn(before), after: statusIn(after), next },
      cells: own.map(({ material, form }) => ({ material, form })),
      materials: [...new Set(own.map(({ material }) => material))],
      lenses: lenses.map(([first]) => first.lens).sort(plainestFirst),
      because: [...new Set(lenses.flat().flatMap(({ because }) => because))].sort(),
    }
  })
}

function statusIn({ status, beforeEffect }: FlippedStatus): FlippedStatus {
  return { status, beforeEffect }
}

/** Whether a lens asks what nobody has refined. */
export function isPlainLens({ from, to, use, party, route }: Lens): boolean {
  const { on: _on, known: _known, ...plain } = plainQuestion('' as Interval['from'])
  return isSame({ from, to, use, party, route }, plain)
}

function inOrder(a: FlipGroup, b: FlipGroup): number {
  const plain = Number(b.lenses.some(isPlainLens)) - Number(a.lenses.some(isPlainLens))
  return plain || (a.from < b.from ? -1 : a.from > b.from ? 1 : b.cells.length - a.cells.length)
}

function plainestFirst(a: Lens, b: Lens): number {
  return refinements(a) - refinements(b)
}

function refinements({ from, to, use, party, route }: Lens): number {
  return [from !== 'CN', to !== null, use !== 'civil', party !== null, route !== 'export'].filter(Boolean).length
}

function nameOfCell({ material, form }: CellKey): string {
  return `${material}/${form}`
}
