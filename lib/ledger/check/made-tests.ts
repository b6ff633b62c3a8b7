import type { Law } from '../law'
import type { FormFamily, Material, Provision } from '../record'
import { elementsNamedIn } from './markers'
import { hasForm, isMagnetMaterial, isNamedInForm, type Thing } from './thing'
import type { Truth } from './truth'
import { all, some, truthOf } from './truth'

type Made = Thing & { readonly is: 'made' }

/**
 * Whether a line names what a composition is made of. One that names elements asks for one of them; one that names
 * products alone asks for one of those. "No" needs more than silence: what the record does not say of a product, and what
 * a reader did not say of the rest, is not known.
 */
export function madeMaterial(law: Law, line: Provision, thing: Made): Truth {
  const elements = line.materials.filter((key) => law.materials.get(key)?.components.length === 0)
  const asked = elements.length > 0 ? elements : line.materials
  if (asked.some((key) => thing.contains.has(key))) return 'yes'
  if (elements.length === 0) {
    const found = isHolder(law, line) ? holds(law, line, thing) : truthOf(line.materials.some(isOneOf(law, thing)))
    if (found !== 'no') return found
  }
  const isOpen =
    asked.some((key) => thing.perhaps.has(key)) || mayBeUnsaid(law, line, thing) || mayBeInRest(law, line, thing, asked)
  return isOpen ? 'unknown' : 'no'
}

/**
 * Whether a composition has a form that a line names. A material in a form that the record does not know it in is in one
 * of its own by other words (powder of a metal, an ore of an oxide), and nobody can tell which.
 */
export function madeForm(law: Law, line: Provision, thing: Made): Truth {
  if (hasForm(line, thing.form)) return 'yes'
  const isStuff = line.forms.some((form) => STUFF.has(law.forms.get(form)?.family ?? 'other'))
  const named = line.materials.filter((key) => thing.contains.has(key) || thing.perhaps.has(key))
  return isStuff && named.some((key) => !law.materials.get(key)?.forms.includes(thing.form)) ? 'unknown' : 'no'
}

/** Named goods: certain where the line names a product that the thing is, "no" where it is another product. */
export function madeCoverage(law: Law, line: Provision, thing: Made): Truth {
  if (isHolder(law, line)) return holds(law, line, thing) === 'yes' ? 'yes' : 'unknown'
  const products = line.materials.filter((key) => isProduct(law, key))
  if (products.length === 0) return 'unknown'
  if (products.some(isOneOf(law, thing))) return 'yes'
  return thing.base !== null && isMagnetMaterial(law, thing.base) ? 'no' : 'unknown'
}

/**
 * Whether goods of a material that no line names in its form may hold one that is: a neodymium magnet may or may not
 * hold dysprosium.
 */
export function mayHold(law: Law, line: Provision, { material, form }: { material: string; form: string }): boolean {
  if (!hasForm(line, form) || isNamedInForm(law, material, form)) return false
  const kin = magnetMaterials(law, form).filter(({ components }) => components.includes(material))
  return magnetMaterials(law, form).some(
    ({ key, components }) =>
      line.materials.includes(key) &&
      kin.some((one) => one.key === key || one.components.some((own) => components.includes(own))),
  )
}

export function isProduct(law: Law, key: string): boolean {
  const material = law.materials.get(key)
  return material !== undefined && isMagnetMaterial(law, material)
}

/** Forms that a substance is traded in; parts, tools, machines and knowledge are made with it, and are not it. */
const STUFF: ReadonlySet<FormFamily> = new Set<FormFamily>(['basic', 'magnet', 'functional'])

function magnetMaterials(law: Law, form: string): readonly Material[] {
  return [...law.materials.values()].filter((one) => one.forms.includes(form) && isMagnetMaterial(law, one))
}

/** Whether a made thing is a product: its base, or a kindred base with what makes the product another one. */
function isOneOf(law: Law, { base, contains }: Made): (key: string) => boolean {
  return (key) => {
    if (base === null) return false
    if (base.key === key) return true
    const components = law.materials.get(key)?.components ?? []
    const kindred = components.some((own) => base.components.includes(own))
    return kindred && components.some((own) => !base.components.includes(own) && contains.has(own))
  }
}

/** Whether a line names goods by what they hold: "parts, components and assemblies containing those magnets". */
function isHolder(law: Law, { materials }: Provision): boolean {
  const products = materials.filter((key) => {
    const material = law.materials.get(key)
    return material !== undefined && material.components.length > 0 && !isMagnetMaterial(law, material)
  })
  return products.length > 0 && products.length === materials.length
}

/**
 * Goods that hold what another line of the same limb names are certain where they are made of that magnet; where they hold
 * an element that such goods may be told by, nobody knows. Products that share an element are told by the elements of each.
 */
function holds(law: Law, line: Provision, thing: Made): Truth {
  if (!hasForm(line, thing.form)) return 'no'
  const { base } = thing
  if (base !== null && isMagnetMaterial(law, base)) {
    const magnet: Made = { ...thing, form: base.forms[0] ?? thing.form }
    const within = [...law.provisions.values()]
      .filter((one) => isSameLimb(one, line) && !isHolder(law, one))
      .map((one) => all([madeMaterial(law, one, magnet), madeForm(law, one, magnet), madeCoverage(law, one, magnet)]))
    if (some(within) === 'yes') return 'yes'
  }
  const own = new Set(line.materials.flatMap((key) => law.materials.get(key)?.components ?? []))
  const kin = [...law.materials.values()]
    .filter(({ forms, components }) => forms.includes(thing.form) && components.some((key) => own.has(key)))
    .flatMap(({ components }) => components)
  return [...own, ...kin].some((key) => thing.contains.has(key) || thing.perhaps.has(key)) ? 'unknown' : 'no'
}

function isSameLimb(a: Provision, b: Provision): boolean {
  return a.instrument === b.instrument && a.route === b.route && a.endUse === b.endUse && a.deMinimis === b.deMinimis
}

/** Whether a composition may be goods of which the record does not say what they are made of: rare-earth ore, cathodes. */
function mayBeUnsaid(law: Law, line: Provision, { form, contains, perhaps, others }: Made): boolean {
  const inside = [...contains, ...perhaps, ...others]
  return line.materials.some((key) => {
    const material = law.materials.get(key)
    if (material === undefined || material.symbol !== null || material.components.length > 0) return false
    if (!material.forms.includes(form)) return false
    if (material.kind === 'technology' || material.kind === 'equipment') return true
    const isKin = material.rareEarth && inside.some((one) => law.materials.get(one)?.rareEarth === true)
    return isKin || elementsNamedIn(material).some((element) => inside.includes(element))
  })
}

/** Whether the rest, of which nothing was said, may hold what a line asks: a neodymium magnet may hold dysprosium. */
function mayBeInRest(law: Law, line: Provision, thing: Made, asked: readonly string[]): boolean {
  if (thing.base !== null || thing.isWhole || asked.every((key) => thing.without.has(key))) return false
  return [...thing.contains].some((material) => mayHold(law, line, { material, form: thing.form }))
}
