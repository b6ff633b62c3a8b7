import type { ExhibitGrid, ShownInExhibit } from '@/lib/contract/exhibit'
import { shape, shapeOf, shapeWidth, statusShape } from './glyph'
import type { Markup } from './markup'
import { element } from './markup'
import { linesOf } from './measure'
import { INK, RULE, RULE_STRONG, SOFT, toneOf } from './paper'
import type { Drawn } from './sheet'
import { line, lines } from './text'

const HEAD = 150
const COLUMN = 122
const PAD = 7
const WORD = { size: 12, leading: 15 }
const DETAIL = { size: 10.5, leading: 13 }
const GLYPH = 12

/** The matrix: a shape, a word and its details in every place, the way the page shows it. */
export function drawnGrid(grid: ExhibitGrid): Drawn {
  const width = HEAD + grid.columns.length * COLUMN
  const head = headOf(grid, width)
  const markup: Markup[] = [...head.markup]
  let y = head.height
  for (const row of grid.rows) {
    const drawn = rowOf(grid, row, y, width)
    markup.push(...drawn.markup)
    y += drawn.height
  }
  return {
    width,
    height: y,
    markup,
    textured: [],
    alternative: `${grid.title}. ${grid.rows.map((row) => inWords(grid, row)).join(' ')}`,
  }
}

function headOf({ title, corner, columns }: ExhibitGrid, width: number) {
  const caption = linesOf(title, width, 12)
  const grouped = columns.some(({ group }) => group !== '')
  const titles = columns.map((column) => linesOf(column.title, COLUMN - 2 * PAD, 12, { bold: true }))
  const top = 12 + caption.length * 15 + (grouped ? 20 : 0)
  const height = top + Math.max(...titles.map((one) => one.length), 1) * 15 + 8
  const groups = columns.flatMap(({ group }, index) =>
    group === '' || group === columns[index - 1]?.group
      ? []
      : [line(HEAD + index * COLUMN + PAD, top - 6, group, { size: 11, fill: SOFT })],
  )
  return {
    height,
    markup: [
      ...lines(0, 12, caption, { size: 12, leading: 15, fill: SOFT }),
      ...groups,
      line(0, height - 10, corner, { size: 12, bold: true }),
      ...titles.flatMap((texts, index) =>
        lines(HEAD + index * COLUMN + PAD, height - 10 - (texts.length - 1) * 15, texts, { ...WORD, bold: true }),
      ),
      element('path', { d: `M0 ${height}h${width}`, stroke: INK, fill: 'none' }),
    ],
  }
}

type Row = ExhibitGrid['rows'][number]

function rowOf(grid: ExhibitGrid, row: Row, y: number, width: number) {
  const cells = row.cells.map((cell, index) => placeOf(grid, cell, HEAD + index * COLUMN, y))
  const head = headOfRow(row, y)
  const height = Math.max(head.height, ...cells.map((cell) => cell.height))
  const tints = row.cells.flatMap((cell, index) =>
    cell === null || cell.status === 'not-controlled' || cell.status === 'mixed'
      ? []
      : [tint(cell, HEAD + index * COLUMN, y, height)],
  )
  return {
    height,
    markup: [
      ...tints,
      ...head.markup,
      ...cells.flatMap((cell) => cell.markup),
      element('path', { d: `M0 ${y + height}h${width}`, stroke: RULE, fill: 'none' }),
    ],
  }
}

function tint({ status }: ShownInExhibit, x: number, y: number, height: number): Markup {
  return element('rect', { x, y, width: COLUMN, height, fill: toneOf(status), 'fill-opacity': 0.07 })
}

function headOfRow({ symbol, title, titleZh, details }: Row, y: number) {
  const name = linesOf([title, titleZh].filter((text) => text !== '').join(' '), HEAD - 38, WORD.size)
  const more = linesOf(details.join(' · '), HEAD - 38, DETAIL.size)
  const first = y + PAD + 11
  const second = first + (name.length - 1) * WORD.leading + DETAIL.leading + 1
  return {
    height: 2 * PAD + name.length * WORD.leading + more.length * DETAIL.leading,
    markup: [
      ...(symbol === '' ? [] : [line(0, first, symbol, { size: 15, bold: true })]),
      ...lines(32, first, name, WORD),
      ...lines(32, second, more, { ...DETAIL, fill: SOFT }),
    ],
  }
}

function placeOf({ none }: ExhibitGrid, cell: ShownInExhibit | null, x: number, y: number) {
  const left = x + PAD
  const first = y + PAD + 11
  if (cell === null) {
    const markup = [
      shape('not-applicable', left, first - 10.5, GLYPH, RULE_STRONG),
      ...lines(left + GLYPH + 5, first, linesOf(none, COLUMN - 2 * PAD - GLYPH - 5, DETAIL.size), {
        ...DETAIL,
        fill: SOFT,
      }),
    ]
    return { height: 2 * PAD + WORD.leading, markup }
  }
  const beside = shapeWidth(shapeOf(cell), GLYPH) + 5
  const word = linesOf(cell.word, COLUMN - 2 * PAD - beside, WORD.size, { bold: true })
  const details = cell.details.flatMap((detail) => linesOf(detail, COLUMN - 2 * PAD, DETAIL.size))
  const second = first + (word.length - 1) * WORD.leading + DETAIL.leading + 1
  return {
    height: 2 * PAD + word.length * WORD.leading + details.length * DETAIL.leading,
    markup: [
      statusShape(cell, left, first - 10.5, GLYPH),
      ...lines(left + beside, first, word, { ...WORD, bold: true, fill: toneOf(cell.status) }),
      ...lines(left, second, details, { ...DETAIL, fill: SOFT }),
    ],
  }
}

/** `Dysprosium (Dy): Metal: licence; Oxide: licence, 3 listed.` */
function inWords({ columns, none }: ExhibitGrid, { title, symbol, cells }: Row): string {
  const places = cells.map((cell, index) => {
    const told = cell === null ? none : [cell.word, ...cell.details].join(', ')
    return `${columns[index]?.title ?? ''}: ${told}`
  })
  return `${title}${symbol === '' ? '' : ` (${symbol})`}: ${places.join('; ')}.`
}
