import type { Law } from '../law'
import type { Provision } from '../record'
import { CONTROLLED_ITEMS } from '../record'
import type { Reached } from './rule'
import type { Thing, World } from './thing'
import { all } from './truth'

/**
 * Whether a rule is told of: it may reach the goods, or it names what they are made of, or a product that is kin to them
 * (magnets with dysprosium, of a magnet without). All others are of other goods. Of goods said by a code the rules are
 * told that its candidates stand under.
 */
export function isWorthTelling(
  law: Law,
  { provision, reached }: { readonly provision: Provision; readonly reached: readonly Reached[] },
  worlds: readonly World[],
): boolean {
  const byCode = worlds.some(({ thing }) => thing.is === 'anything')
  return reached.some(({ goods, tests }, world) => {
    const thing = worlds[world]?.thing
    if (thing === undefined || thing.is === 'anything') return false
    if (goods !== 'no') return true
    if (byCode) return false
    if (provision.materials.includes(CONTROLLED_ITEMS)) {
      return all(tests.filter(({ test }) => test !== 'controlled').map(({ truth }) => truth)) !== 'no'
    }
    return tests.some(({ test, truth }) => test === 'material' && truth === 'yes') || isKin(law, provision, thing)
  })
}

/** Whether a line names a product that shares a component with the thing. */
function isKin(law: Law, { materials }: Provision, thing: Thing): boolean {
  const own = ownOf(law, thing)
  return materials.some((key) => law.materials.get(key)?.components.some((component) => own.includes(component)))
}

function ownOf(law: Law, thing: Thing): readonly string[] {
  switch (thing.is) {
    case 'anything':
    case 'line':
      return []
    case 'cell':
      return [thing.material, ...(law.materials.get(thing.material)?.components ?? [])]
    case 'made':
      return [...thing.contains, ...(thing.base?.components ?? [])]
  }
}
