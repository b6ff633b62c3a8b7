import type { ExhibitTimeline } from '@/lib/contract/exhibit'
import { daysBetween, localDate } from '@/lib/ledger/interval'
import { element, type Markup } from '../svg/markup'

type Stretches = ExhibitTimeline['lanes'][number]['stretches']

const WIDTH = 1000
const HEIGHT = 16

/** The stretches of a lane side by side, with the asked day across them. It says nothing that the words below do not. */
export function drawnLane(stretches: Stretches, { from, to, asked }: ExhibitTimeline): Markup {
  const whole = Math.max(1, daysBetween(localDate(from), localDate(to)))
  const at = (day: string) =>
    Math.min(WIDTH, Math.max(0, (daysBetween(localDate(from), localDate(day)) / whole) * WIDTH))
  const bars = stretches.map(({ from: first, lastDay, shown }) => {
    const x = at(first)
    const width = Math.max(2, (lastDay === null ? WIDTH : at(lastDay)) - x)
    return element('rect', { class: `bar st-${shown.status}`, x, y: 2, width, height: HEIGHT - 4 })
  })
  const line = element('path', { class: 'asked', d: `M${at(asked)} 0v${HEIGHT}` })
  return element(
    'svg',
    { class: 'lane', viewBox: `0 0 ${WIDTH} ${HEIGHT}`, preserveAspectRatio: 'none', 'aria-hidden': 'true' },
    bars,
    line,
  )
}
