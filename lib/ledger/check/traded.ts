import type { Law } from '../law'
import { partsOf } from './parts'
import type { Goods } from './product'

type Composition = Goods & { readonly by: 'composition' }

/** Whether a composition holds nothing that the record lists: nothing can be said of such goods. */
export function isNothing(law: Law, goods: Composition): boolean {
  const { inside, perhaps } = partsOf(law, goods)
  return goods.base === null && inside.size + perhaps.size === 0
}

/**
 * Whether the record knows the stuff of a composition in its form: its base, or without one any of its parts, or goods that
 * are told by what they hold or of which the record says no more than that they are of rare earths (parts, ores).
 */
export function isTraded(law: Law, goods: Composition): boolean {
  const { form, base } = goods
  const family = law.forms.get(form)?.family
  if (family === 'technology' || family === 'equipment') return false
  const { inside, perhaps } = partsOf(law, goods)
  const own = base === null ? [...inside, ...perhaps] : [base]
  const all = new Set([...inside, ...perhaps, ...(base === null ? [] : (law.materials.get(base)?.components ?? []))])
  const known = own.some((key) => law.materials.get(key)?.forms.includes(form))
  return known || [...law.materials.values()].some((one) => one.forms.includes(form) && isBroader(law, one.key, all))
}

function isBroader(law: Law, key: string, inside: ReadonlySet<string>): boolean {
  const material = law.materials.get(key)
  if (material === undefined || material.symbol !== null) return false
  if (material.components.length > 0) return material.components.some((one) => inside.has(one))
  return material.rareEarth && [...inside].some((one) => law.materials.get(one)?.rareEarth === true)
}
