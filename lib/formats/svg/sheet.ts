import type { Exhibit } from '@/lib/contract/exhibit'
import { statusShape } from './glyph'
import type { Told } from './looks'
import { textures } from './looks'
import type { Markup } from './markup'
import { element, words } from './markup'
import { linesOf, roomOf } from './measure'
import { FONTS, INK, PAPER, RULE_STRONG, RULED, SOFT, toneOf } from './paper'
import { line, lines } from './text'

/** Something drawn from `y` 0 downwards, `MARGIN` from the left. `alternative` says all of it in words. */
export type Drawn = {
  readonly width: number
  readonly height: number
  readonly markup: readonly Markup[]
  readonly alternative: string
  /** What is drawn as bars with a texture. */
  readonly textured: readonly Told[]
}

export const MARGIN = 24
const LEADING = 1.35

/**
 * A drawing as a whole picture that can be sent alone: over it what is asked and answered and the clocks, under it the
 * terms and where it comes from. All letters are letters, nothing is loaded, nothing moves.
 *
 * @param id of the snapshot that it is drawn from, as its address says it; `null` when it is drawn from the record.
 */
export function sheet(exhibit: Exhibit, id: string | null, title: string, drawn: Drawn): string {
  const width = drawn.width + 2 * MARGIN
  const head = headOf(exhibit, title, drawn.width)
  const foot = footOf(exhibit, id, drawn.width)
  const below = head.height + drawn.height + 18
  const height = Math.ceil(below + foot.height + MARGIN / 2)
  return picture({ width, height, title: [title, ...exhibit.clocks].join(' · '), description: drawn.alternative }, [
    exhibit.ahead ? ruled(width, height) : [],
    drawn.textured.length === 0 ? [] : textures(drawn.textured),
    head.markup,
    element('g', { transform: `translate(${MARGIN} ${Math.round(head.height)})` }, drawn.markup),
    element('g', { transform: `translate(0 ${Math.round(below)})` }, foot.markup),
  ])
}

/** The outermost element: paper, type, and the text alternative. */
export function picture(
  { width, height, title, description }: { width: number; height: number; title: string; description: string },
  parts: readonly (Markup | readonly Markup[])[],
): string {
  return element(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      width,
      height,
      viewBox: `0 0 ${width} ${height}`,
      role: 'img',
      'aria-labelledby': 'drawing-title drawing-description',
      'font-family': FONTS,
      lang: 'en',
    },
    element('title', { id: 'drawing-title' }, words(title)),
    element('desc', { id: 'drawing-description' }, words(description)),
    element('rect', { width, height, fill: PAPER }),
    ...parts,
  )
}

/** A day that had not come when the answer was made stands on ruled paper. */
export function ruled(width: number, height: number): Markup {
  let d = ''
  for (let y = 24; y < height; y += 24) d += `M0 ${y}h${width}`
  return element('path', { d, stroke: RULED, 'stroke-opacity': 0.7, fill: 'none' })
}

function headOf({ asked, sentences, clocks }: Exhibit, title: string, room: number) {
  const markup: Markup[] = [line(MARGIN, 40, title, { size: 22, bold: true })]
  let y = 40
  const add = (text: string, size: number, type: { fill?: string; bold?: boolean }, most?: number) => {
    if (text === '') return
    const wrapped = linesOf(text, room, size, { ...(type.bold ? { bold: true } : {}), ...(most ? { most } : {}) })
    y += size * LEADING + 4
    markup.push(...lines(MARGIN, y, wrapped, { size, leading: size * LEADING, ...type }))
    y += (wrapped.length - 1) * size * LEADING
  }
  add(sentences[0] ?? '', 15, {})
  add(asked, 13, { fill: SOFT })
  add(clocks.join(' · '), 13, { bold: true })
  return { markup, height: y + 20 }
}

function footOf({ notes, address, legend }: Exhibit, id: string | null, room: number) {
  const size = 11
  const source = ['Sluice', ...(id === null ? [] : [`/s/${id}`]), address].join(' · ')
  const leading = size * LEADING + 1
  const column = Math.max(0, ...legend.map(({ shown }) => roomOf(`${shown.word}:`, size, true)))
  const meanings = legend.map((entry, index) => meaningOf(entry, 18 + index * leading, size, column))
  const terms = 18 + legend.length * leading + (legend.length > 0 ? 8 : 0)
  const texts = notes.flatMap((note) => linesOf(note, room, size))
  const last = terms + texts.length * leading + 6
  const sources = linesOf(source, room, size, { bold: true })
  return {
    markup: [
      element('path', { d: `M${MARGIN} 0h${room}`, stroke: RULE_STRONG, fill: 'none' }),
      ...meanings.flat(),
      ...lines(MARGIN, terms, texts, { size, leading, fill: SOFT }),
      ...lines(MARGIN, last, sources, { size, leading, fill: INK, bold: true }),
    ],
    height: last + sources.length * leading,
  }
}

/** A word that is used, with its shape and its one sentence. */
function meaningOf(
  { shown, meaning }: Exhibit['legend'][number],
  y: number,
  size: number,
  column: number,
): readonly Markup[] {
  const left = MARGIN + 24
  return [
    statusShape(shown, MARGIN, y - 9, 11),
    line(left, y, `${shown.word}:`, { size, bold: true, fill: toneOf(shown.status) }),
    line(left + column + 6, y, meaning, { size, fill: SOFT }),
  ]
}
