import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import type { Exhibit, ShownInExhibit } from '@/lib/contract/exhibit'
import { isDrawn, svgOf } from '@/lib/formats/svg'
import { statusShape } from '@/lib/formats/svg/glyph'
import { bar } from '@/lib/formats/svg/looks'
import { linesOf } from '@/lib/formats/svg/measure'
import { previewSvg } from '@/lib/formats/svg/preview'
import { STATUSES } from '@/lib/ledger/status'
import { exhibitOn, ReadDrawing } from '../support/drawn'
import { anExhibit } from '../support/exhibits'

const OLD = '2025-11-08'
const matrix = exhibitOn(OLD)
const holmium = exhibitOn('2026-11-22', 'Ho')

/** A text as it is found however it is broken into lines. */
function loose(text: string): string {
  return text.replace(/\s+/g, '')
}

describe('the matrix as a drawing', () => {
  const drawn = new ReadDrawing(svgOf(matrix, '7q2k'))
  const letters = loose(drawn.words)

  test('says every word and detail of every place, and every name, in letters', () => {
    const told = [
      ...(matrix.grid?.columns.map(({ title }) => title) ?? []),
      ...(matrix.grid?.rows.flatMap(({ title, titleZh, symbol, cells }) => [
        `${title}${titleZh}`,
        symbol,
        ...cells.flatMap((cell) => (cell === null ? [] : [cell.word, ...cell.details])),
      ]) ?? []),
      ...matrix.legend.map(({ meaning }) => meaning),
      ...matrix.notes,
    ]
    expect(told.length).toBeGreaterThan(200)
    expect(told.filter((text) => !letters.includes(loose(text)))).toEqual([])
    const places = matrix.grid?.rows.flatMap(({ cells }) => cells).filter((cell) => cell?.word === 'licence') ?? []
    expect(drawn.texts.filter((text) => text === 'licence').length).toBe(places.length)
  })

  test('has its title, both clocks, the revision, the id, the address and the terms burnt in', () => {
    for (const text of [matrix.title, ...matrix.clocks, '/s/7q2k', matrix.address, 'Sluice', 'CC BY 4.0']) {
      expect(
        drawn.texts.some((line) => line.includes(text)),
        text,
      ).toBe(true)
    }
  })

  test('is one picture to whoever cannot see it, with every row in its description', () => {
    expect(drawn.attributes).toContain('role=img')
    expect(drawn.attributes).toContain('aria-labelledby=drawing-title drawing-description')
    const { title, description } = drawn
    expect(title).toBe([matrix.title, ...matrix.clocks].join(' · '))
    for (const { title: name } of matrix.grid?.rows ?? []) expect(description).toContain(name)
    expect(description).toContain('Dysprosium (Dy): Actually open?: licence, all 7 listed forms; Metal: licence')
  })
})

describe('a timeline as a drawing', () => {
  const drawn = new ReadDrawing(svgOf(holmium))
  const letters = loose(drawn.words)

  test('says its lanes, what holds on the asked day, and everything that was said and done', () => {
    const told = holmium.timelines.flatMap(({ title, lanes, marks }) => [
      title,
      ...lanes.flatMap((lane) => [lane.group, lane.title, lane.now]),
      ...marks.flatMap((mark) => [mark.when, mark.title]),
    ])
    expect(told.length).toBeGreaterThan(100)
    expect(told.filter((text) => !letters.includes(loose(text)))).toEqual([])
    expect(letters).toContain('2026Apr')
  })

  test('stands its line at the asked day', () => {
    const at = (asked: string) => {
      const moved = { ...holmium, timelines: holmium.timelines.map((timeline) => ({ ...timeline, asked })) }
      return Number(/M([\d.]+) [\d.]+V[\d.]+" stroke="#1c4c78"/.exec(svgOf(moved))?.[1])
    }
    expect(at('2026-11-22') - at('2026-11-21')).toBeGreaterThan(0)
    expect(at('2026-11-22') - at('2026-01-01')).toBeCloseTo(325 * (at('2026-11-22') - at('2026-11-21')), -2)
  })

  test('has a texture for each look, made once', () => {
    const ids = drawn.attributes.filter((attribute) => attribute.startsWith('id='))
    expect(new Set(ids).size).toBe(ids.length)
    expect(ids).toContain('id=hatch-status-paused')
    const two = { ...holmium, timelines: [...holmium.timelines, ...holmium.timelines] }
    const twice = new ReadDrawing(svgOf(two)).attributes.filter((attribute) => attribute.startsWith('id='))
    expect(twice).toEqual(ids)
  })
})

const NAMED: readonly ShownInExhibit[] = [...STATUSES, 'mixed' as const].map((status) => shown(status))
const ALL = [...NAMED, shown('paused', true)]

function shown(status: ShownInExhibit['status'], beforeEffect = false): ShownInExhibit {
  return { status, beforeEffect, word: status, details: [] }
}

/** A drawing in black on its paper. */
function grey(markup: string): string {
  return markup.replace(/#(?!fcfbf8)[0-9a-f]{6}/g, '#000000').replace(/url\(#(\w+)-[^)]*\)/g, 'url(#$1)')
}

test('statuses differ in their shapes, and stretches in texture or edge, with no colour at all', () => {
  expect(new Set(ALL.map((one) => grey(statusShape(one, 0, 0, 16)))).size).toBe(ALL.length)
  // What nobody controls and what does not arise are both drawn as nothing; both doubts as a doubt: their words differ.
  const bars = ALL.map((one) => grey(bar({ shown: one, tells: 'status' }, 0, 0, 90, 18).join('')))
  expect(new Set(bars).size).toBe(ALL.length - 2)
})

test('colours are those of the pages', () => {
  const tokens = readFileSync(new URL('../../components/styles/tokens.css', import.meta.url), 'utf8').split('@media')[0]
  const paper = readFileSync(new URL('../../lib/formats/svg/paper.ts', import.meta.url), 'utf8')
  const colours = [...paper.matchAll(/'(#[0-9a-f]{6})'/g)].map(([, colour]) => colour)
  expect(colours.length).toBeGreaterThan(12)
  expect(colours.filter((colour) => !tokens?.includes(`${colour};`))).toEqual([])
})

test('what a record says can never be markup, and never ends the drawing', () => {
  const evil = '</text><script>alert(1)</script> "\' & \u0000\u0008\uD800 ]]> <!-- 镝\u{1F600}'
  const grid = anExhibit().grid
  const hostile = anExhibit({
    title: evil,
    notes: [evil],
    address: evil,
    grid:
      grid === null
        ? null
        : { ...grid, corner: evil, none: evil, rows: grid.rows.map((row) => ({ ...row, title: evil })) },
  })
  const marks = { on: '2025-11-07', when: evil, kind: 'claim' as const, title: evil }
  const timelines = anExhibit().timelines.map((timeline) => ({
    ...timeline,
    title: evil,
    alternative: evil,
    marks: [marks],
  }))
  const drawings = [svgOf(hostile, evil), svgOf({ ...hostile, grid: null, timelines }), previewSvg(hostile, evil)]
  for (const svg of drawings) {
    const drawn = new ReadDrawing(svg)
    expect([...drawn.elements].filter((name) => !ELEMENTS.has(name))).toEqual([])
    expect([...svg].filter((sign) => sign < ' ')).toEqual([])
    expect(Buffer.from(svg, 'utf8').toString('utf8')).toBe(svg) // half a sign would not come back
    expect(drawn.words).toContain('<script>')
  }
})

const ELEMENTS = new Set(['svg', 'title', 'desc', 'defs', 'pattern', 'g', 'rect', 'circle', 'path', 'text', 'tspan'])

test('a drawing holds no script, no style, and nothing from outside', () => {
  for (const svg of [svgOf(matrix), svgOf(holmium), previewSvg(matrix), previewSvg(holmium)]) {
    const { elements, attributes } = new ReadDrawing(svg)
    expect([...elements].filter((name) => !ELEMENTS.has(name))).toEqual([])
    expect(attributes.filter((one) => /^(on|style|class|href|xlink:href|src)\b.*=/.test(one))).toEqual([])
    expect(
      attributes.filter((one) => /url\((?!#)/.test(one) || (/https?:/.test(one) && !one.startsWith('xmlns='))),
    ).toEqual([])
  }
})

test('the picture beside a link draws every material with its real statuses, and says both days, revision and id', () => {
  const drawn = new ReadDrawing(previewSvg(matrix, '7q2k'))
  for (const { symbol } of matrix.grid?.rows ?? []) expect(drawn.texts).toContain(symbol)
  expect(drawn.texts).toContain(matrix.clocks.join(' · '))
  expect(drawn.texts).toContain(`/s/7q2k · ${matrix.asked}`)
  expect(drawn.attributes).toEqual(expect.arrayContaining(['width=1200', 'height=630']))
  const places = matrix.grid?.rows.flatMap(({ cells }) => cells).filter((cell) => cell?.status === 'paused') ?? []
  expect(places.length).toBeGreaterThan(20)
  expect(drawn.svg.split('M5 4.5h2v7H5z').length - 1).toBe(places.length)
  expect(new ReadDrawing(previewSvg(holmium)).texts).toContain('Holmium on 22 November 2026')
})

test('the picture of another question names it under the title and in the foot', () => {
  const asked = 'Exports from China to United States, military end use.'
  const { question } = matrix
  const refined = new ReadDrawing(
    previewSvg({ ...matrix, asked, question: { ...question, to: 'US', use: 'military' } }),
  )
  expect(refined.texts.filter((text) => text.includes(asked))).toEqual([asked, `${matrix.address} · ${asked}`])
  expect(new ReadDrawing(previewSvg(matrix)).texts).not.toContain(matrix.asked) // the plain one, in the foot alone
})

test('the picture of a comparison draws what cells were and are, the most first', () => {
  const paused = {
    status: 'paused' as const,
    beforeEffect: true,
    word: 'paused before effect',
    details: ['until then'],
  }
  const licence = { status: 'licence' as const, beforeEffect: false, word: 'licence', details: [] }
  const columns = ['material', 'before', 'after'].map((key) => ({ key, title: `the ${key}`, holds: 'text' as const }))
  const rows = [['Dy', null, licence], ...['Ho', 'Ho', 'Er'].map((material) => [material, licence, paused])]
  const tables = [{ key: 'differences', title: 'All', columns, rows, shown: true }]
  const sentences = ['4 of 9 cells differ.', 'Compared with law of 1 May 2025.', 'More.']
  const told = anExhibit({ view: 'compare', grid: null, timelines: [], tables, sentences } as Partial<Exhibit>)
  const { texts, svg } = new ReadDrawing(previewSvg(told))
  expect(texts).toContain('4 of 9 cells differ. Compared with law of 1 May 2025.')
  const drawn = ['the before', 'the after', '3', 'licence', 'paused before effect', 'Ho, Er', '1', '–', 'licence', 'Dy']
  expect(texts.slice(texts.indexOf('the before'), texts.indexOf('the before') + drawn.length)).toEqual(drawn)
  expect(
    svg.split(
      statusShape(licence, 0, 0, 20)
        .replace(/.*?<path/, '<path')
        .slice(0, 40),
    ).length - 1,
  ).toBe(2)
  const many = Array.from({ length: 99 }, (_, at) => ['Dy', licence, { ...licence, word: `word ${at}` }])
  const cut = new ReadDrawing(previewSvg({ ...told, tables: [{ ...tables[0], rows: many }] } as Exhibit))
  expect(cut.texts).toContain('…')
  expect(cut.texts.filter((text) => text.startsWith('word')).length).toBeLessThan(12)
})

test('days that had not come when an answer was made stand on ruled paper, whenever its revision was recorded', () => {
  const ruled = (exhibit: Exhibit) => [svgOf(exhibit), previewSvg(exhibit)].map((svg) => svg.includes('#e6dfcf'))
  expect(ruled({ ...matrix, ahead: false, recordedOn: '2025-01-01' })).toEqual([false, false])
  expect(ruled({ ...matrix, ahead: true, recordedOn: '2026-11-22' })).toEqual([true, true])
})

test('what has nothing to draw is not drawn', () => {
  const told = anExhibit({ grid: null, timelines: [] })
  expect(isDrawn(told)).toBe(false)
  expect(() => svgOf(told)).toThrow(/nothing of/)
  expect(new ReadDrawing(previewSvg(told)).texts).toContain(told.sentences[0])
})

test('a text is broken into lines that fit, and nothing is lost unless a number of lines is asked for', () => {
  const text = `${'licence until 10 November 2026, '.repeat(9)}关于对中重稀土相关物项实施出口管制的决定`
  const lines = linesOf(text, 200, 12)
  expect(lines.length).toBeGreaterThan(8)
  expect(loose(lines.join(''))).toBe(loose(text))
  const cut = linesOf(text, 200, 12, { most: 2 })
  expect(cut).toHaveLength(2)
  expect(cut[1]).toMatch(/…$/)
})
