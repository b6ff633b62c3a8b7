import { readFileSync } from 'node:fs'
import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, test } from 'vitest'
import { ExhibitArticle } from '@/components/exhibit/exhibit-article'
import { ShareStrip } from '@/components/share/share-strip'
import { CoordinatesLine } from '@/components/shell/coordinates-line'
import { DriftList } from '@/components/snapshot/drift-list'
import { driftInWords } from '@/components/snapshot/drifted'
import { readAddress } from '@/lib/contract/address-reading'
import type { Exhibit, ExhibitTable, ExhibitTimeline, ExhibitValue } from '@/lib/contract/exhibit'
import { exhibit } from '@/lib/contract/exhibit'
import { bitsOf, idsOf } from '@/lib/contract/snapshot-id'

const STORED = readFileSync(new URL('../golden/exhibit-format-1.json', import.meta.url), 'utf8')
const plain: Exhibit = {
  ...exhibit.parse(JSON.parse(STORED)),
  grid: null,
  timelines: [],
  tables: [],
  legend: [],
  notes: [],
}

const page = (parts: Partial<Exhibit>) =>
  renderToStaticMarkup(createElement(ExhibitArticle, { exhibit: { ...plain, ...parts } }))

function table(titles: readonly string[], rows: ExhibitValue[][], title = 'Lines'): ExhibitTable {
  const columns = titles.map((one) => ({ key: one, title: one, holds: 'text' as const }))
  return { key: 'lines', title, columns, rows, shown: true }
}

function timeline(parts: Partial<ExhibitTimeline>): ExhibitTimeline {
  const days = { from: '2024-07-01', to: '2027-06-30', asked: '2025-11-08' }
  return { key: 'time', title: 'Over time', ...days, lanes: [], marks: [], alternative: 'In words.', ...parts }
}

const shown = (status: 'licence' | 'paused' | 'announced' | 'pause-ended', word: string) => ({
  from: '2025-01-01',
  lastDay: null,
  shown: { status, beforeEffect: false, word, details: [] },
})

describe('a drawing of a frozen page', () => {
  test('draws what lines do by texture alone, and tells it by its word alone; statuses keep shape and colour', () => {
    const stretches = [
      shown('licence', 'in force'),
      { ...shown('paused', 'suspended'), from: '2025-02-01' },
      { ...shown('announced', 'issued'), from: '2025-03-01' },
      { ...shown('pause-ended', 'again'), from: '2025-04-01' },
    ]
    const lane = (tells: 'state' | 'status') =>
      page({ timelines: [timeline({ lanes: [{ group: 'Acts', title: 'No. 70', now: '', tells, stretches }] })] })
    const state = lane('state')
    expect([...state.matchAll(/data-look="([^"]*)"/g)].map(([, look]) => look)).toEqual([
      'solid',
      'hatched',
      'hollow',
      'doubt',
    ])
    expect(state).toContain('<strong>in force</strong>')
    const drawn = state.slice(state.indexOf('<tbody>'))
    expect(drawn).not.toMatch(/data-s=|<use|class="status"/)
    expect(lane('status')).toMatch(/<g data-s="licence" class="stretch">.*class="status" data-s="licence"/s)
  })

  test('names the years on its axis, and fewer where they stand close', () => {
    const years = (from: string) =>
      [...page({ timelines: [timeline({ from })] }).matchAll(/class="year-name"[^>]*>(\d+)</g)].map(([, year]) => year)
    expect(years('2024-07-01')).toEqual(['2025', '2026', '2027'])
    expect(years('2001-01-01')).toEqual(['2001', '2004', '2007', '2010', '2013', '2016', '2019', '2022', '2025'])
  })

  test('does not tell a mark twice that a shown table lists, and tells every other', () => {
    const mark = (title: string, when = '2025-11-07') => ({ on: '2025-11-07', when, kind: 'claim' as const, title })
    const marks = [mark('Jane Doe: Nothing is open.'), mark('Jane Doe: Nothing is open.', '2025-11'), mark('A talk')]
    const listed = table(['Day', 'In words'], [['2025-11-07', ['Jane Doe, minister', 'Nothing is open.']]])
    const html = page({ timelines: [timeline({ marks })], tables: [listed] })
    expect([...html.matchAll(/<time dateTime="([^"]*)">[^<]*<\/time> ([^<]*)</g)].map(([, ...told]) => told)).toEqual([
      ['2025-11', 'Jane Doe: Nothing is open.'],
      ['2025-11-07', 'A talk'],
    ])
    expect(page({ timelines: [timeline({ marks })], tables: [{ ...listed, shown: false }] })).toContain(
      '<time dateTime="2025-11-07">2025-11-07</time> Jane Doe: Nothing is open.',
    )
  })
})

describe('a table of a frozen page', () => {
  test('leaves out what is empty in every row, and keeps "no" and 0', () => {
    const rows: ExhibitValue[][] = [
      ['a', null, false, [], 0],
      ['b', '', null, [], null],
    ]
    const html = page({ tables: [table(['Kept', 'Nothing', 'Truth', 'List', 'Count'], rows)] })
    expect([...html.matchAll(/<th scope="col">([^<]*)</g)].map(([, title]) => title)).toEqual([
      'Kept',
      'Truth',
      'Count',
    ])
    expect(html).toContain('<td data-title="Truth:">false</td><td data-title="Count:">0</td>')
    expect(html).toContain('<td class="empty" data-title="Truth:"></td>')
  })

  test('is folded under its title and the count of its rows once it has more than twelve', () => {
    const rows = (count: number) => Array.from({ length: count }, (_, at) => [`row ${at}`])
    expect(page({ tables: [table(['Row'], rows(12))] })).not.toContain('<details')
    const html = page({ tables: [table(['Row'], rows(13))] })
    expect(html).toMatch(
      /<details class="frozen-long"><summary><h2>Lines<\/h2> <span class="soft">13<\/span><\/summary>/,
    )
    expect(html).toContain('row 12')
  })

  test('names the column in front of each value, for windows in which rows are cards', () => {
    const html = page({ tables: [table(['Form', 'Open?'], [['Metal', 'no']])] })
    expect(html).toContain('<td data-title="Form:">Metal</td><td data-title="Open?">no</td>')
  })

  test('is turned where three rows or fewer tell more than eight things', () => {
    const titles = Array.from({ length: 9 }, (_, at) => `T${at}`)
    const row = titles.map((title) => `of ${title}`)
    const turned = page({
      tables: [table(titles, [row, row.map((text) => `${text}!`), row.map((text) => `${text}?`)])],
    })
    expect(turned).toContain('<tr><th scope="row">T0</th><td>of T0</td><td>of T0!</td><td>of T0?</td></tr>')
    expect(page({ tables: [table(titles.slice(1), [row.slice(1)])] })).toContain('<th scope="col">T1</th>')
    expect(
      page({
        tables: [
          table(
            titles,
            ['', '!', '?', '.'].map((end) => row.map((text) => text + end)),
          ),
        ],
      }),
    ).toContain('<th scope="col">T0</th>')
  })

  test('scrolls in a part with its name that can be reached by key', () => {
    expect(page({ tables: [table(['Row'], [['one']])] })).toContain(
      '<section class="scroll" aria-label="Lines" tabindex="0">',
    )
  })
})

test('the frozen matrix of every form, with the column of all forms, fits a wide window', () => {
  const grid = (count: number) => ({
    ...{ title: 'Status', corner: 'Material', none: 'none', rows: [] },
    columns: Array.from({ length: count }, (_, at) => ({ key: `c${at}`, title: `C${at}`, group: '' })),
  })
  expect(page({ grid: grid(16) })).toMatch(/<table class="matrix" data-fits=""/)
  expect(page({ grid: grid(17) })).not.toContain('data-fits')
})

test('a column of no group is headed once, over both rows of the head', () => {
  const grid = (groups: readonly string[]) => ({
    ...{ title: 'Status', corner: 'Material', none: 'none', rows: [] },
    columns: groups.map((group, at) => ({ key: `c${at}`, title: `C${at}`, group })),
  })
  const heads = (groups: readonly string[]) =>
    [...page({ grid: grid(groups) }).matchAll(/<(tr|th [^>]*)>([^<]*)/g)].map(([, tag, text]) =>
      `${tag} ${text}`.trim(),
    )
  expect(heads(['', 'Basic', 'Basic'])).toEqual([
    'tr',
    'th scope="col" rowSpan="2" Material',
    'th scope="col" rowSpan="2" C0',
    'th scope="colgroup" colSpan="2" Basic',
    'tr',
    'th scope="col" C1',
    'th scope="col" C2',
  ])
  expect(heads(['', ''])).toEqual([
    'tr',
    ...['Material', 'C0', 'C1'].map((text) => `th scope="col" rowSpan="1" ${text}`),
  ])
})

describe('the ways out of a page', () => {
  const at = (path: string) => {
    const read = readAddress(path.split('/').slice(2))
    if (!read.ok) throw new Error(path)
    return read.value
  }
  const strip = (path: string) => renderToStaticMarkup(createElement(ShareStrip, { at: at(path), drawn: true }))

  test('follow what the page is of', () => {
    const feeds = (path: string) =>
      [...strip(path).matchAll(/href="(\/(?:feed|calendar)[^"]*)"/g)].map(([, href]) => href)
    expect(feeds('/r/1/2025-11-08/materials/Dy')).toEqual(['/feed.xml?material=Dy', '/calendar.ics?material=Dy'])
    expect(feeds('/r/1/2025-11-08/regimes/october-9')).toEqual([
      '/feed.xml?regime=october-9',
      '/calendar.ics?regime=october-9',
    ])
    expect(feeds('/r/1/2025-11-08/matrix')).toEqual(['/feed.xml', '/calendar.ics'])
  })

  test('are reached from the top of the page, where there are any', () => {
    const top = (path: string) => {
      const frame = { coordinates: at(path), future: false, verifiedThrough: null }
      return renderToStaticMarkup(createElement(CoordinatesLine, { frame }))
    }
    expect(strip('/r/1/2025-11-08/matrix')).toContain('<section id="share"')
    expect(top('/r/1/2025-11-08/matrix')).toContain('<a href="#share">Freeze, cite, download</a>')
    expect([strip('/r/1/2025-11-08/about'), top('/r/1/2025-11-08/about').includes('#share')]).toEqual(['', false])
  })
})

test('that nothing differs is told of one cell as of one', () => {
  const causes = { law: 0, correction: 0, learnt: 0, wording: 0, rules: 0, lens: 0 }
  const same = (cells: number) =>
    driftInWords({ cells, differ: 0, causes, groups: [], wordsDiffer: false, compare: null })
  expect([same(1), same(118)]).toEqual(['Today this cell reads the same.', 'Today none of its 118 cells differs.'])
})

test('what became of cells is told in sentences: three at once, the others and the cells folded', () => {
  const causes = { law: 4, correction: 0, learnt: 0, wording: 0, rules: 0, lens: 0 }
  const groups = ['One', 'Two', 'Three', 'Four'].map((says) => ({ says: `${says} way.`, items: [`${says} cell.`] }))
  const list = (count: number) => {
    const drift = { cells: 4, differ: 4, causes, groups: groups.slice(0, count), wordsDiffer: false, compare: null }
    return renderToStaticMarkup(createElement(DriftList, { drift }))
  }
  expect(list(3)).toMatch(/^<ul class="drift-groups small"><li>One way\.<details class="screen"><summary>The cell</)
  expect(list(3)).not.toContain('<details><summary>')
  expect(list(4)).toMatch(/Three way\..*<details><summary>What else became of a cell<.*Four way\..*Four cell\./)
})

test('an id says how many bits of its digest it holds', () => {
  expect(idsOf('ab'.repeat(32)).map(bitsOf)).toEqual([80, 120, 160, 200, 240])
})
