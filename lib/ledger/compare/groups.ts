import { gathered } from '../gathered'
import type { Difference } from './compare'
import type { Seen } from './seen'
import { CAUSES, type Cause } from './steps'

/** Cells that went the same way for the same reason: told in one sentence. */
export type DifferenceGroup = Pick<
  Difference,
  'before' | 'after' | 'turn' | 'cause' | 'step' | 'movers' | 'turnsOn'
> & {
  readonly cells: readonly Difference[]
  /** The materials of these cells, each once, in the order of the cells. */
  readonly materials: readonly string[]
}

/** The differences of one cause. */
export type CauseGroup = { readonly cause: Cause; readonly count: number; readonly groups: readonly DifferenceGroup[] }

/** Differences by their cause, and those of one cause by what became of them: the largest groups first. */
export function groupsByCause(differences: readonly Difference[]): readonly CauseGroup[] {
  return CAUSES.flatMap((cause) => {
    const own = differences.filter((difference) => difference.cause === cause)
    if (own.length === 0) return []
    const groups = gathered(own, nameOfGroup).map((cells): DifferenceGroup => {
      const [{ before, after, turn, step, movers, turnsOn }] = cells
      const materials = [...new Set(cells.map(({ material }) => material))]
      return { before, after, turn, cause, step, movers, turnsOn, cells, materials }
    })
    return [{ cause, count: own.length, groups: groups.toSorted((a, b) => b.cells.length - a.cells.length) }]
  })
}

/** How many goods of a form are covered differs from cell to cell: it counts only where nothing else differs. */
function nameOfGroup({ before, after, turn, step, movers, turnsOn }: Difference): string {
  const plain = (seen: Seen | null) => (seen === null ? null : { ...seen, coverage: null })
  const [was, is] = [JSON.stringify(plain(before)), JSON.stringify(plain(after))]
  return JSON.stringify([step, turnsOn, movers, turn, was, is, was === is ? [before?.coverage, after?.coverage] : null])
}
