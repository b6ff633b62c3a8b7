import { fc, test } from '@fast-check/vitest'
import { describe, expect } from 'vitest'
import type { Coordinates } from '@/lib/contract/address'
import { addressOf, liveAddress } from '@/lib/contract/address'
import { readAddress, readLiveAddress } from '@/lib/contract/address-reading'
import { direct } from '@/lib/contract/direction'
import { comparisonAt, readSides } from '@/lib/contract/sides'
import type { View } from '@/lib/contract/view'
import { localDate } from '@/lib/ledger/interval'
import { config } from '@/proxy'
import { aComparison, someCoordinates } from '../support/coordinates'

const segmentsOf = (address: string) => address.split('/').filter((segment) => segment !== '')

test.prop([someCoordinates])('coordinates are read back from their address as they were', (coordinates) => {
  const [, ...segments] = segmentsOf(addressOf(coordinates))
  expect(readAddress(segments)).toEqual({ ok: true, value: coordinates })
})

test.prop([someCoordinates])('a live address gives back everything but the revision and the day', (coordinates) => {
  const { revision, lastSeen, question, ...rest } = coordinates
  const { on, ...asked } = question
  expect(readLiveAddress(segmentsOf(liveAddress(coordinates)))).toEqual({
    ok: true,
    value: { ...rest, question: asked },
  })
  expect([revision > 0, on.length, lastSeen ?? true]).toEqual([true, 10, true])
})

test.prop([someCoordinates, fc.array(fc.nat(), { minLength: 12, maxLength: 12 })])(
  'whatever the order and the case of its parts, an address leads to the one spelling',
  (coordinates, dice) => {
    const address = addressOf(coordinates)
    const [r = '', revision = '', day = '', ...rest] = segmentsOf(address)
    const pairs: string[][] = []
    for (let at = 0; at < rest.length; ) {
      const length =
        rest[at] === 'last-seen'
          ? 1
          : /^(known|from|to|use|party|route|scope|by)$/.test(rest[at] ?? '')
            ? 2
            : rest.length
      pairs.push(rest.slice(at, at + length))
      at += length
    }
    const shuffled = pairs
      .map((pair, index) => ({ pair, order: dice[index] ?? 0 }))
      // What is compared with takes up the rest of an address.
      .sort((a, b) => Number(a.pair[0] === 'compare') - Number(b.pair[0] === 'compare') || a.order - b.order)
      .flatMap(({ pair }) => pair)
    const spelt = [r, revision, day, ...shuffled].join('/')
    const odd = `/${(dice[0] ?? 0) % 2 === 0 ? spelt.toUpperCase() : spelt}`
    const direction = direct(odd, new URLSearchParams())
    expect(direction).toEqual(odd === address ? { go: 'pinned', coordinates } : { go: 'moved', to: address })
  },
)

describe('two questions that are compared', () => {
  const comparisons = fc.tuple(someCoordinates, aComparison).map(([{ lastSeen: _, ...coordinates }, view]) => {
    return { ...coordinates, by: 'form' as const, view }
  })
  /** Each in every way in which a reader can give it. */
  const asTexts = ({ revision, question }: Pick<Coordinates, 'revision' | 'question'>, scope: string, name: string) => {
    const { on, known, from, to, use, party, route } = question
    const fields = Object.entries({ rev: revision, on, known, from, to, use, party, route })
    const path = addressOf({ revision, question, scope: 'rare-earths', by: 'form', view: { name: 'matrix' } })
    return [
      fields.map(([field, value]) => [`${name}.${field}`, String(value ?? '')]),
      [[name, path]],
      [[name, `https://sluice.example${path}?utm=x#top`]],
      [[name, path.replace('/r/', '').replace('/matrix', '')]],
      [...fields.slice(1).map(([field, value]) => [`${name}.${field}`, String(value ?? '')]), [name, String(revision)]],
    ].map((texts) => [...texts, ...(name === 'b' ? [['scope', scope]] : [])])
  }

  test.prop([comparisons, fc.nat({ max: 4 }), fc.nat({ max: 4 })])(
    'lead to the one address, however they are given',
    (coordinates, first, second) => {
      const { against } = coordinates.view as Extract<View, { name: 'compare' }>
      const texts = [
        ...(asTexts(against, '', 'a')[first] ?? []),
        ...(asTexts(coordinates, coordinates.scope, 'b')[second] ?? []),
      ]
      const query = new URLSearchParams(texts as [string, string][])
      const read = readSides(query)
      expect(read.ok && read.value && comparisonAt(read.value, 1, localDate('2026-11-22'))).toBe(addressOf(coordinates))
    },
  )
})

describe('the proxy', () => {
  const [first = ''] = config.matcher.filter((entry) => typeof entry === 'string')
  const comesHere = new RegExp(`^${first}$`)

  test.prop([someCoordinates])('is passed by every pinned address in its one spelling', (coordinates) => {
    expect(addressOf(coordinates)).not.toMatch(comesHere)
  })

  test.prop([someCoordinates, fc.nat()])(
    'sees a pinned address that is spelt in any other way',
    (coordinates, dice) => {
      const address = addressOf(coordinates)
      const odd = [
        address.toUpperCase(),
        `${address}/`,
        address.replace('/r/', '/r/0'),
        address.replace(/(\/r\/\d+\/[\d-]+)/, '$1/from/CN'),
        address.replace(/(\/r\/\d+\/[\d-]+)/, '$1/use/civil'),
        `${address}/to/US`,
        address.replace(/-\d\d\//, '-32/'),
        `${address}/more`,
      ]
      const other = odd[dice % odd.length] ?? ''
      if (direct(other, new URLSearchParams()).go !== 'pinned') expect(other).toMatch(comesHere)
    },
  )
})
