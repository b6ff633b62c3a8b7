import type { Exhibit } from '@/lib/contract/exhibit'
import { PREVIEW } from '@/lib/contract/image-address'
import type { Markup } from './markup'
import { element } from './markup'
import { linesOf, widthOf } from './measure'
import { INK, RULE_STRONG, SOFT } from './paper'
import { previewGrid } from './preview-grid'
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
  const ahead = exhibit.question.on > exhibit.recordedOn
  const [timeline] = exhibit.timelines
  const drawn =
    exhibit.grid !== null ? previewGrid(exhibit.grid, room) : timeline === undefined ? [] : previewStrip(timeline, room)
  const description = [...exhibit.sentences.slice(0, 1), ...exhibit.clocks].join(' ')
  return picture({ ...PREVIEW, title: exhibit.title, description }, [
    ahead ? ruled(PREVIEW.width, PREVIEW.height) : [],
    head.markup,
    drawn,
    footOf(exhibit, id),
  ])
}

/** The title, and the answer in as many lines as leave room for the drawing. */
function headOf({ title, sentences, description, grid, timelines }: Exhibit) {
  const drawn = grid !== null || timelines.length > 0
  const titles = linesOf(title, ROOM - 110, 30, { bold: true, most: 2 })
  const size = drawn ? 28 : 36
  const told = sentences.length === 0 ? description : drawn ? (sentences[0] ?? '') : sentences.join(' ')
  const answer = linesOf(told, ROOM, size, { most: drawn ? 3 : 8 })
  const first = 70 + (titles.length - 1) * 36 + size * 1.45
  return {
    bottom: first + (answer.length - 1) * size * 1.2 + 22,
    markup: [
      ...lines(MARGIN, 70, titles, { size: 30, leading: 36, bold: true, fill: SOFT }),
      line(PREVIEW.width - MARGIN, 70, 'Sluice', { size: 26, bold: true, anchor: 'end', fill: SOFT }),
      ...lines(MARGIN, first, answer, { size, leading: size * 1.2, fill: INK }),
    ],
  }
}

/** The three clocks, and the id or the address: what makes an image that turns up years later still tell its day. */
function footOf({ clocks, address }: Exhibit, id: string | null): readonly Markup[] {
  const size = fitting(clocks.join(' · '), 25)
  return [
    element('path', { d: `M${MARGIN} ${FOOT - 8}h${ROOM}`, stroke: RULE_STRONG, fill: 'none' }),
    line(MARGIN, FOOT + 24, clocks.join(' · '), { size, bold: true }),
    line(MARGIN, FOOT + 56, id === null ? address : `/s/${id}`, { size: 22, fill: SOFT }),
  ]
}

/** The largest type, up to `most`, in which a text fits on one line. */
function fitting(text: string, most: number): number {
  return Math.floor(Math.min(most, (most * ROOM) / Math.max(widthOf(text, most, true) * 1.02, 1)) * 10) / 10
}
