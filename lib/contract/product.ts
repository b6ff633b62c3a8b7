import type { Goods, Product } from '@/lib/ledger/check/product'
import type { Result } from '@/lib/ledger/result'
import { refused } from '@/lib/ledger/result'
import { compositionInText } from './check/composition'
import type { CheckTexts } from './check/fields'
import type { NamedParties, Said } from './check/reading'
import { readSaid } from './check/reading'
import { factsOf } from './check/segments'
import type { Problem } from './refusal'

/** Goods of which nothing else is known. */
export function productOf(goods: Goods): Product {
  return { goods, origin: null, share: null, technology: null, useKnown: false, partyKnown: false, owner: null }
}

/**
 * A product as the end of an address, without the leading slash: the segments behind `check/`, in one order, and of what
 * is not known nothing: `cell/Dy/metal/origin/MY/share/0.1/civil-use`.
 *
 * @param named parties by names that the record has not been asked for yet.
 */
export function productPath(product: Product, named: NamedParties = {}): string {
  const { goods, origin, share, technology, useKnown, partyKnown, owner } = product
  return [
    ...goodsSegments(goods),
    ...(origin === null ? [] : ['origin', origin]),
    ...(share === null ? [] : ['share', share]),
    ...(technology === null ? [] : ['technology', technology ? 'yes' : 'no']),
    ...(useKnown ? ['civil-use'] : []),
    ...(partyKnown ? ['no-listed-party'] : []),
    ...(named.party === undefined ? [] : ['named', encodeURIComponent(named.party)]),
    ...(owner === 'none' ? ['no-listed-owner'] : []),
    ...(owner === null || owner === 'none' ? [] : ['owner', owner.party, owner.percent ?? 'unknown']),
    ...(named.owner === undefined
      ? []
      : ['owner-named', encodeURIComponent(named.owner.name), named.owner.percent ?? 'unknown']),
  ].join('/')
}

function goodsSegments(goods: Goods): readonly (string | number)[] {
  switch (goods.by) {
    case 'line':
      return ['line', goods.provision]
    case 'cell':
      return ['cell', goods.material, goods.form, ...(goods.unnamed ? ['none-of-the-named'] : [])]
    case 'code':
      // Dots would be read as the kind of a file.
      return ['code', goods.code.toLowerCase().replaceAll('.', '-')]
    case 'composition':
      return [
        'made-of',
        goods.form,
        ...(goods.base === null ? [] : [goods.base]),
        ...goods.parts.flatMap(({ material, percent }) => ['with', material, percent]),
      ]
  }
}

/** How many segments behind `check/` say something of a product. */
export function lengthOfProduct(segments: readonly string[]): number {
  return factsOf(segments).length
}

/** Reads what `productPath` wrote, decoded. */
export function readProduct(segments: readonly string[]): Result<Said, readonly [Problem, ...Problem[]]> {
  const { texts, length, repeated } = factsOf(segments)
  if (repeated !== null) return refused([{ why: 'repeated', field: repeated }])
  if (length < segments.length) return refused([{ why: 'unknown-view', value: `check/${segments.join('/')}` }])
  const code = texts.code === undefined ? {} : { code: texts.code.replaceAll('-', '.') }
  return readSaid({ ...texts, ...code })
}

/** A product as the form's fields say it: what `readSaid` reads again. */
export function textsOfProduct({ goods, ...product }: Product, named: NamedParties): CheckTexts {
  const { origin, share, technology, useKnown, partyKnown, owner } = product
  const listed = owner === null || owner === 'none' ? null : owner
  const percent = listed?.percent ?? named.owner?.percent
  return {
    ...textsOfGoods(goods),
    ...(origin === null ? {} : { origin }),
    ...(share === null ? {} : { share: String(share) }),
    ...(technology === null ? {} : { technology: technology ? 'yes' : 'no' }),
    ...(useKnown ? { use: 'civil' } : {}),
    ...(partyKnown ? { noParty: 'yes' } : {}),
    ...(named.party === undefined ? {} : { party: named.party }),
    ...(owner === 'none' ? { noOwner: 'yes' } : {}),
    ...(listed === null ? {} : { owner: listed.party }),
    ...(named.owner === undefined ? {} : { owner: named.owner.name }),
    ...(percent === undefined || percent === null ? {} : { ownerShare: String(percent) }),
  }
}

function textsOfGoods(goods: Goods): CheckTexts {
  switch (goods.by) {
    case 'line':
      return { line: goods.provision }
    case 'cell':
      return { material: goods.material, form: goods.form, ...(goods.unnamed ? { unnamed: 'yes' } : {}) }
    case 'code':
      return { code: goods.code }
    case 'composition': {
      const base = goods.base === null ? {} : { material: goods.base }
      return { ...base, form: goods.form, composition: compositionInText(goods.parts) }
    }
  }
}
