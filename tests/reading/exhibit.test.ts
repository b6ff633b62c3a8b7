import { describe, expect, test } from 'vitest'
import type { Coordinates } from '@/lib/contract/address'
import { addressOf } from '@/lib/contract/address'
import type { Exhibit } from '@/lib/contract/exhibit'
import { exhibit } from '@/lib/contract/exhibit'
import type { View } from '@/lib/contract/view'
import { viewPath } from '@/lib/contract/view'
import { canonicalJson } from '@/lib/formats/canonical'
import { localDate } from '@/lib/ledger/interval'
import { plainQuestion } from '@/lib/ledger/question'
import { exhibitOf } from '@/lib/reading/exhibit'
import type { Opened } from '@/lib/reading/opened'
import { lawOf } from '@/lib/reading/opened'
import { pageOf } from '@/lib/reading/page'
import { theRecord } from '../support/record'

const record = theRecord()
const RECORDED_ON = localDate('2026-11-21')

function opened(view: View, over: Partial<Coordinates> = {}): Opened {
  const question = plainQuestion(localDate('2026-11-20'))
  const coordinates: Coordinates = { revision: 1, question, scope: 'rare-earths', by: 'form', view, ...over }
  const law = lawOf(record, coordinates.question.known)
  return { coordinates, record, law, today: localDate('2026-11-22') }
}

const seen = new Map<string, Exhibit>()

async function exhibited(view: View, over: Partial<Coordinates> = {}): Promise<Exhibit> {
  const { coordinates, ...rest } = opened(view, over)
  const address = addressOf(coordinates)
  const made = seen.get(address) ?? exhibitOf(await pageOf({ coordinates, ...rest }), RECORDED_ON)
  if (made === null) throw new Error(`no exhibit of ${view.name}`)
  seen.set(address, made)
  return made
}

const VIEWS: readonly View[] = [
  { name: 'matrix' },
  { name: 'material', key: 'Dy' },
  { name: 'material', key: 'Ho' },
  { name: 'proof', material: 'Ho', form: 'metal' },
  { name: 'regimes' },
  { name: 'regime', key: 'october-9' },
  { name: 'instruments' },
  { name: 'instrument', key: 'cn-2025-57' },
  { name: 'instrument', key: 'cn-2025-70' },
  { name: 'sources' },
  { name: 'claims' },
  { name: 'claim', key: '2026-09-28-mofcom-extended' },
  { name: 'evidence' },
  { name: 'series', key: 'magnets-us' },
  ...record.sources.slice(0, 1).map(({ key }): View => ({ name: 'source', key })),
]

describe.each(VIEWS.map((view) => ({ view, address: viewPath(view) })))('the exhibit of $address', ({ view }) => {
  test('is JSON of the published shape, whole in words', async () => {
    const made = await exhibited(view)

    expect(exhibit.parse(made)).toEqual(made)
    expect(JSON.parse(canonicalJson(made))).toEqual(made)
    expect(made.description.length).toBeGreaterThan(20)
    expect(made.asked).toBe('Exports from China to any destination, civil end use.')
    expect(made.clocks.slice(0, 3)).toEqual([
      'Law of 20 November 2026 (Beijing date)',
      'known: everything recorded by 21 November 2026',
      'revision 1',
    ])
  })

  test('has a value for every column of every table, under keys that an address can name', async () => {
    const { tables } = await exhibited(view)

    expect(tables.length).toBeGreaterThan(0)
    for (const { columns, rows } of tables) expect(rows.filter((row) => row.length !== columns.length)).toEqual([])
    expect(tables.filter(({ key }) => !/^[a-z]+$/.test(key))).toEqual([])
    expect(new Set(tables.map(({ key }) => key)).size).toBe(tables.length)
  })

  test('is the same on whatever day it is made, once its own day has come', async () => {
    const later = { ...opened(view), today: localDate('2027-05-19') }
    const made = exhibitOf(await pageOf(later), RECORDED_ON)

    expect(made).toEqual(await exhibited(view))
  })
})

const SYMBOLS = new Set(record.materials.flatMap(({ key, symbol }) => (key === symbol ? [key] : [])))

test('no link of any view is called by a raw key, whatever was known', async () => {
  const known = { question: { ...plainQuestion(localDate('2026-11-20')), known: localDate('2025-10-20') } }
  const views: readonly View[] = [
    ...VIEWS,
    ...record.materials.map(({ key }): View => ({ name: 'material', key })),
    ...record.materials.flatMap(({ key: material, forms }) =>
      forms.slice(0, 1).map((form): View => ({ name: 'proof', material, form })),
    ),
    ...record.instruments.map(({ key }): View => ({ name: 'instrument', key })),
    ...record.regimes.map(({ key }): View => ({ name: 'regime', key })),
    ...record.sources.map(({ key }): View => ({ name: 'source', key })),
  ]
  const made = []
  for (const [at, view] of views.entries()) {
    made.push(await exhibited(view))
    if (view.name !== 'source' && at % 3 === 0) made.push(await exhibited(view, known))
  }
  const links = made.flatMap(({ tables }) => tables.flatMap(({ rows }) => rows.flat(2)).flatMap(linkIn))
  expect(links.length).toBeGreaterThan(10_000)
  const raw = links.filter(({ text, href }) => !SYMBOLS.has(text) && href.split(/[/?#]/).includes(text))
  expect([...new Set(raw.map(({ text, href }) => `${text} ${href}`))]).toEqual([])
})

function linkIn(value: unknown): readonly { readonly text: string; readonly href: string }[] {
  return typeof value === 'object' && value !== null && 'href' in value && 'text' in value ? [value as never] : []
}

describe('what means something under its heading alone takes the heading along', () => {
  test('conditions are a table of their own, never sentences', async () => {
    const { sentences, tables, description } = await exhibited({ name: 'proof', material: 'Ho', form: 'metal' })
    const flips = tables.find(({ key }) => key === 'flips')
    expect(flips?.title).toBe('What would flip it')
    expect(flips?.columns.map(({ title }) => title)).toEqual(['What would flip it'])
    expect(flips?.rows.flat()).toContain('A notice extends No. 70 of 2025.')
    expect(
      [description, ...sentences].filter((text) => flips?.rows.flat().some((flip) => text.includes(`${flip}`))),
    ).toEqual([])
  })

  test('what has fallen due, what comes next, and what is in dispute', async () => {
    const [due, next, disputed] = await Promise.all([
      exhibited({ name: 'matrix' }),
      exhibited({ name: 'matrix' }, { question: plainQuestion(localDate('2026-11-08')) }),
      exhibited({ name: 'instrument', key: 'cn-2025-70' }),
    ])
    expect(due.sentences.filter((text) => /the last day was/.test(text))).not.toEqual([])
    expect(
      due.sentences.filter((text) => /^(?!What has fallen due without news: ).*the last day was/.test(text)),
    ).toEqual([])
    expect(next.sentences.filter((text) => /last day of/.test(text))).not.toEqual([])
    expect(next.sentences.filter((text) => /^(?!What comes next: ).*last day of/.test(text))).toEqual([])
    expect(disputed.notes.filter((note) => note.startsWith('Open questions: '))).not.toEqual([])
    expect(disputed.sentences.filter((text) => /beside the same law without/.test(text))).toEqual([
      expect.stringMatching(/^Net relief: /),
    ])
  })
})

test('a title says its day, so that it can stand alone', async () => {
  const titles = await Promise.all(VIEWS.slice(0, 9).map(async (view) => (await exhibited(view)).title))
  expect(titles.slice(0, 5)).toEqual([
    'What is open on 20 November 2026',
    'Dysprosium on 20 November 2026',
    'Holmium on 20 November 2026',
    'Holmium, Metal: 20 November 2026',
    'Regimes on 20 November 2026',
  ])
  expect(titles.filter((title) => !title.endsWith('20 November 2026'))).toEqual([])
})

test('pages that answer no question have no exhibit', async () => {
  expect(exhibitOf(await pageOf(opened({ name: 'about' })), RECORDED_ON)).toBe(null)
})

describe('the exhibit of a matrix', () => {
  const on = (day: string) => ({ question: plainQuestion(localDate(day)) })

  test('shows each cell as the table does: word, next change, marks', async () => {
    const { grid } = await exhibited({ name: 'matrix' }, on('2025-11-08'))
    const shown = (material: string, form: string) => {
      const at = grid?.columns.findIndex(({ key }) => key === form) ?? -1
      const cell = grid?.rows.find(({ key }) => key === material)?.cells[at]
      return cell == null ? null : [cell.word, ...cell.details].join('; ')
    }

    expect(shown('Ho', 'open')).toBe('paused before effect; all 10 listed forms')
    expect(shown('Ho', 'metal')).toBe('paused before effect; until 10 Nov 2026')
    expect(shown('Ho', 'alloy')).toBe('paused before effect; until 10 Nov 2026; 3 listed')
    expect(shown('Dy', 'alloy')).toBe('licence; 2 listed; unverified')
    expect(shown('La', 'magnet')).toBe(null)
  })

  test('calls scheduled what has not come when it is made, and nothing else', async () => {
    const recorded = await exhibited({ name: 'matrix' }, on('2026-11-22'))
    const ahead = await exhibited({ name: 'matrix' }, on('2026-11-23'))

    expect([recorded, ahead].map((made) => made.ahead)).toEqual([false, true])
    expect([recorded, ahead].map(({ sentences }) => /, as scheduled,/.test(sentences[0] ?? ''))).toEqual([false, true])
    expect([recorded, ahead].map(({ notes }) => notes.some((note) => note.startsWith('Scheduled.')))).toEqual([
      false,
      true,
    ])
  })

  test('tells every cell once, for machines and in its long table', async () => {
    const { cells, tables } = await exhibited({ name: 'matrix' }, { scope: 'all' })
    const long = tables.find(({ key }) => key === 'cells')
    const at = (name: string) => long?.columns.findIndex(({ key }) => key === name) ?? -1
    const told = long?.rows.map((row) => [row[at('material')], row[at('form')], row[at('status')]].join(' '))

    expect(cells.length).toBeGreaterThan(150)
    expect(told).toEqual(cells.map(({ material, form, status }) => `${material} ${form} ${status}`))
  })
})

describe('the buyer and the briefing in the exhibit of a matrix', () => {
  const ON = plainQuestion(localDate('2026-11-22'))
  const asking = (over: Partial<typeof ON>) => exhibited({ name: 'matrix' }, { question: { ...ON, ...over } })
  const tableIn = ({ tables }: Exhibit, wanted: string) => tables.find(({ key }) => key === wanted)

  test('what a US defence contractor changes is a sentence, a table with the rule, and a mark of each cell', async () => {
    const made = await asking({ to: 'US', use: 'military' })
    expect(made.sentences).toContain('For this buyer 89 of 118 cells read otherwise than for any buyer.')
    const [group] = tableIn(made, 'buyer')?.rows ?? []
    expect(group?.[2]).toBe(45)
    expect(group?.[4]).toMatchObject([{ text: expect.stringContaining('No. 46 of 2024') }])
    const marked = made.grid?.rows
      .flatMap(({ cells }) => cells)
      .filter((cell) => cell?.details.includes('any buyer: licence'))
    expect(marked).toHaveLength(45)
    expect(made.notes.filter((note) => note.includes('any buyer: licence'))).toHaveLength(1)
  })

  test('any buyer has no such table, and a member of the EU says that it stands for all 27', async () => {
    const [any, germany] = await Promise.all([asking({}), asking({ to: 'DE' })])
    expect([tableIn(any, 'buyer'), tableIn(germany, 'buyer')]).toEqual([undefined, undefined])
    expect(any.sentences.filter((sentence) => /buyer/.test(sentence))).toEqual([])
    expect(germany.sentences.filter((sentence) => /some of its 27 members/.test(sentence))).toHaveLength(1)
    expect(tableIn(any, 'profiles')?.rows.map(([name, cells]) => [name, cells])).toEqual([
      ['civil buyer in the EU (Germany)', 0],
      ['US defence contractor', 89],
      ['Japanese military end user', 89],
      [expect.stringMatching(/^listed party /), 89],
    ])
  })

  test('the claim that waits, the days that come and the points of the chart are in it', async () => {
    const made = await asking({})
    expect(tableIn(made, 'waiting')?.rows[0]?.at(-1)).toMatch(
      /^No instrument on file after 55 days\. .*44 of 44 .*unclear/,
    )
    expect(tableIn(made, 'ahead')?.rows.map(([on]) => on)).toEqual([
      '2026-11-27',
      '2026-12-02',
      '2026-12-18',
      '2027-01-10',
    ])
    expect(tableIn(made, 'practice')?.rows.length).toBeGreaterThan(5)
    const elsewhere = await asking({ from: 'MY' })
    expect(['waiting', 'practice'].map((key) => tableIn(elsewhere, key))).toEqual([undefined, undefined])
    expect(elsewhere.sentences).toContain(
      'Claims and shipments are told here for exports from China alone; this question asks of another way.',
    )
  })
})

test('the exhibit of a material draws every form and instrument, and says what the drawing shows', async () => {
  const { timelines } = await exhibited({ name: 'material', key: 'Ho' })
  const [timeline] = timelines
  const metal = timeline?.lanes.find(({ title }) => title === 'Metal')

  expect(timeline?.lanes.map(({ group }) => group).filter((group, at, all) => all.indexOf(group) === at)).toEqual([
    'Actually open?',
    'Forms',
    'Instruments',
  ])
  expect(metal?.now).toBe('pause ended, not verified')
  expect(metal?.stretches.map(({ from, lastDay, shown }) => [from, lastDay, shown.word]).slice(1)).toEqual([
    ['2025-10-09', '2025-11-06', 'announced'],
    ['2025-11-07', '2026-11-10', 'paused before effect'],
    ['2026-11-11', null, 'pause ended, not verified'],
  ])
  expect(timeline?.alternative).toContain('Metal: pause ended, not verified.')
  expect(timeline?.marks.some(({ kind, on: day }) => kind === 'claim' && day === '2026-09-28')).toBe(true)
})
