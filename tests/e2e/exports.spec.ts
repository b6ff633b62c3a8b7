import type { APIRequestContext } from '@playwright/test'
import { expect, test } from '@playwright/test'
import { parse } from 'csv-parse/sync'
import { strFromU8, unzipSync } from 'fflate'
import type { Exhibit } from '@/lib/contract/exhibit'
import { dayInShort, looseInWords } from '@/lib/contract/words/day'
import { isLocalDate } from '@/lib/ledger/interval'
import { plain, textsOfAnswer } from '../support/page-texts'

/** Every kind of page that answers, and the matrix under questions of several kinds. */
const ADDRESSES = [
  '/r/1/2026-11-20/matrix',
  '/r/1/2025-11-08/known/2025-11-01/to/US/use/military/scope/all/matrix',
  '/r/1/2025-10-20/scope/all/by/regime/matrix',
  '/r/1/2026-11-11/materials/Dy',
  '/r/1/2026-11-11/proof/Ho/metal',
  '/r/1/2026-11-11/regimes',
  '/r/1/2026-11-11/regimes/october-9',
  '/r/1/2026-11-11/instruments',
  '/r/1/2026-11-11/instruments/cn-2025-70',
  '/r/1/2026-11-11/sources',
  '/r/1/2026-11-11/sources/mofcom-20260928',
  '/r/1/2026-11-11/evidence',
  '/r/1/2025-06-06/evidence/magnets-us',
  '/r/1/2026-11-11/changes',
  '/r/1/2026-11-11/changes/1',
  '/r/1/2025-11-08/compare/1/2025-10-20',
  '/r/1/2026-11-11/history/instrument/cn-2025-57',
]

/**
 * What stands among a page's answers and says nothing of the record: where a link leads, how rows of a drawing are called,
 * and of cells that are compared that they are not among those that differ.
 */
const SAYS_NOTHING =
  /^(the same|history|claims|events|all forms of .*|this (cell|question) as json|every material|report an error in this cell)$/

async function exhibitAt(request: APIRequestContext, address: string): Promise<Exhibit> {
  const response = await request.get(`${address}.json`)
  expect(response.status(), address).toBe(200)
  return (await response.json()) as Exhibit
}

/** Every text of a file, with its days and numbers as pages print them. */
function saidIn(value: unknown): readonly string[] {
  if (typeof value === 'number') return [String(value), value.toLocaleString('en')]
  if (typeof value === 'object' && value !== null) return Object.values(value).flatMap(saidIn)
  if (typeof value !== 'string') return []
  if (isLocalDate(value)) return [value, looseInWords(value), dayInShort(value)]
  return /^\d{4}-\d{2}$/.test(value) ? [value, looseInWords(value)] : [value]
}

for (const address of ADDRESSES) {
  test(`everything on the page at ${address} is in its file`, async ({ request }) => {
    const page = await request.get(address)
    const said = plain(saidIn(await exhibitAt(request, address)).join(' | ')).toLowerCase()
    const texts = textsOfAnswer(await page.text()).map((text) => text.toLowerCase())

    expect(texts.filter((text) => !said.includes(text) && !SAYS_NOTHING.test(text))).toEqual([])
    expect(texts.length).toBeGreaterThan(2)
  })
}

type Told = { readonly material: string; readonly form: string; readonly status: string }

const nameOf = ({ material, form, status }: Told) => `${material}/${form}: ${status}`

test('page, CSV, JSON, workbook and API give every cell the same status', async ({ request }) => {
  const address = '/r/1/2026-11-11/to/US/scope/all/matrix'
  const html = await (await request.get(address)).text()
  const exhibit = await exhibitAt(request, address)
  const csv = await (await request.get(`${address}.csv`)).text()
  const api = await request.get('/api/v1/matrix?on=2026-11-11&rev=1&to=US&scope=all')
  const { cells } = (await api.json()) as { cells: readonly Told[] }
  const records = parse(csv, { bom: true })
  const header = records.findIndex((record) => record[0] === 'material')
  const at = (name: string) => records[header]?.indexOf(name) ?? -1
  const rows = records.slice(header + 1)
  const told = cells.map(nameOf).sort()

  expect(told.length).toBeGreaterThan(150)
  expect(exhibit.cells.map(nameOf).sort()).toEqual(told)
  expect(rows.map((row) => `${row[at('material')]}/${row[at('form')]}: ${row[at('status')]}`).sort()).toEqual(told)
  const shown = [...html.matchAll(/<td data-s="([a-z-]+)"><a href="[^"]*\/proof\/([^/"]+)\/([^/"]+)"/g)]
  expect(shown.map(([, status = '', material = '', form = '']) => nameOf({ material, form, status })).sort()).toEqual(
    told,
  )
  const workbook = unzipSync(await (await request.get(`${address}.xlsx`)).body())
  const texts = strFromU8(workbook['xl/sharedStrings.xml'] ?? new Uint8Array())
  for (const word of new Set(exhibit.cells.map(({ status }) => status))) expect(texts).toContain(`>${word}<`)
})

test('a file says what it is, is kept under its address, and is not sent twice', async ({ request }) => {
  const address = '/r/1/2025-11-08/matrix.csv'
  const first = await request.get(address)
  const tag = first.headers()['etag'] ?? ''

  expect(first.headers()['content-type']).toBe('text/csv; charset=utf-8; header=present')
  expect(first.headers()['content-disposition']).toBe('attachment; filename="sluice-r1-2025-11-08-matrix.csv"')
  expect(first.headers()['cache-control']).toBe('public, max-age=0, must-revalidate')
  expect(tag).toMatch(/^"w\d+-r\d+-[0-9a-f]{32}-csv"$/)
  const again = await request.get(address, { headers: { 'if-none-match': tag } })
  expect([again.status(), (await again.body()).length]).toEqual([304, 0])
  expect((await request.get('/r/1/2025-11-09/matrix.csv')).headers()['etag']).not.toBe(tag)
})

test('the files of "now" stand at addresses without a day, and say which answer they are', async ({ request }) => {
  for (const [live, pinned] of [
    ['/matrix.csv', /\/r\/1\/\d{4}-\d\d-\d\d\/matrix$/m],
    ['/to/US/matrix.csv', /\/to\/US\/matrix$/m],
  ] as const) {
    const response = await request.get(live)
    const [, address = ''] = /^# address,(.*?),/m.exec(await response.text()) ?? []
    expect(response.headers()['link']).toMatch(new RegExp(`${live}>; rel="canonical"$`))
    expect(address).toMatch(pinned)
  }
})

test('what cannot be had as a file is refused in words for machines', async ({ request }) => {
  for (const [address, status] of [
    ['/r/1/1999-01-01/matrix.csv', 404],
    ['/r/1/2025-02-30/matrix.json', 400],
    ['/r/999/2025-11-08/matrix.xlsx', 404],
    ['/regimes.png', 404],
    ['/about.json', 404],
    ['/r/1/2025-11-08/matrix.nothing.csv', 404],
    ['/r/1/2025-11-08/to/Narnia/matrix.csv', 400],
  ] as const) {
    const response = await request.get(address)
    expect([address, response.status()]).toEqual([address, status])
    expect(response.headers()['content-type']).toBe('application/problem+json; charset=utf-8')
    expect(((await response.json()) as { detail: string }).detail).toMatch(/\w+.*[.]/)
  }
})
