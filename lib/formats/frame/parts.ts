import type { ExhibitGrid, ExhibitTable, ExhibitTimeline } from '@/lib/contract/exhibit'
import { element, type Markup, words } from '../svg/markup'
import { drawnLane } from './lane'
import { status, value } from './value'

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

/** Lanes on the axis of days, each with what it says on the asked day and the same stretches in words. */
export function timelineFigure(timeline: ExhibitTimeline): Markup {
  const lanes = timeline.lanes.map((lane) =>
    element(
      'li',
      {},
      element('h3', {}, words(lane.title)),
      drawnLane(lane.stretches, timeline),
      element(
        'ol',
        { class: 'stretches' },
        lane.stretches.map(({ from, lastDay, shown }) =>
          element('li', {}, element('span', { class: 'days' }, words(`${from} – ${lastDay ?? ''}`)), status(shown)),
        ),
      ),
    ),
  )
  return element(
    'section',
    {},
    element('h2', {}, words(timeline.title)),
    element('p', {}, words(timeline.alternative)),
    element('ul', { class: 'lanes' }, lanes),
  )
}

/** Each lane that tells a status with what it says on the asked day: a line each, and nothing else. */
export function strip(timelines: readonly ExhibitTimeline[]): Markup {
  const lines = timelines.flatMap(({ lanes, asked }) =>
    lanes.flatMap(({ title, tells, stretches }) => {
      const now = stretches.find(({ from, lastDay }) => from <= asked && (lastDay === null || asked <= lastDay))
      if (tells !== 'status' || now === undefined) return []
      return [element('tr', {}, element('th', { scope: 'row' }, words(title)), element('td', {}, status(now.shown)))]
    }),
  )
  return element('table', { class: 'strip' }, element('tbody', {}, lines))
}
