import type { LocalDate } from '../interval'
import type { Law } from '../law'
import { instrumentOf } from '../law'
import type { Country, Form, Material, Provision } from '../record'
import { ANY_FORM } from '../record'
import { spanOn } from '../span'
import type { Candidate } from './answer'
import { candidatesFor, isTariffCode } from './candidates'
import { namesGoods } from './item-line'
import { namesControlledGoods, pointsTo } from './markers'
import { partsOf } from './parts'
import type { Goods } from './product'

/** One thing that the goods may be, with nothing left open that the record could tell apart. */
export type Thing =
  | { readonly is: 'line'; readonly line: Provision; readonly alsoUnder: ReadonlySet<string> }
  | {
      readonly is: 'cell'
      readonly material: string
      readonly form: string
      readonly unnamed: boolean
      readonly alsoUnder: ReadonlySet<string>
    }
  | {
      readonly is: 'made'
      readonly form: string
      readonly base: Material | null
      /** Materials that are in it; what stands neither here nor in `perhaps` is not. */
      readonly contains: ReadonlySet<string>
      readonly perhaps: ReadonlySet<string>
      /** Said not to be in it; elements in it that the record does not list; whether its parts are all that there is. */
      readonly without: ReadonlySet<string>
      readonly others: ReadonlySet<string>
      readonly isWhole: boolean
    }
  /** Goods of which nothing is known: a customs code that no candidate need be meant by. */
  | { readonly is: 'anything' }

/** One way things may be: what the goods are, and where they were made (`elsewhere`: in no country that rules name). */
export type World = { readonly thing: Thing; readonly origin: Country | 'elsewhere' | null }

export type Things = { readonly things: readonly Thing[]; readonly candidates: readonly Candidate[] }

/** Everything that the goods may be: one thing where they are said exactly. */
export function thingsOf(law: Law, goods: Goods, on: LocalDate): Things {
  switch (goods.by) {
    case 'line': {
      const line = law.provisions.get(goods.provision)
      return { things: line === undefined ? [ANYTHING] : lineThings(law, line, on), candidates: [] }
    }
    case 'cell':
      return { things: cellThings(law, goods), candidates: [] }
    case 'composition':
      return { things: madeThings(law, goods), candidates: [] }
    case 'code': {
      const candidates = candidatesFor(law, goods.code)
      const things = candidates.map(({ provision }) => lineThing(law, provision))
      const decided = things.length > 0 && !isTariffCode(goods.code)
      return { things: decided ? things : [...things, ANYTHING], candidates }
    }
  }
}

/**
 * Whether a product is a magnet material that is told by what it is made of (`ndfeb-dy-tb`: Nd with Dy, Tb or both), so
 * that a cell of it says as much as a composition does.
 */
export function isMagnetMaterial(law: Law, { components, forms }: Material): boolean {
  const [only] = forms
  return components.length > 0 && forms.length === 1 && formOf(law, only)?.family === 'magnet'
}

/** Whether lines that need not name a material on this form name it: none does for neodymium magnets. */
export function isNamedInForm(law: Law, material: string, form: string): boolean {
  return (law.linesByMaterial.get(material) ?? []).some((line) => hasForm(line, form))
}

export function hasForm({ forms }: Provision, form: string): boolean {
  return forms.includes(form) || forms.includes(ANY_FORM)
}

const ANYTHING: Thing = { is: 'anything' }

function formOf(law: Law, key: string | undefined): Form | undefined {
  return key === undefined ? undefined : law.forms.get(key)
}

/** Goods of a rule on controlled goods are those of one of the lines in force that control them: it names none itself. */
function lineThings(law: Law, line: Provision, on: LocalDate): readonly Thing[] {
  if (!namesControlledGoods(line)) return [lineThing(law, line)]
  const items = line.materials
    .flatMap((key) => law.linesByMaterial.get(key) ?? [])
    .filter((item) => {
      const controls = namesGoods(item) && item.route === 'export'
      const sameCountry = instrumentOf(law, item).jurisdiction === instrumentOf(law, line).jurisdiction
      return controls && sameCountry && !namesControlledGoods(item) && spanOn(law, item, on).state === 'in-force'
    })
  return items.length === 0 ? [lineThing(law, line)] : [...new Set(items)].map((item) => lineThing(law, item))
}

function lineThing(law: Law, line: Provision): Thing {
  if (!namesGoods(line)) return ANYTHING
  return { is: 'line', line, alsoUnder: keysOf(pointsTo(law, line)) }
}

function cellThings(law: Law, goods: Goods & { readonly by: 'cell' }): readonly Thing[] {
  const material = law.materials.get(goods.material)
  if (material !== undefined && isMagnetMaterial(law, material) && material.forms.includes(goods.form)) {
    return madeThings(law, { by: 'composition', form: goods.form, base: material.key, parts: [] })
  }
  const lines = (law.linesByMaterial.get(goods.material) ?? []).filter((line) => hasForm(line, goods.form))
  const alsoUnder = keysOf(lines.flatMap((line) => pointsTo(law, line)))
  return [{ is: 'cell', material: goods.material, form: goods.form, unnamed: goods.unnamed, alsoUnder }]
}

/**
 * A base is told apart by those of its components that some line names in this form: "Dy and/or Tb" may be either or
 * both, which are three things. A base that is no magnet material leaves its components open instead.
 */
function madeThings(law: Law, goods: Goods & { readonly by: 'composition' }): readonly Thing[] {
  const { form } = goods
  const base = goods.base === null ? null : (law.materials.get(goods.base) ?? null)
  const { inside, perhaps, ...said } = partsOf(law, goods)
  const made = (contains: readonly string[], maybe: readonly string[] = []): Thing => {
    const known = new Set([...inside, ...contains])
    const open = [...perhaps, ...maybe].filter((key) => !known.has(key))
    return { is: 'made', form, base, contains: known, perhaps: new Set(open), ...said }
  }
  if (base === null) return [made([])]
  const open = base.components.filter((key) => !said.without.has(key) && !inside.has(key))
  const fixed = base.components.length === 1 ? open : []
  const telling = open.filter((key) => !fixed.includes(key) && isNamedInForm(law, key, form))
  const certain = [base.key, ...open.filter((key) => !telling.includes(key))]
  if (!isMagnetMaterial(law, base)) return [made(certain, telling)]
  const told = base.components.some((key) => inside.has(key) && isNamedInForm(law, key, form))
  return choices(telling)
    .filter((chosen) => told || telling.length === 0 || chosen.length > 0)
    .map((chosen) => made([...certain, ...chosen]))
}

/** Every choice of some of the keys, the empty one included. */
function choices(keys: readonly string[]): readonly (readonly string[])[] {
  const [first, ...others] = keys
  if (first === undefined) return [[]]
  const without = choices(others)
  return [...without, ...without.map((chosen) => [first, ...chosen])]
}

function keysOf(items: readonly { readonly key: string }[]): ReadonlySet<string> {
  return new Set(items.map(({ key }) => key))
}
