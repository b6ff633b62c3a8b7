import { fc, test } from '@fast-check/vitest'
import { describe, expect } from 'vitest'
import type { Coordinates } from '@/lib/contract/address'
import { addressOf, liveAddress } from '@/lib/contract/address'
import { readAddress } from '@/lib/contract/address-reading'
import { fitted } from '@/lib/contract/check/fitted'
import type { NamedParties } from '@/lib/contract/check/reading'
import { allCountries } from '@/lib/contract/countries'
import { direct } from '@/lib/contract/direction'
import { readFileName } from '@/lib/contract/export-address'
import { textsOfProduct } from '@/lib/contract/product'
import type { Goods, Product } from '@/lib/ledger/check/product'
import { aQuestion } from '../../support/coordinates'

const aCountry = fc.constantFrom(...allCountries().map(({ code }) => code))
const aMaterial = fc.constantFrom('Dy', 'Y', 'ndfeb-dy-tb', 'superhard-2024', 'li-ion-battery-300')
const aForm = fc.constantFrom('metal', 'magnet', 'hydrogen-storage')
const aParty = fc.constantFrom('mp-materials-corp', 'iii-v-lab')
const aPercent = fc.integer({ min: 0, max: 100_000_000 }).map((millionths) => millionths / 1e6)
const aName = fc.constantFrom('Boeing', '三菱重工海事系统株式会社', "O'Neil (Asia) Co", 'Raytheon & Sons, Inc', 'Škoda')
const someParts = fc
  .uniqueArray(fc.record({ material: aMaterial, percent: fc.integer({ min: 0, max: 16_000 }).map((x) => x / 1000) }), {
    selector: ({ material }) => material,
    minLength: 1,
    maxLength: 5,
  })
  .map((parts) => parts.sort((a, b) => (a.material < b.material ? -1 : 1)))

const someGoods: fc.Arbitrary<Goods> = fc.oneof(
  fc.constantFrom('cn-2025-18-1c902-a-1', 'cn-2023-23-3c001').map((provision): Goods => ({ by: 'line', provision })),
  fc.record({ by: fc.constant('cell' as const), material: aMaterial, form: aForm, unnamed: fc.boolean() }),
  fc.constantFrom('8505', '850511', '2805301910', '1C902.A.1', '3E901').map((code): Goods => ({ by: 'code', code })),
  fc.record({
    by: fc.constant('composition' as const),
    form: aForm,
    base: fc.option(fc.constantFrom('ndfeb-no-hree', 'smco')),
    parts: someParts,
  }),
)

const aProduct = fc.record({
  goods: someGoods,
  origin: fc.option(aCountry),
  share: fc.option(aPercent),
  technology: fc.option(fc.boolean()),
  useKnown: fc.boolean(),
  partyKnown: fc.boolean(),
  owner: fc.option(fc.oneof(fc.constant('none' as const), fc.record({ party: aParty, percent: fc.option(aPercent) }))),
})

/** Names that were not found go beside what is known, and never against it. */
const somebody = fc.record({
  party: fc.option(aName),
  owner: fc.option(fc.record({ name: aName, percent: fc.option(aPercent) })),
})

const someChecks: fc.Arbitrary<Coordinates> = fc
  .record({ revision: fc.integer({ min: 1, max: 99_999 }), question: aQuestion, product: aProduct, names: somebody })
  .map(({ revision, question, product, names }) => {
    const named: NamedParties = {
      ...(names.party === null ? {} : { party: names.party }),
      ...(names.owner === null ? {} : { owner: names.owner }),
    }
    const said: Product = {
      ...product,
      owner: names.owner === null ? product.owner : null,
      partyKnown: names.party === null && product.partyKnown,
    }
    const view = { name: 'check' as const, product: said, ...(Object.keys(named).length === 0 ? {} : { named }) }
    return fitted({ revision, question, scope: 'all', by: 'regime', view })
  })

const segmentsOf = (address: string) => address.split('/').filter(Boolean).map(decodeURIComponent)

describe('a checked product', () => {
  test.prop([someChecks])('is read back from its address as it was, pinned and live', (coordinates) => {
    const address = addressOf(coordinates)
    expect(readAddress(segmentsOf(address).slice(1))).toEqual({ ok: true, value: coordinates })
    expect(direct(address, new URLSearchParams())).toEqual({ go: 'pinned', coordinates })
    const { revision: _, question, ...rest } = coordinates
    const { on: __, ...asked } = question
    const live = { ...rest, question: asked }
    expect(direct(liveAddress(live), new URLSearchParams())).toEqual({ go: 'now', live })
  })

  test.prop([someChecks, fc.boolean()])(
    'leads to its one address from any order and case, and with what means nothing there',
    (coordinates, upper) => {
      const address = addressOf(coordinates)
      const [front = '', back = ''] = address.split('/check/')
      const shouted = coordinates.view.name === 'check' && coordinates.view.named === undefined && upper
      for (const odd of [
        `${front}/route/re-export/scope/all/by/regime/check/${back}`,
        `${front.replace(/(\/r\/\d+\/[\d-]+)(.*)/, `$1/check/${back}$2`)}/route/foreign-made`,
        shouted ? address.toUpperCase() : `${address}/`,
      ]) {
        expect(direct(odd, new URLSearchParams()), odd).toEqual({ go: 'moved', to: address })
      }
    },
  )

  test.prop([someChecks])('leads from the form to the same address', (coordinates) => {
    if (coordinates.view.name !== 'check' || coordinates.view.product === null) return
    const { product, named } = coordinates.view
    const { question } = coordinates
    const texts = textsOfProduct(product, named ?? {})
    // A key goes into the form as the name of a party, which the record puts back to its key.
    const isKey = question.party !== null || (product.owner !== null && product.owner !== 'none')
    const { on, known, from, to, use } = question
    const query = new URLSearchParams(
      Object.entries({ ...texts, rev: coordinates.revision, on, known, from, to }).flatMap(([name, value]) =>
        value === null ? [] : [[name, String(value)] as [string, string]],
      ),
    )
    if (use === 'military') query.set('use', use)
    if (isKey) return
    expect(direct('/check', query)).toEqual({ go: 'moved', to: addressOf(coordinates) })
  })

  test.prop([someChecks, fc.constantFrom('csv', 'json', 'xlsx')])(
    'keeps its address before the kind of a file',
    (coordinates, suffix) => {
      const address = addressOf(coordinates)
      expect(readFileName(`${address}.${suffix}`)).toEqual({ base: address, file: { suffix, table: null } })
    },
  )
})
