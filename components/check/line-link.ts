import { linkTo } from '@/components/marks/link-to'
import type { Coordinates } from '@/lib/contract/address'
import { productOf } from '@/lib/contract/product'
import { namesGoods } from '@/lib/ledger/check/item-line'
import type { Goods } from '@/lib/ledger/check/product'
import type { Provision } from '@/lib/ledger/record'

/** Where a product is checked that is said by an item line, with all else as it is; `null` of a line that names no goods. */
export function lineLink(at: Coordinates, line: Pick<Provision, 'key' | 'effect' | 'materials'>): string | null {
  if (!namesGoods(line)) return null
  const { view } = at
  const asked = view.name === 'check' ? view : null
  const goods: Goods = { by: 'line', provision: line.key }
  const product = { ...productOf(goods), ...asked?.product, goods }
  const named = asked?.named === undefined ? {} : { named: asked.named }
  return linkTo(
    { ...at, question: { ...at.question, route: 'export' }, scope: 'rare-earths', by: 'form' },
    {
      name: 'check',
      product,
      ...named,
    },
  )
}
