import type { Law } from './law'
import { compare } from './order'
import type { Form, Material } from './record'

/** Which materials a matrix shows: the 17 rare earths, or everything that a rule can name. */
export type Scope = 'rare-earths' | 'all'

/** The materials of a scope: the 17 rare earths by atomic number, then the others by kind and name. */
export function materialsInScope(law: Law, scope: Scope): readonly Material[] {
  const elements = [...law.materials.values()].filter((material) => material.kind === 'element')
  const others = [...law.materials.values()].filter((material) => material.kind !== 'element')
  elements.sort((a, b) => (a.atomicNumber ?? 0) - (b.atomicNumber ?? 0))
  others.sort((a, b) => compare(a.kind, b.kind) || compare(a.nameEn, b.nameEn))
  return scope === 'all' ? [...elements, ...others] : elements
}

/** All forms in the order in which readers meet them. */
export function formsInOrder(law: Law): readonly Form[] {
  return [...law.forms.values()].sort((a, b) => a.order - b.order)
}

/** The forms of one material, in the same order. */
export function formsOf(law: Law, material: Material): readonly Form[] {
  return formsInOrder(law).filter((form) => material.forms.includes(form.key))
}
