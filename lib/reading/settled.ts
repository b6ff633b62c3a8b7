import type { Coordinates } from '@/lib/contract/address'
import { BASES } from '@/lib/contract/check/composition'
import { isElementSymbol } from '@/lib/contract/check/elements'
import { fitted } from '@/lib/contract/check/fitted'
import { partyMatched } from '@/lib/contract/check/party-name'
import type { Goods } from '@/lib/ledger/check/product'
import type { Law } from '@/lib/ledger/law'

/**
 * Coordinates with every name that the record knows put to its key: a party's name to the party, a material's name to the
 * material. A name that nobody has, or several have, stays a name: it is told of, and clears nobody. So does a buyer's name
 * that is a party's only without its legal form, beside that party's key.
 */
export function settled(at: Coordinates, law: Law): Coordinates {
  if (at.view.name !== 'check' || at.view.product === null) return at
  const { product, named = {} } = at.view
  const party = named.party === undefined ? null : partyMatched(named.party, law.parties.values())
  const owner = named.owner === undefined ? null : (partyMatched(named.owner.name, law.parties.values())?.party ?? null)
  const buyer = at.question.party ?? party?.party.key ?? null
  const isKept = party === null ? buyer === null : party.without && party.party.key === buyer
  const kept = {
    ...(named.party === undefined || !isKept ? {} : { party: named.party }),
    ...(owner !== null || named.owner === undefined ? {} : { owner: named.owner }),
  }
  return fitted({
    ...at,
    question: { ...at.question, party: buyer },
    view: {
      name: 'check',
      product: {
        ...product,
        goods: goodsByKey(product.goods, law),
        owner: owner === null ? product.owner : { party: owner.key, percent: named.owner?.percent ?? null },
      },
      ...(Object.keys(kept).length === 0 ? {} : { named: kept }),
    },
  })
}

function goodsByKey(goods: Goods, law: Law): Goods {
  if (goods.by === 'cell') return { ...goods, material: materialNamed(goods.material, law) }
  if (goods.by !== 'composition') return goods
  const parts = goods.parts.map((part) => ({ ...part, material: materialNamed(part.material, law) }))
  const base = goods.base === null ? null : materialNamed(goods.base, law)
  return withBase(withRest({ ...goods, base, parts }, law), law)
}

type Composition = Extract<Goods, { readonly by: 'composition' }>

/** A base that is an element which the record does not list is a part: the rest of the whole. */
function withRest(goods: Composition, law: Law): Composition {
  const { base, parts } = goods
  if (base === null || law.materials.has(base) || !isElementSymbol(base)) return goods
  const sum = parts.reduce((all, { percent }) => all + Math.round(percent * 1e6), 0)
  if (sum >= 100e6 || parts.some(({ material }) => material === base)) return goods
  const rest = { material: base, percent: (100e6 - sum) / 1e6 }
  return { ...goods, base: null, parts: [...parts, rest].sort((a, b) => (a.material < b.material ? -1 : 1)) }
}

/** Magnets that are told by their elements; a mixture of both is neither for certain. */
const MAGNETS = [
  { base: 'ndfeb-no-hree', elements: ['Nd', 'Fe', 'B'] },
  { base: 'smco', elements: ['Sm', 'Co'] },
] as const

/** A magnet whose parts tell which it is has that base, as if it had been said. */
function withBase(goods: Composition, law: Law): Composition {
  if (goods.base !== null || (goods.form !== 'magnet' && goods.form !== 'assembly')) return goods
  const inside = new Set(goods.parts.filter(({ percent }) => percent > 0).map(({ material }) => material))
  const [found, another] = MAGNETS.filter(({ elements }) => elements.every((element) => inside.has(element)))
  if (found === undefined || another !== undefined || !law.materials.has(found.base)) return goods
  return { ...goods, base: found.base }
}

/** A material's key, or its English name as a key would be spelled: `dysprosium` is `Dy`. */
function materialNamed(key: string, law: Law): string {
  if (law.materials.has(key)) return key
  const base = BASES.get(key)
  if (base !== undefined && law.materials.has(base)) return base
  const wanted = key.replaceAll('-', ' ')
  return [...law.materials.values()].find(({ nameEn }) => nameEn.toLowerCase() === wanted)?.key ?? key
}
