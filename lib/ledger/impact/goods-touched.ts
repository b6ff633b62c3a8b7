import type { Law } from '../law'
import { CONTROLLED_ITEMS, type Provision } from '../record'
import { hasOtherForms } from './lens'
import type { Worlds } from './worlds'
import { isListingChanged, isMoved } from './worlds'

/**
 * Whether a rule bears on goods of which some question can be answered otherwise: those that a changed rule names, or one
 * that turns on a changed listing, and materials in other forms. On all other goods no lens shows anything.
 */
export function bearsOnGoodsTouched(worlds: Worlds): (rule: Provision) => boolean {
  const goods = goodsTouched(worlds)
  if (goods === 'all') return () => true
  return ({ materials }) => materials.some((material) => material === CONTROLLED_ITEMS || goods.has(material))
}

function goodsTouched(worlds: Worlds): ReadonlySet<string> | 'all' {
  const laws = [worlds.before, worlds.after]
  const parties = laws.flatMap((law) => [...law.parties.values()])
  if (parties.some(({ key }) => isMoved(worlds, key))) return 'all'
  const lists = new Set(parties.filter((party) => isListingChanged(worlds, party)).map(({ instrument }) => instrument))
  const turns = ({ endUse, partyList }: Provision) =>
    lists.size > 0 && endUse === 'listed-party' && (partyList === null || lists.has(partyList))
  const rules = laws.flatMap(rulesOnGoods)
  const goods = new Set(
    rules.filter((rule) => turns(rule) || worlds.changedBehind(rule.key).length > 0).flatMap((one) => one.materials),
  )
  for (const material of laws.flatMap((law) => [...law.materials.keys()])) {
    if (hasOtherForms(worlds, material)) goods.add(material)
  }
  return goods.has(CONTROLLED_ITEMS) ? 'all' : goods
}

function rulesOnGoods({ linesByMaterial }: Law): readonly Provision[] {
  return [...new Set([...linesByMaterial.values()].flat())]
}
