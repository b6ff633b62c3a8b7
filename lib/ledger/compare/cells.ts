import type { CellKey } from '../impact-groups'
import type { Law } from '../law'
import type { Scope } from '../scope'
import { formsOf, materialsInScope } from '../scope'

/** Every cell of a scope that either law has, in the order of the second, what only the first has last. */
export function cellsOf(laws: readonly Law[], scope: Scope): readonly CellKey[] {
  const cells = new Map<string, CellKey>()
  for (const law of laws.toReversed()) {
    for (const material of materialsInScope(law, scope)) {
      for (const form of formsOf(law, material)) {
        cells.set(nameOf({ material: material.key, form: form.key }), { material: material.key, form: form.key })
      }
    }
  }
  return [...cells.values()]
}

/** A cell as maps and lists name it: `Dy/metal`. */
export function nameOf({ material, form }: CellKey): string {
  return `${material}/${form}`
}
