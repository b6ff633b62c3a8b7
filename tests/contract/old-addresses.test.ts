import { describe, expect, test } from 'vitest'
import { API } from '@/lib/contract/api/operation'
import { OPERATIONS } from '@/lib/contract/api/registry'
import { type DataFile, readDataPath } from '@/lib/contract/data/address'
import { direct } from '@/lib/contract/direction'
import { directEmbed } from '@/lib/contract/embed-address'
import { SUFFIXES } from '@/lib/contract/export-address'
import { FEED_PATHS } from '@/lib/contract/feed-address'
import { filesOfSnapshot } from '@/lib/contract/snapshot-address'
import type { View } from '@/lib/contract/view'
import { filesOfTheHouse } from '../house/files'
import { oldAddresses } from '../support/old-addresses'

const ID = '0000000000000000'
const ALL = oldAddresses().map(({ address }) =>
  address.replace('<snapshot>', `${ID}0`).replace('<digest>', 'a'.repeat(64)),
)
const SPELT = oldAddresses().map(({ address }) => address)

/** The compiler asks for a line here when there is a new view. */
const VIEWS: { readonly [name in View['name']]: true } = {
  matrix: true,
  material: true,
  proof: true,
  regimes: true,
  regime: true,
  instruments: true,
  instrument: true,
  sources: true,
  source: true,
  claims: true,
  claim: true,
  evidence: true,
  series: true,
  calendar: true,
  rehearsal: true,
  check: true,
  about: true,
  changes: true,
  earlier: true,
  change: true,
  history: true,
  compare: true,
}

const KINDS_OF_DATA: { readonly [what in DataFile['what']]: true } = {
  package: true,
  table: true,
  revisions: true,
  'delta-index': true,
  delta: true,
}

function directionOf(address: string) {
  const [path = '', query = ''] = address.split('?')
  return direct(path, new URLSearchParams(query))
}

describe('the file of addresses has every shape that the code knows:', () => {
  test('each view, pinned and live', () => {
    const pinned = new Set<string>()
    const live = new Set<string>()
    for (const direction of ALL.map(directionOf)) {
      if (direction.go === 'pinned') pinned.add(direction.coordinates.view.name)
      if (direction.go === 'now') live.add(direction.live.view.name)
    }
    expect([...pinned].sort()).toEqual(Object.keys(VIEWS).sort())
    expect([...live].sort()).toEqual(Object.keys(VIEWS).sort())
  })

  test('each part of a question, in a path and in a form', () => {
    for (const part of ['known', 'from', 'to', 'use', 'party', 'route', 'scope', 'by']) {
      expect(
        SPELT.some((address) => address.startsWith(`/${part}/`)),
        part,
      ).toBe(true)
      expect(
        SPELT.some((address) => /^\/r\/.*/.test(address) && address.includes(`/${part}/`)),
        part,
      ).toBe(true)
    }
    for (const field of ['rev', 'on', 'known', 'from', 'to', 'use', 'party', 'route', 'scope', 'by']) {
      expect(
        SPELT.some((address) => new RegExp(`^/[^?]*\\?(.*&)?${field}=`).test(address)),
        field,
      ).toBe(true)
    }
    expect(SPELT.some((address) => address.includes('/last-seen/'))).toBe(true)
  })

  test('each file of an answer and of a snapshot, and their pictures', () => {
    for (const suffix of SUFFIXES) {
      expect(
        SPELT.some((address) => address.startsWith('/r/') && address.endsWith(`.${suffix}`)),
        suffix,
      ).toBe(true)
    }
    for (const file of filesOfSnapshot('matrix')) expect(SPELT).toContain(`/s/<snapshot>.${file}`)
    expect(SPELT).toEqual(
      expect.arrayContaining(['/s/<snapshot>', '/s/<snapshot>/og.png', '/r/1/2025-11-08/matrix/og.png']),
    )
  })

  test('each kind of frame', () => {
    const kinds = ALL.filter((address) => /^\/embed(\/|$)/.test(address)).map((address) => {
      const direction = directEmbed(address, new URLSearchParams())
      return 'look' in direction ? `${direction.look} ${direction.go}` : direction.go
    })
    expect(kinds).toEqual(
      expect.arrayContaining([
        'whole now',
        'strip now',
        'whole pinned',
        'strip pinned',
        'whole snapshot',
        'whole moved',
      ]),
    )
  })

  test('each file of the bulk data, each feed and each operation of the API', () => {
    const data = SPELT.filter((address) => address.startsWith('/data/')).map((address) => {
      const read = readDataPath((address.split('?')[0] ?? '').split('/').slice(2))
      return read.ok ? read.value.what : address
    })
    expect([...new Set(data)].sort()).toEqual(Object.keys(KINDS_OF_DATA).sort())
    expect(SPELT).toEqual(expect.arrayContaining(Object.values(FEED_PATHS)))
    for (const { method, path } of OPERATIONS) {
      if (method !== 'GET') continue
      const shape = new RegExp(`^${API}${path.replace(/\{\w+\}/g, '[^/?]+')}(\\?.*)?$`)
      expect(
        SPELT.some((address) => shape.test(address)),
        path,
      ).toBe(true)
    }
  })

  test('each route that readers can ask for', () => {
    const routes = filesOfTheHouse()
      .filter(
        (file) => /^app\/(.*\/)?(route\.ts|page\.tsx|robots\.ts|icon\.svg)$/.test(file) && !NOT_ASKED_FOR.test(file),
      )
      .map((file) => [file, shapeOf(file)] as const)
    expect(routes.length).toBeGreaterThan(10)
    const missing = routes.filter(([, shape]) => !ALL.some((address) => shape.test(address.split('?')[0] ?? '')))
    expect(missing.map(([file]) => file)).toEqual([])
  })
})

/** Editors' pages; what only `proxy.ts` leads to, under an address of its own; parts of one page; where forms are sent. */
const NOT_ASKED_FOR =
  /^app\/(?:\(en\)\/|zh\/)?(admin|refused|export|image|cite\/\[origin\]|s\/\[snapshot\]\/(now|file|refused)|api\/docs\/viewer|api\/\[\.\.\.path\]|s\/route)/

/** The addresses that a file under `app` answers. */
function shapeOf(file: string): RegExp {
  const path = file
    .replace(/^app(\/\(en\))?/, '')
    .replace(/\/(route\.ts|page\.tsx)$/, '')
    .replace('robots.ts', 'robots.txt')
    .replace(/\/\[\[\.\.\.\w+\]\]/g, '(?:/.+)?')
    .replace(/\[\.\.\.\w+\]/g, '.+')
    .replace(/\[\w+\]/g, '[^/]+')
  return new RegExp(`^${path}$`)
}

test('a line says one thing, and no address stands twice', () => {
  expect(new Set(SPELT).size).toBe(SPELT.length)
  for (const { address, status, comes } of oldAddresses()) {
    expect([200, 307, 308], address).toContain(status)
    expect(comes, address).toMatch(status === 200 ? /^[a-z]+\/[\w.+-]+$/ : /^\//)
  }
})
