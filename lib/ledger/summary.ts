import type { Matrix, MatrixRow } from './matrix'
import type { Status } from './status'

/** Materials that share a roll-up: the words of the answer sentence come from these. */
export type SummaryPart = { readonly status: Status | 'mixed'; readonly rows: readonly MatrixRow[] }

/** The order in which the sentence tells its parts: what is open first, what is closed last. */
const ORDER: readonly (Status | 'mixed')[] = [
  'not-controlled',
  'announced',
  'paused',
  'licence',
  'refused',
  'prohibited',
  'pause-ended',
  'mixed',
  'unknown',
  'not-applicable',
]

/** The rows of a matrix by what they roll up to (R11), empty parts left out. */
export function summarise(matrix: Matrix): readonly SummaryPart[] {
  return ORDER.map((status) => ({ status, rows: matrix.rows.filter((row) => row.rollup.status === status) })).filter(
    (part) => part.rows.length > 0,
  )
}
