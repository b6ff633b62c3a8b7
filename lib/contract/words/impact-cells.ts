import type { CellKey } from '@/lib/ledger/impact-groups'
import type { NameOf } from '../history/names'
import { nameOfTarget } from '../history/names'
import { say } from './catalogue'
import { listed } from './list'

/** Elements are known by their symbols, which are their keys; everything else by its name. */
export function materialInShort(key: string, nameOf: NameOf): string {
  return /^[A-Z][a-z]?$/.test(key) ? key : nameOf('material', key)
}

const AT_ONCE = 8

/** The first few materials, and how many more there are: elements stand first. */
export function materialsInShort(materials: readonly string[], nameOf: NameOf): string {
  const names = materials.map((key) => materialInShort(key, nameOf))
  const shown = listed(names.slice(0, AT_ONCE))
  return names.length <= AT_ONCE ? shown : say('impact.andMore', { shown, more: names.length - AT_ONCE })
}

/** A material with those of its forms that change. */
export type MaterialCells = { readonly material: string; readonly forms: readonly string[] }

/** Cells by their material. */
export function byMaterial(cells: readonly CellKey[]): readonly MaterialCells[] {
  const forms = new Map<string, Set<string>>()
  for (const { material, form } of cells) forms.set(material, (forms.get(material) ?? new Set()).add(form))
  return [...forms].map(([material, own]) => ({ material, forms: [...own] }))
}

/** What a changed key is called: an instrument, a provision, a party, a material. */
export function causeInWords(key: string, nameOf: NameOf): string {
  const name = nameOfTarget(key, nameOf)
  if (name !== key) return name
  return (['party', 'material'] as const).map((kind) => nameOf(kind, key)).find((other) => other !== key) ?? key
}
