import { describe, expect, test } from 'vitest'
import type { Coordinates } from '@/lib/contract/address'
import { readAddress } from '@/lib/contract/address-reading'
import { kept } from '@/lib/db/client'
import { localDate } from '@/lib/ledger/interval'
import { openLaw } from '@/lib/ledger/law'
import type { Citation } from '@/lib/ledger/record'
import { materialsInScope } from '@/lib/ledger/scope'
import { openAt } from '@/lib/reading/door'
import { exhibitOfPage } from '@/lib/reading/exhibit'
import { type Page, readPage } from '@/lib/reading/page'
import { holdsHistoryInParts } from '../support/in-parts'
import { readNothing } from '../support/read-nothing'
import { theRecord } from '../support/record'

const TODAY = localDate('2026-11-22')
const record = theRecord()
holdsHistoryInParts()

const QUESTIONS = [
  '2026-11-22',
  '2026-11-11/to/US/use/military',
  '2025-12-01/known/2025-11-07/to/JP',
  '2026-01-10/from/MY',
]
const party = record.parties[5]?.key ?? ''
const WAYS = ['2026-06-01/route/re-export/to/US', `2026-11-22/party/${party}`, '2026-11-22/to/DE']
const nth = (at: number) => [...QUESTIONS, ...WAYS][at % 7] ?? ''

const TWENTIETH = materialsInScope(openLaw(record, null), 'all')[19]?.key ?? ''
const MATRICES = [
  ...[...QUESTIONS, ...WAYS].map((asked) => `${asked}/matrix`),
  '2025-12-01/known/2025-11-07/to/JP/scope/all/matrix',
  `2026-11-22/scope/all/matrix/after/${TWENTIETH}`,
]
const some = <Value>(values: readonly Value[], from: number) => values.filter((_, at) => at % 5 === from)
const MATERIALS = some(record.materials, 0).map(({ key }, at) => `${nth(at)}/materials/${key}`)
const PROOFS = some(record.materials, 1).map(({ key, forms }, at) => `${nth(at + 1)}/proof/${key}/${forms[0]}`)
const INSTRUMENTS = some(record.instruments, 2).map(({ key }) => `2026-11-22/instruments/${key}`)
const SOURCES = record.sources.filter((_, at) => at % 31 === 0).map(({ key }) => `2026-11-22/sources/${key}`)
const SERIES = some(record.indicators, 0).map(({ key }) => `2026-11-22/evidence/${key}`)
const COMPARISONS = [
  '2026-11-22/compare/1/2025-10-09',
  '2026-11-11/to/US/compare/7/2026-11-10/to/JP',
  '2025-10-09/compare/4/2026-12-01',
]

describe('what is read of a large record', () => {
  test('is a part, and the whole where nobody says what suffices', async () => {
    process.env['HOLD_WHOLE_UP_TO'] = '0'
    const coordinates = at('2026-11-22/matrix')
    const [part, whole] = [await openAt(coordinates, TODAY, 'part'), await openAt(coordinates, TODAY)]
    expect(part.ok && part.value.part).toEqual({ rows: null, neighbours: { previous: null, next: null } })
    expect(whole.ok && whole.value.part).toBeUndefined()
    expect(part.ok && whole.ok && part.value.record.provisions.length < whole.value.record.provisions.length).toBe(true)
  })

  test('is never the whole, for all that it is at hand: a page is the same whatever was read before', async () => {
    process.env['HOLD_WHOLE_UP_TO'] = '0'
    const coordinates = at('2026-11-22/materials/Ga')
    await openAt(coordinates, TODAY)
    expect(kept().ledgers.size).toBe(1)
    const opened = await openAt(coordinates, TODAY, 'part')
    expect(opened.ok && opened.value.part).toBeDefined()
  })
})

/** What is left out of pages that were made from a part, by name. */
const LEFT_OUT: { readonly [page: string]: readonly string[] } = {
  matrix: ['briefing', 'parties', 'lists', 'sources'],
  instrument: ['instruments', 'regimes'],
  source: ['named'],
  material: ['instruments', 'regimes'],
  proof: ['instruments', 'regimes'],
  series: [],
  compare: ['parties'],
}

describe('a page of a large record', { timeout: 240_000 }, () => {
  test.for<readonly [string, readonly string[]]>([
    ['the matrix', MATRICES],
    ['a material', MATERIALS],
    ['a proof', PROOFS],
    ['an instrument', INSTRUMENTS],
    ['a source', SOURCES],
    ['a series', SERIES],
    ['a comparison', COMPARISONS],
  ])('tells of %s what the page of the whole tells', async ([, addresses]) => {
    const wholes = await pagesOf(addresses)
    process.env['HOLD_WHOLE_UP_TO'] = '0'
    readNothing()
    const parts = await pagesOf(addresses)
    expect(kept().ledgers.size).toBe(0)
    for (const [nthPage, address] of addresses.entries()) {
      const [whole, part] = [wholes[nthPage], parts[nthPage]]
      if (whole === undefined || part === undefined) throw new Error('pages come in pairs')
      const out = LEFT_OUT[part.page.name] ?? []
      expect(without(part.page.page, out), address).toEqual(without(whole.page.page, out))
      for (const name of out.filter((one) => one !== 'briefing')) expectWithin(whole.page.page, part.page.page, name)
      if (part.page.name === 'matrix') {
        const { page } = part.page
        expect(page.briefing, address).toBeNull()
        for (const { source } of citedBy(page.claims)) expect(page.sources[source]?.key, address).toBe(source)
      }
      if (part.page.name !== 'matrix') expect(part.exhibit, address).toEqual(whole.exhibit)
    }
  })

  test('is refused in words where it would list more than can be read at once', async () => {
    process.env['HOLD_WHOLE_UP_TO'] = '0'
    process.env['READ_WHOLE_UP_TO'] = '0'
    for (const view of [
      'claims',
      'calendar',
      'instruments',
      'regimes',
      'evidence',
      'changes',
      'changes/3',
      'sources',
    ]) {
      const page = await readPage(at(`2026-11-22/${view}`), TODAY)
      expect(page, view).toEqual({
        ok: false,
        refusal: { problems: [{ why: 'record-too-large' }], nearest: '/search' },
      })
    }
    for (const view of ['matrix', 'materials/Dy', 'instruments/cn-2025-18'])
      expect((await readPage(at(`2026-11-22/${view}`), TODAY)).ok, view).toBe(true)
  })

  test('that does not stand is refused with the nearest of all keys', async () => {
    const wrong = [
      'materials/Dyy',
      'instruments/cn-2025-7',
      'proof/Xx/metall',
      'party/nobody/matrix',
      'matrix/after/Zz',
    ]
    const told = async () => {
      const all = []
      for (const view of wrong) all.push(await readPage(at(`2026-11-22/${view}`), TODAY))
      all.push(
        await readPage(at('2026-11-22/sources/source-told-twice'), TODAY),
        await readPage(at('2026-11-22/matrix', 99), TODAY),
      )
      return all
    }
    const whole = await told()
    process.env['HOLD_WHOLE_UP_TO'] = '0'
    readNothing()
    expect(await told()).toEqual(whole)
    expect(whole.every(({ ok }) => !ok)).toBe(true)
    expect(kept().ledgers.size).toBe(0)
  })
})

async function pagesOf(addresses: readonly string[]) {
  const pages = []
  for (const address of addresses) {
    const page = await readPage(at(address), TODAY)
    if (!page.ok) throw new Error(`${address}: ${JSON.stringify(page.refusal)}`)
    pages.push({ page: page.value, exhibit: await exhibitOfPage(page.value) })
  }
  return pages
}

function at(address: string, revision = 7): Coordinates {
  const read = readAddress([String(revision), ...address.split('/')])
  if (!read.ok) throw new Error(`${address}: ${JSON.stringify(read.refusal)}`)
  return read.value
}

/** What a page of claims names as their sources. */
function citedBy(claims: readonly { readonly sources: readonly Citation[] }[]): readonly Citation[] {
  return claims.flatMap(({ sources }) => sources)
}

/** Values as they are printed: functions are no part of a page. */
function without(page: Page['page'], names: readonly string[]): object {
  const told = JSON.parse(JSON.stringify(page)) as { [name: string]: unknown }
  for (const name of names) delete told[name]
  return told
}

/** What is left out is only left out: what is there is as in the whole. */
function expectWithin(whole: object, part: object, name: string): void {
  const [all, some] = [whole, part].map((page) => (page as { [name: string]: object })[name] as object)
  if (!Array.isArray(some)) expect(all).toMatchObject(some as object)
}
