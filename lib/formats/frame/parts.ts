import type { ExhibitGrid, ExhibitTable, ExhibitTimeline, ShownInExhibit } from '@/lib/contract/exhibit'
import { element, type Markup, words } from '../svg/markup'
import { drawnLane } from './lane'
import { type MarkWords, marksList } from './marks'
import { state, status, value } from './value'

/** What is wider than a narrow frame scrolls inside it, by keyboard too. */
function wide(title: string, ...inside: readonly Markup[]): Markup {
  return element('div', { class: 'scroll', role: 'region', 'aria-label': title, tabindex: 0 }, ...inside)
}

function head(titles: readonly string[]): Markup {
  return element(
    'thead',
    {},
    element(
      'tr',
      {},
      titles.map((title) => element('th', { scope: 'col' }, words(title))),
    ),
  )
}

/** The matrix as a table. */
export function gridTable({ title, corner, columns, rows }: ExhibitGrid): Markup {
  const body = rows.map(({ title: name, titleZh, symbol, cells }) =>
    element(
      'tr',
      {},
      element(
        'th',
        { scope: 'row' },
        symbol === '' ? [] : element('b', {}, words(`${symbol} `)),
        words(name),
        titleZh === '' ? [] : element('span', { lang: 'zh', class: 'zh' }, words(` ${titleZh}`)),
      ),
      cells.map((cell) => element('td', {}, cell === null ? words('–') : status(cell))),
    ),
  )
  const caption = element('caption', {}, words(title))
  return wide(
    title,
    element(
      'table',
      { class: 'grid' },
      caption,
      head([corner, ...columns.map((one) => one.title)]),
      element('tbody', {}, body),
    ),
  )
}

export function plainTable({ title, columns, rows }: ExhibitTable): Markup {
  const body = rows.map((row) =>
    element(
      'tr',
      {},
      row.map((one) => element('td', {}, value(one))),
    ),
  )
  const caption = element('caption', {}, words(title))
  return wide(title, element('table', {}, caption, head(columns.map((one) => one.title)), element('tbody', {}, body)))
}

/** Lanes on the axis of days, each with the same stretches in words below it, and then what was said and done. */
export function timelineFigure(timeline: ExhibitTimeline, said: MarkWords): Markup {
  const lanes = timeline.lanes.map((lane) => element('li', {}, laneOf('h3', lane, timeline)))
  return element(
    'section',
    {},
    element('h2', {}, words(timeline.title)),
    element('ul', { class: 'lanes' }, lanes),
    marksList(timeline, said),
  )
}

/**
 * The first lane of a material, which rolls up its forms; where they differ on the asked day, what holds for each of them,
 * a line each.
 */
export function strip(timelines: readonly ExhibitTimeline[]): readonly Markup[] {
  return timelines.flatMap((timeline) => {
    const [first, ...others] = timeline.lanes.filter(({ tells }) => tells === 'status')
    if (first === undefined) return []
    const differs = shownOn(first, timeline.asked)?.status === 'mixed'
    return [
      element('section', {}, laneOf('h2', first, timeline)),
      ...(differs ? [linesOf(others, timeline.asked)] : []),
    ]
  })
}

type Lane = ExhibitTimeline['lanes'][number]

function laneOf(heading: 'h2' | 'h3', lane: Lane, timeline: ExhibitTimeline): readonly Markup[] {
  const stretches = lane.stretches.map(({ from, lastDay, shown }) => {
    const days = element('span', { class: 'days' }, words(`${from} – ${lastDay ?? ''}`))
    return element('li', {}, days, lane.tells === 'state' ? state(shown) : status(shown))
  })
  return [
    element(heading, {}, words(lane.title)),
    drawnLane(lane, timeline),
    ...(stretches.length === 0 ? [] : [element('ol', { class: 'stretches' }, stretches)]),
  ]
}

function linesOf(lanes: readonly Lane[], asked: string): Markup {
  const rows = lanes.flatMap((lane) => {
    const shown = shownOn(lane, asked)
    if (shown === null) return []
    return [element('tr', {}, element('th', { scope: 'row' }, words(lane.title)), element('td', {}, status(shown)))]
  })
  return element('table', {}, element('tbody', {}, rows))
}

function shownOn({ stretches }: Lane, day: string): ShownInExhibit | null {
  return stretches.find(({ from, lastDay }) => from <= day && (lastDay === null || day <= lastDay))?.shown ?? null
}
