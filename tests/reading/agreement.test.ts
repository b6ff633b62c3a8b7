import { parse } from 'csv-parse/sync'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { serve } from '@/app/api/v1/serve'
import { filesOf } from '@/app/export/files'
import type { Coordinates } from '@/lib/contract/address'
import { readAddress } from '@/lib/contract/address-reading'
import { tellCell } from '@/lib/contract/answer'
import { apiAddress } from '@/lib/contract/api-address'
import type { ExhibitGrid } from '@/lib/contract/exhibit'
import { statusWord } from '@/lib/contract/words/status'
import { closeDatabase } from '@/lib/db/client'
import { svgOf } from '@/lib/formats/svg'
import type { Status } from '@/lib/ledger/status'
import { readExhibit } from '@/lib/reading/exhibit'
import { readPage } from '@/lib/reading/page'
import { useDatabase } from '../support/database'

beforeAll(async () => {
  process.env['BASE_URL'] = ''
  await useDatabase('record')
})
afterAll(closeDatabase)

/** Questions in which holmium is announced, paused, and unclear; asked of all materials, of one buyer, and as known before. */
const QUESTIONS = [
  '/r/1/2025-10-30/matrix',
  '/r/1/2026-11-22/to/US/use/military/scope/all/matrix',
  '/r/1/2025-11-08/known/2025-11-01/to/JP/matrix',
]

type Cell = {
  readonly material: string
  readonly form: string
  readonly status: Status
  readonly beforeEffect: boolean
}

const ORIGIN = 'http://sluice.test'

async function asked(path: string): Promise<{ readonly cells: readonly Cell[] }> {
  const response = await serve(new Request(`${ORIGIN}${path}`, { headers: { host: 'sluice.test' } }))
  return response.json()
}

function coordinatesOf(path: string): Coordinates {
  const read = readAddress(path.split('/').slice(2))
  if (!read.ok) throw new Error(`not an address: ${path}`)
  return read.value
}

test.for(QUESTIONS)('page, API, exhibit, table, JSON and picture say the same of every cell of %s', async (path) => {
  const coordinates = coordinatesOf(path)
  const scope = coordinates.scope === 'all' ? { scope: 'all' } : {}
  const { cells } = await asked(apiAddress(coordinates, 'matrix', scope))
  expect(cells.length).toBeGreaterThan(100)
  expect(new Set(cells.map(({ status }) => status)).size).toBeGreaterThan(1)

  const page = await readPage(coordinates)
  if (!page.ok || page.value.name !== 'matrix') throw new Error('no matrix')
  expect(page.value.page.matrix.rows.flatMap((row) => row.cells.map(tellCell))).toEqual(cells)

  const read = await readExhibit(coordinates)
  if (!read.ok) throw new Error('no exhibit')
  const exhibit = read.value
  expect(exhibit.cells).toEqual(cells)

  const { grid } = exhibit
  if (grid === null) throw new Error('no grid')
  const drawn = drawnCells(svgOf(exhibit), grid)
  const words = cells.map((cell) => `${cell.material}/${cell.form} ${statusWord(cell.status, cell.beforeEffect)}`)
  expect(drawn.sort()).toEqual(words.sort())

  const json = JSON.parse(await textOf(exhibit, 'json'))
  expect(json).toEqual(exhibit)

  const tables = await textOf(exhibit, 'csv')
  const rows = parse(tables, { bom: true, relax_column_count: true }) as string[][]
  const head = rows.findIndex((row) => row.includes('status'))
  const [material = -1, form = -1, status = -1] = ['material', 'form', 'status'].map(
    (name) => rows[head]?.indexOf(name) ?? -1,
  )
  const listed = rows.slice(head + 1).map((row) => `${row[material]}/${row[form]} ${row[status]}`)
  expect(listed.sort()).toEqual(cells.map((cell) => `${cell.material}/${cell.form} ${cell.status}`).sort())
})

test('one cell alone, and its days, say what the matrix says', async () => {
  const coordinates = coordinatesOf('/r/1/2026-11-22/to/US/matrix')
  const { on } = coordinates.question
  const { cells } = await asked(apiAddress(coordinates, 'matrix', {}))
  for (const cell of cells.filter(({ material }) => ['Ho', 'Dy', 'Nd'].includes(material))) {
    const own = { material: cell.material, form: cell.form }
    const {
      because: _because,
      question: _question,
      ...alone
    } = (await asked(apiAddress(coordinates, 'status', own))) as never as { because: unknown; question: unknown }
    expect(alone).toEqual(cell)
    const { forms } = (await asked(apiAddress(coordinates, 'timeline', own))) as never as {
      forms: { spans: { from: string; lastDay: string | null; status: string }[] }[]
    }
    const span = forms[0]?.spans.find(({ from, lastDay }) => from <= on && (lastDay === null || on <= lastDay))
    expect(span?.status).toBe(cell.status)
  }
})

async function textOf(exhibit: Parameters<typeof filesOf>[0], suffix: 'csv' | 'json'): Promise<string> {
  const made = await filesOf(exhibit, { suffix, table: null } as never, { origin: ORIGIN, snapshot: null })
  if (!made.ok) throw new Error('no file')
  return new Response(made.value.body).text()
}

/** Every place of a drawn matrix with the word that stands in it, as its letters are laid out. */
function drawnCells(svg: string, { columns, rows }: ExhibitGrid): string[] {
  const [, body = ''] = /<g transform="translate\(24 [\d.]+\)">(.*)<g transform="translate\(0 /s.exec(svg) ?? []
  const texts = [...body.matchAll(/<text x="([\d.]+)" y="([\d.]+)"([^>]*)>(.*?)<\/text>/g)].map(
    ([, x, y, attributes = '', inside = '']) => ({
      column: Math.floor((Number(x) - HEAD) / COLUMN),
      y: Number(y),
      bold: attributes.includes('font-weight="600"'),
      text: inside.replace(/<[^>]*>/g, '').replace(/&amp;/g, '&'),
    }),
  )
  const ends = [...body.matchAll(/d="M0 ([\d.]+)h/g)].map(([, y]) => Number(y))
  expect(ends).toHaveLength(rows.length + 1) // under the head, and under each row
  return rows.flatMap(({ key, title }, row) => {
    const own = texts.filter(({ y }) => y > (ends[row] ?? 0) && y < (ends[row + 1] ?? 0))
    expect(own.map(({ text }) => text).join(' ')).toContain(title.split(' ')[0])
    return columns.flatMap((column, at) => {
      const word = own.flatMap(({ column: drawn, bold, text }) => (drawn === at && bold ? [text] : [])).join(' ')
      return word === '' || column.key === 'open' ? [] : [`${key}/${column.key} ${word}`] // one column sums up
    })
  })
}

/** How wide the heads of rows and the columns of a drawn matrix are. */
const [HEAD, COLUMN] = [150, 122]
