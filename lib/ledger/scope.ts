import type { Law } from './law'
import { compare } from './order'
import type { Form, Material } from './record'

/** Which materials a matrix shows: the 17 rare earths, or everything that a rule can name. */
export type Scope = 'rare-earths' | 'all'

/** Rows to answer for: a scope, or some of its materials. */
export type Rows = Scope | readonly Material[]

/** The materials that are meant. */
export function materialsOf(law: Law, rows: Rows): readonly Material[] {
  return typeof rows === 'string' ? materialsInScope(law, rows) : rows
}

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

/** How many rows a page of the matrix has at most: the whole real record fits on one. */
export const ROWS_ON_A_PAGE = 50

/** Some materials of a scope, in its order, and where the pages before and after them begin. */
export type PageOfScope = {
  readonly materials: readonly Material[]
  /** Where the page before begins (`after: null` is the first page); `null` where there is none. */
  readonly previous: { readonly after: string | null } | null
  /** The key after which the next page begins; `null` where this is the last. */
  readonly next: string | null
}

/**
 * The page of a scope that follows a material, `null` being the first.
 *
 * @throws {TypeError} when the scope does not hold that material; the edge refuses it in words.
 */
export function pageOfScope(law: Law, scope: Scope, after: string | null): PageOfScope {
  const all = materialsInScope(law, scope)
  const start = after === null ? 0 : all.findIndex(({ key }) => key === after) + 1
  if (after !== null && start === 0) throw new TypeError(`not in this scope: ${JSON.stringify(after)}`)
  const materials = all.slice(start, start + ROWS_ON_A_PAGE)
  const before = start - ROWS_ON_A_PAGE - 1
  const last = materials.at(-1)
  return {
    materials,
    previous: start === 0 ? null : { after: all[before]?.key ?? null },
    next: last === undefined || start + materials.length >= all.length ? null : last.key,
  }
}
