import type { Provision } from '../record'

const NAMES: { readonly [name: string]: string } = {
  aluminium: 'Al',
  cobalt: 'Co',
  copper: 'Cu',
  dysprosium: 'Dy',
  erbium: 'Er',
  europium: 'Eu',
  gadolinium: 'Gd',
  holmium: 'Ho',
  iron: 'Fe',
  lutetium: 'Lu',
  magnesium: 'Mg',
  nickel: 'Ni',
  samarium: 'Sm',
  scandium: 'Sc',
  terbium: 'Tb',
  thulium: 'Tm',
  ytterbium: 'Yb',
  yttrium: 'Y',
  zirconium: 'Zr',
}
const SYMBOLS: ReadonlySet<string> = new Set(Object.values(NAMES))

/** An alloy as it is named: elements joined by hyphens, in words or symbols. */
const SYSTEM = /\b([A-Za-z]+(?:-[A-Za-z]+)+)\b/gu

/**
 * The alloys that a line of alloys names, each as its elements' symbols in alphabetical order ("Dy-Fe"): "Sm-Co, Tb-Fe,
 * Dy-Fe and Tb-Dy-Fe alloys". `null` where the line is not one of alloys or names none that can be read: then nobody
 * can tell two lines' goods apart by their words.
 */
export function systemsIn({ forms, item }: Provision): readonly string[] | null {
  if (forms.length !== 1 || forms[0] !== 'alloy') return null
  const systems = [...item.matchAll(SYSTEM)].flatMap(([, text = '']) => {
    const symbols = text.split('-').map((part) => NAMES[part.toLowerCase()] ?? (SYMBOLS.has(part) ? part : null))
    return symbols.includes(null) ? [] : [symbols.join('-').split('-').sort().join('-')]
  })
  return systems.length === 0 ? null : [...new Set(systems)]
}
