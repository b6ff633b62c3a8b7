import type { MatrixRow } from '@/lib/ledger/matrix'
import type { NameOf } from '../history/names'
import { nameOf } from './names'

/** The names of the materials of a matrix; anything else goes by its key. */
export function namesOfRows(rows: readonly Pick<MatrixRow, 'material'>[]): NameOf {
  const materials = new Map(rows.map(({ material }) => [material.key, material]))
  return (kind, key) => {
    const material = kind === 'material' ? materials.get(key) : undefined
    return material === undefined ? key : nameOf(material)
  }
}
