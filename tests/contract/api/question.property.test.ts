import { fc, test } from '@fast-check/vitest'
import { describe, expect } from 'vitest'
import type { Coordinates } from '@/lib/contract/address'
import { pin, readAddress, refine } from '@/lib/contract/address-reading'
import { matrixQuery, statusQuery } from '@/lib/contract/api/queries'
import { readSnapshotRequest } from '@/lib/contract/api/snapshot-request'
import { apiAddress } from '@/lib/contract/api-address'
import { allCountries } from '@/lib/contract/countries'
import { sayProblem } from '@/lib/contract/problem-words'
import { readQuery } from '@/lib/contract/query'
import { comparisonAt } from '@/lib/contract/sides'
import type { View } from '@/lib/contract/view'
import { type LocalDate, localDate, shiftDays } from '@/lib/ledger/interval'

const aDay = fc.integer({ min: 0, max: 5500 }).map((days): LocalDate => shiftDays(localDate('2020-10-17'), days))
const aCountry = fc.constantFrom(...allCountries().map(({ code }) => code))
const aKey = fc.constantFrom('october-9', 'cn-2025-57', 'mp-materials-corp')

const coordinatesOf = (view: fc.Arbitrary<View>): fc.Arbitrary<Coordinates> =>
  fc.record({
    revision: fc.integer({ min: 1, max: 99_999 }),
    question: fc.record({
      on: aDay,
      known: fc.option(aDay),
      from: fc.oneof(fc.constant('CN'), aCountry),
      to: fc.option(aCountry),
      use: fc.constantFrom('civil', 'military'),
      party: fc.option(aKey),
      route: fc.constantFrom('export', 're-export', 'foreign-made', 'assistance'),
    }),
    scope: fc.constantFrom('rare-earths', 'all'),
    by: fc.constant('form'),
    view,
  })

const PROOF: View = { name: 'proof', material: 'Dy', form: 'metal' }
const aView: fc.Arbitrary<View> = fc.oneof(
  fc.constantFrom<View>({ name: 'matrix' }, { name: 'regimes' }, { name: 'instruments' }, PROOF),
  aKey.map((key): View => ({ name: 'regime', key })),
  aKey.map((key): View => ({ name: 'instrument', key })),
  aKey.map((key): View => ({ name: 'source', key })),
  fc.constantFrom('Dy', 'ndfeb-dy-tb').map((key): View => ({ name: 'material', key })),
  fc.integer({ min: 1, max: 9999 }).map((number): View => ({ name: 'change', number, against: null })),
)

describe('a question on its way through the API', () => {
  test.prop([coordinatesOf(fc.constant<View>({ name: 'matrix' }))])(
    'comes out of an address as it went in',
    (asked) => {
      const query = new URL(apiAddress(asked, 'matrix', { scope: asked.scope }), 'http://x').searchParams
      const read = readQuery(matrixQuery, query)
      if (!read.ok) throw new Error(JSON.stringify(read.refusal))
      const { rev, on } = read.value
      if (rev === undefined || on === undefined) throw new Error('no clocks')
      expect(pin({ view: asked.view, ...refine(read.value) }, rev, on)).toEqual(asked)
    },
  )

  test.prop([coordinatesOf(fc.constant(PROOF))])('of one cell names the cell too', (asked) => {
    const own = { material: 'Dy', form: 'metal' }
    const read = readQuery(statusQuery, new URL(apiAddress(asked, 'status', own), 'http://x').searchParams)
    if (!read.ok) throw new Error(JSON.stringify(read.refusal))
    expect(read.value).toMatchObject({ ...own, rev: asked.revision, on: asked.question.on })
    expect(refine(read.value).question).toEqual({ ...asked.question, on: undefined })
  })

  test.prop([coordinatesOf(aView)])('comes out of the body of a request for a snapshot as it went in', (asked) => {
    const { view, question, revision, scope, by } = asked
    const { name, ...keys } = view
    const named = Object.fromEntries(Object.entries(keys).filter(([, value]) => value !== null))
    const body = { view: name, ...named, question: { ...question, rev: revision }, scope, by }
    const read = readSnapshotRequest(JSON.parse(JSON.stringify(body)))
    if (!read.ok) throw new Error(JSON.stringify(read.refusal))
    if (!('live' in read.value) || read.value.revision === null || read.value.on === null) throw new Error('no clocks')
    expect(pin(read.value.live, read.value.revision, read.value.on)).toEqual(asked)
  })

  test.prop([
    coordinatesOf(fc.constant<View>({ name: 'matrix' })),
    coordinatesOf(fc.constant<View>({ name: 'matrix' })),
  ])('comes out of the body of a request for a frozen comparison as the two went in', (before, after) => {
    const [against, question] = [before, after].map(({ question, revision }) => ({ ...question, rev: revision }))
    const read = readSnapshotRequest({ view: 'compare', question, against, scope: after.scope })
    if (!read.ok || !('sides' in read.value)) throw new Error(JSON.stringify(read))
    const there = comparisonAt(read.value.sides, 1, localDate('2020-10-17')).split('/').slice(2)
    const view = { name: 'compare', against: { revision: before.revision, question: before.question } }
    expect(readAddress(there)).toEqual({ ok: true, value: { ...after, view } })
  })
})

test('a view that a request cannot name is frozen by its address, and the refusal says so', () => {
  const why = (body: object) => {
    const read = readSnapshotRequest(body)
    if (read.ok) throw new Error('not refused')
    return read.refusal.map(sayProblem).join(' ')
  }
  expect(why({ view: 'history' })).toMatch(
    /one of matrix, .*compare; any other page .* by its address, .*{"address": "/,
  )
  expect(why({ view: 'about' })).toContain('one of matrix')
  expect(why({ view: 'compare', question: { on: '2026-11-11' } })).toContain('against')
  expect(why({ view: 'compare', against: { on: '2025-02-30' } })).toContain('2025-02-30')
  expect(why({ view: 'matrix', against: { on: '2025-11-08' } })).toContain('against')
})
