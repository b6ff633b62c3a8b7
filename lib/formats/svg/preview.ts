import type { Exhibit } from '@/lib/contract/exhibit'
import { isRefined } from '@/lib/contract/exhibit'
import { PREVIEW } from '@/lib/contract/image-address'
import type { Markup } from './markup'
import { element } from './markup'
import { linesOf, widthOf } from './measure'
import { INK, RULE_STRONG, SOFT } from './paper'
import type { Room } from './preview-grid'
import { previewGrid } from './preview-grid'
import { differencesIn, previewPairs } from './preview-pairs'
import { previewStrip } from './preview-strip'
import { picture, ruled } from './sheet'
import { line, lines } from './text'

const MARGIN = 48
const ROOM = PREVIEW.width - 2 * MARGIN
/** Where the last lines begin: the clocks, and the id. */
const FOOT = 548

/**
 * The picture that stands beside a link: what is answered, the real statuses as shapes, both days, the revision and the
 * id. It is drawn from the answer alone, so that two answers never share one.
 */
export function previewSvg(exhibit: Exhibit, id: string | null = null): string {
  const head = headOf(exhibit)
  const room = { x: MARGIN, y: head.bottom, width: ROOM, height: FOOT - 20 - head.bottom }
  const drawn = drawnIn(exhibit, room)
  const description = [...exhibit.sentences.slice(0, 1), ...exhibit.clocks].join(' ')
  return picture({ ...PREVIEW, title: exhibit.title, description }, [
    exhibit.ahead ? ruled(PREVIEW.width, PREVIEW.height) : [],
    head.markup,
    drawn,
    footOf(exhibit, id),
  ])
}

function drawnIn({ grid, timelines, tables }: Exhibit, room: Room): readonly Markup[] {
  const [timeline] = timelines
  if (grid !== null) return previewGrid(grid, room)
  if (timeline !== undefined) return previewStrip(timeline, room)
  const pairs = differencesIn(tables)
  return pairs === null ? [] : previewPairs(pairs, room)
}

/** The title, what is asked, and the answer in as many lines as leave room for the drawing. */
function headOf({ title, asked, sentences, description, question, view, grid, timelines, tables }: Exhibit) {
  const drawn = grid !== null || timelines.length > 0 || differencesIn(tables) !== null
  const titles = linesOf(title, ROOM - 110, 30, { bold: true, most: 2 })
  const lens = isRefined(question) ? linesOf(asked, ROOM, 22, { bold: true, most: 2 }) : []
  const second = 70 + (titles.length - 1) * 36 + 32
  const size = drawn ? 28 : 36
  // A comparison's second sentence is the other of its two questions.
  const least = sentences.slice(0, view === 'compare' ? 2 : 1).join(' ')
  const told = sentences.length === 0 ? description : drawn ? least : sentences.join(' ')
  const answer = linesOf(told, ROOM, size, { most: (drawn ? 3 : 8) - Math.max(0, lens.length - 1) })
  const first = 70 + (titles.length - 1) * 36 + lens.length * 28 + size * 1.45
  return {
    bottom: first + (answer.length - 1) * size * 1.2 + 22,
    markup: [
      ...lines(MARGIN, 70, titles, { size: 30, leading: 36, bold: true, fill: SOFT }),
      line(PREVIEW.width - MARGIN, 70, 'Sluice', { size: 26, bold: true, anchor: 'end', fill: SOFT }),
      ...lines(MARGIN, second, lens, { size: 22, leading: 28, bold: true, fill: INK }),
      ...lines(MARGIN, first, answer, { size, leading: size * 1.2, fill: INK }),
    ],
  }
}

/** The three clocks, what is asked, and the id or the address: an image that turns up years later still tells its day. */
function footOf({ clocks, asked, address }: Exhibit, id: string | null): readonly Markup[] {
  const size = fitting(clocks.join(' · '), 25)
  const source = [id === null ? address : `/s/${id}`, ...(asked === '' ? [] : [asked])].join(' · ')
  return [
    element('path', { d: `M${MARGIN} ${FOOT - 8}h${ROOM}`, stroke: RULE_STRONG, fill: 'none' }),
    line(MARGIN, FOOT + 24, clocks.join(' · '), { size, bold: true }),
    line(MARGIN, FOOT + 56, source, { size: fitting(source, 22), fill: SOFT }),
  ]
}

/** The largest type, up to `most`, in which a text fits on one line. */
function fitting(text: string, most: number): number {
  return Math.floor(Math.min(most, (most * ROOM) / Math.max(widthOf(text, most, true) * 1.02, 1)) * 10) / 10
}
