import { describe, expect, test } from 'vitest'
import { readName } from '@/lib/contract/check/name'
import { partiesNear, partyMatched } from '@/lib/contract/check/party-name'
import { sayProductProblem } from '@/lib/contract/check/problem'
import { theRecord } from '../../support/record'

const PARTIES = theRecord().parties
const named = (text: string) => partyMatched(text, PARTIES)?.party.key ?? null

describe('a party is found by its name', () => {
  test('each by its key and by its own names, in any case and width', () => {
    for (const party of PARTIES) {
      for (const text of [party.key, party.nameEn, party.nameEn.toUpperCase(), ` ${party.nameZh ?? party.nameEn} `]) {
        expect(named(text), text).toBe(party.key)
      }
    }
  })

  test.each([
    ['TDK', 'tdk-corporation'],
    ['ｔｄｋ　Corp.', 'tdk-corporation'],
    ['TDK株式会社', 'tdk-corporation'],
    ['株式会社TDK', 'tdk-corporation'],
    ['Rheinmetall', 'rheinmetall-ag'],
    ['RHEINMETALL GmbH', 'rheinmetall-ag'],
    ['莱茵金属', 'rheinmetall-ag'],
    ['莱茵金属有限公司', 'rheinmetall-ag'],
    ['萊茵金屬公司', 'rheinmetall-ag'],
    ['萊茵金屬', 'rheinmetall-ag'],
    ['Lafert SpA', 'lafert-s-p-a'],
    ['Lockheed Martin', 'lockheed-martin-corporation'],
    ['the Fujikura Parachute', 'the-fujikura-parachute-co-ltd'],
    ['Japan Aerospace Exploration Agency', 'japan-aerospace-exploration-agency'],
  ])('%s', (text, key) => {
    expect(PARTIES.some((party) => party.key === key)).toBe(true)
    expect(named(text)).toBe(key)
  })

  test.each([
    'Boeing',
    'Rheinmetall AG GmbH',
    'TDK Corporation Ltd.',
    'Mitsubishi Heavy Industries',
    'General Dynamics Electric Boat',
    'Co., Ltd.',
    'Sony',
    '公司',
    'Ltd',
  ])('and %s is nobody on a list', (text) => {
    expect(named(text)).toBeNull()
  })
})

test("a name that is a party's only without a legal form is said to be so", () => {
  const without = (text: string) => partyMatched(text, PARTIES)?.without
  expect(['Rheinmetall AG', 'rheinmetall ag', 'rheinmetall-ag', '莱茵金属公司'].map(without)).toEqual([
    false,
    false,
    false,
    false,
  ])
  expect(['Rheinmetall', 'Rheinmetall GmbH', 'TDK'].map(without)).toEqual([true, true, true])
})

describe('names that come near are shown, and none is taken for another', () => {
  test.each([
    ['Boeing', 'boeing-defense-space-security'],
    ['波音', 'boeing-defense-space-security'],
    ['洛克希德馬丁', 'lockheed-martin-corporation'],
    ['Rheinmetall AG GmbH', 'rheinmetall-ag'],
    ['Mitsubishi Heavy Industries', 'mitsubishi-heavy-industries-aero-engines-ltd'],
    ['Locheed Martin', 'lockheed-martin-corporation'],
    ['Reinmetall', 'rheinmetall-ag'],
  ])('%s', (text, key) => {
    expect(partiesNear(text, PARTIES).map((party) => party.key)).toContain(key)
  })

  test('and nothing where nothing is near', () => {
    expect(partiesNear('Carrefour', PARTIES)).toEqual([])
    expect(partiesNear('公司', PARTIES)).toEqual([])
  })
})

describe('a name that was typed is kept, or refused in a sentence', () => {
  test.each([
    ['a/b?c#d%2F', '? # %'],
    ['Rheinmetall <AG>', '< >'],
  ])('%s', (text, signs) => {
    const read = readName('party', text)
    if (read.ok) throw new Error(read.value)
    expect(sayProductProblem(read.refusal)).toContain(`${text}”`)
    expect(sayProductProblem(read.refusal)).toContain(`: ${signs} `)
  })

  test('every name on a list can be typed, and still names its party', () => {
    for (const party of PARTIES) {
      for (const text of [party.nameEn, `“${party.nameEn}”`, party.nameZh ?? party.nameEn]) {
        const read = readName('party', text)
        expect(read.ok && named(read.value), text).toBe(party.key)
      }
    }
  })
})
