import type { Provision } from '../record'
import { CONTROLLED_ITEMS } from '../record'

/**
 * Whether a provision is a line that names goods by itself: what controls goods, and of which materials. Only such a line
 * can say what a product is, and only what it names counts as controlled.
 */
export function namesGoods({ effect, materials }: Pick<Provision, 'effect' | 'materials'>): boolean {
  return (
    (effect === 'licence' || effect === 'prohibit') && materials.length > 0 && !materials.includes(CONTROLLED_ITEMS)
  )
}
