import type { Coordinates } from '@/lib/contract/address'
import { BASES } from '@/lib/contract/check/composition'
import { fitted } from '@/lib/contract/check/fitted'
import { partyNamed } from '@/lib/contract/check/party-name'
import type { Goods } from '@/lib/ledger/check/product'
import type { Law } from '@/lib/ledger/law'

/**
 * Coordinates with every name that the record knows put to its key: a party's name to the party, a material's name to the
 * material. A name that nobody has, or several have, stays a name: it is told of, and clears nobody.
 */
export function settled(at: Coordinates, law: Law): Coordinates {
  if (at.view.name !== 'check' || at.view.product === null) return at
  const { product, named = {} } = at.view
  const party = named.party === undefined ? null : partyNamed(named.party, law.parties.values())
  const owner = named.owner === undefined ? null : partyNamed(named.owner.name, law.parties.values())
  const unfound = {
    ...(party !== null || named.party === undefined ? {} : { party: named.party }),
    ...(owner !== null || named.owner === undefined ? {} : { owner: named.owner }),
  }
  return fitted({
    ...at,
    question: { ...at.question, party: at.question.party ?? party?.key ?? null },
    view: {
      name: 'check',
      product: {
        ...product,
        goods: goodsByKey(product.goods, law),
        owner: owner === null ? product.owner : { party: owner.key, percent: named.owner?.percent ?? null },
      },
      ...(Object.keys(unfound).length === 0 ? {} : { named: unfound }),
    },
  })
}

function goodsByKey(goods: Goods, law: Law): Goods {
  if (goods.by === 'cell') return { ...goods, material: materialNamed(goods.material, law) }
  if (goods.by !== 'composition') return goods
  const parts = goods.parts.map((part) => ({ ...part, material: materialNamed(part.material, law) }))
  return { ...goods, base: goods.base === null ? null : materialNamed(goods.base, law), parts }
}

/** A material's key, or its English name as a key would be spelled: `dysprosium` is `Dy`. */
function materialNamed(key: string, law: Law): string {
  if (law.materials.has(key)) return key
  const base = BASES.get(key)
  if (base !== undefined && law.materials.has(base)) return base
  const wanted = key.replaceAll('-', ' ')
  return [...law.materials.values()].find(({ nameEn }) => nameEn.toLowerCase() === wanted)?.key ?? key
}
