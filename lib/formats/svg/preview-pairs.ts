import type { ExhibitTable, ShownInExhibit } from '@/lib/contract/exhibit'
import { shapeOf, shapeWidth, statusShape } from './glyph'
import type { Markup } from './markup'
import { element } from './markup'
import { linesOf } from './measure'
import { INK, RULE, SOFT, toneOf } from './paper'
import type { Room } from './preview-grid'
import { line } from './text'

/** Cells that went the same way. */
type Pair = {
  readonly before: ShownInExhibit | null
  readonly after: ShownInExhibit | null
  readonly materials: string[]
  count: number
}
type Pairs = { readonly titles: readonly [before: string, after: string]; readonly pairs: readonly Pair[] }

/** Rows are as tall as their number leaves room for, between these. */
const [LOWEST, HIGHEST] = [42, 52]
const COUNT = 64
const STATUS = 330

/** The cells of a comparison that differ, by what they were and are; the most first. `null` where nothing differs. */
export function differencesIn(tables: readonly ExhibitTable[]): Pairs | null {
  const table = tables.find(({ key }) => key === 'differences')
  const at = (name: string) => table?.columns.findIndex(({ key }) => key === name) ?? -1
  const found = new Map<string, Pair>()
  for (const row of table?.rows ?? []) {
    const [before, after] = [statusIn(row[at('before')]), statusIn(row[at('after')])]
    const name = `${before?.word} ${after?.word}`
    const pair = found.get(name) ?? { before, after, materials: [], count: 0 }
    const material = String(row[at('material')])
    if (!pair.materials.includes(material)) pair.materials.push(material)
    pair.count += 1
    found.set(name, pair)
  }
  if (found.size === 0) return null
  const titles = [table?.columns[at('before')]?.title ?? '', table?.columns[at('after')]?.title ?? ''] as const
  return { titles, pairs: [...found.values()].sort((a, b) => b.count - a.count) }
}

function statusIn(value: ExhibitTable['rows'][number][number] | undefined): ShownInExhibit | null {
  return typeof value === 'object' && value !== null && 'word' in value ? value : null
}

/** Before and after side by side, a row for all cells that went the same way, as many rows as there is room for. */
export function previewPairs({ titles, pairs }: Pairs, { x, y, width, height }: Room): readonly Markup[] {
  const tall = Math.min(HIGHEST, Math.max(LOWEST, height / (pairs.length + 1)))
  const size = Math.round(tall * 0.47)
  const top = y + size * 1.7
  const most = Math.max(1, Math.floor((y + height - top) / tall))
  const [before, after, names] = [x + COUNT, x + COUNT + STATUS + 48, x + COUNT + 2 * STATUS + 60]
  return [
    line(before, y + size, titles[0], { size, fill: SOFT }),
    line(after, y + size, titles[1], { size, fill: SOFT }),
    ...pairs.slice(0, most).flatMap((pair, index) => {
      const middle = top + (index + 0.5) * tall
      const [named = ''] = linesOf(pair.materials.join(', '), x + width - names, size, { most: 1 })
      return [
        element('path', { d: `M${x} ${middle - tall / 2}h${width}`, stroke: RULE, fill: 'none' }),
        line(x + COUNT - 16, middle + size * 0.35, String(pair.count), { size, bold: true, anchor: 'end' }),
        ...statusAt(pair.before, before, middle, size),
        arrow(after - 40, middle),
        ...statusAt(pair.after, after, middle, size),
        line(names, middle + size * 0.35, named, { size, fill: SOFT }),
      ]
    }),
    ...(pairs.length > most ? [line(before, top + (most + 0.4) * tall, '…', { size, fill: SOFT })] : []),
  ]
}

function statusAt(shown: ShownInExhibit | null, x: number, middle: number, size: number): readonly Markup[] {
  if (shown === null) return [line(x, middle + size * 0.35, '–', { size, fill: SOFT })]
  const beside = shapeWidth(shapeOf(shown), size) + 10
  const [word = ''] = linesOf(shown.word, STATUS - beside, size, { bold: true, most: 1 })
  return [
    statusShape(shown, x, middle - size / 2, size),
    line(x + beside, middle + size * 0.35, word, { size, bold: true, fill: toneOf(shown.status) }),
  ]
}

function arrow(x: number, y: number): Markup {
  return element('path', { d: `M${x} ${y}h24m-8 -6l8 6l-8 6`, stroke: INK, 'stroke-width': 2, fill: 'none' })
}
