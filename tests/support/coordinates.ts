import { fc } from '@fast-check/vitest'
import type { Coordinates } from '@/lib/contract/address'
import { allCountries } from '@/lib/contract/countries'
import type { View } from '@/lib/contract/view'
import { KINDS } from '@/lib/ledger/change'
import { type LocalDate, localDate, shiftDays } from '@/lib/ledger/interval'

const aDay = fc.integer({ min: 0, max: 5500 }).map((days): LocalDate => shiftDays(localDate('2020-10-17'), days))
const aCountry = fc.constantFrom(...allCountries().map(({ code }) => code))
const aKey = fc.constantFrom('october-9', 'cn-2025-57', 'afp-20251030', 'mp-materials-corp', 'iii-v-lab')
const aMaterial = fc.constantFrom('Dy', 'Y', 'W', 'ndfeb-dy-tb', 'smco', 'my-raw-ree')
export const aQuestion = fc.record({
  on: aDay,
  known: fc.option(aDay),
  from: fc.oneof(fc.constant('CN'), aCountry),
  to: fc.option(aCountry),
  use: fc.constantFrom('civil', 'military'),
  party: fc.option(aKey),
  route: fc.constantFrom('export', 're-export', 'foreign-made', 'assistance'),
})
export const aComparison = fc
  .record({ revision: fc.integer({ min: 1, max: 99_999 }), question: aQuestion })
  .map((against): View => ({ name: 'compare', against }))
const aView: fc.Arbitrary<View> = fc.oneof(
  aComparison,
  fc.constantFrom<View>(
    { name: 'matrix' },
    { name: 'regimes' },
    { name: 'instruments' },
    { name: 'sources' },
    { name: 'about' },
    { name: 'changes' },
  ),
  aMaterial.map((key): View => ({ name: 'material', key })),
  aMaterial.map((after): View => ({ name: 'matrix', after })),
  fc
    .tuple(aMaterial, fc.constantFrom('metal', 'hydrogen-storage'))
    .map(([material, form]): View => ({ name: 'proof', material, form })),
  fc
    .tuple(fc.integer({ min: 1, max: 999_999 }), fc.option(fc.integer({ min: 1, max: 999_999 })))
    .map(([number, against]): View => ({ name: 'change', number, against })),
  fc.integer({ min: 1, max: 999_999_999 }).map((before): View => ({ name: 'earlier', before })),
  aMaterial.map((key): View => ({ name: 'history', kind: 'material', key })),
  fc
    .tuple(fc.constantFrom(...KINDS.filter((kind) => kind !== 'material')), aKey)
    .map(([kind, key]): View => ({ name: 'history', kind, key })),
  fc.tuple(fc.constantFrom('regime', 'instrument', 'source'), aKey).map(([name, key]): View => ({ name, key })),
)

/** Coordinates of every view, with every part of a question. */
export const someCoordinates: fc.Arbitrary<Coordinates> = fc
  .record({
    revision: fc.integer({ min: 1, max: 99_999 }),
    question: aQuestion,
    scope: fc.constantFrom('rare-earths', 'all'),
    by: fc.constantFrom('form', 'regime'),
    view: aView,
    lastSeen: fc.boolean(),
  })
  .map(({ lastSeen, ...rest }) => (lastSeen ? { ...rest, lastSeen } : rest))
