import { describe, expect, test } from 'vitest'
import { partiesNear, partyNamed } from '@/lib/contract/check/party-name'
import { theRecord } from '../../support/record'

const PARTIES = theRecord().parties
const named = (text: string) => partyNamed(text, PARTIES)?.key ?? null

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

describe('names that come near are shown, and none is taken for another', () => {
  test.each([
    ['Boeing', 'boeing-defense-space-security'],
    ['波音', 'boeing-defense-space-security'],
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
