import type { ExhibitTimeline } from '@/lib/contract/exhibit'
import { daysBetween, localDate } from '@/lib/ledger/interval'
import { element, type Markup } from '../svg/markup'

type Lane = ExhibitTimeline['lanes'][number]
type Stretch = Lane['stretches'][number]

const WIDTH = 1000
const HEIGHT = 16
/** Between two strokes of a hatch. */
const HATCH = 9

/** The stretches of a lane side by side, with the asked day across them. It says nothing that the words below do not. */
export function drawnLane({ stretches, tells }: Lane, { from, to, asked }: ExhibitTimeline): Markup {
  const whole = Math.max(1, daysBetween(localDate(from), localDate(to)))
  const at = (day: string) =>
    Math.min(WIDTH, Math.max(0, (daysBetween(localDate(from), localDate(day)) / whole) * WIDTH))
  const bars = stretches.flatMap(({ from: first, lastDay, shown }) => {
    const x = at(first)
    const width = Math.max(2, (lastDay === null ? WIDTH : at(lastDay)) - x)
    return tells === 'state' ? stateBar(shown.status, x, width) : [bar(`st-${shown.status}`, x, width)]
  })
  const line = element('path', { class: 'asked', d: `M${at(asked)} 0v${HEIGHT}` })
  return element(
    'svg',
    { class: 'lane', viewBox: `0 0 ${WIDTH} ${HEIGHT}`, preserveAspectRatio: 'none', 'aria-hidden': 'true' },
    bars,
    line,
  )
}

/** The status that lends what lines do its texture: in ink, for the colours belong to statuses. */
const TEXTURES: { readonly [status in Stretch['shown']['status']]?: string } = {
  licence: 'solid',
  paused: 'hatched',
  announced: 'hollow',
  'pause-ended': 'doubt',
}

function stateBar(status: Stretch['shown']['status'], x: number, width: number): readonly Markup[] {
  const texture = TEXTURES[status]
  if (texture === undefined) return []
  const drawn = bar(`ink-${texture}`, x, width)
  if (texture !== 'hatched') return [drawn]
  const strokes = Array.from(
    { length: Math.floor(width / HATCH) },
    (_, at) => `M${x + (at + 0.5) * HATCH} 2v${HEIGHT - 4}`,
  )
  return [drawn, element('path', { class: 'hatch', d: strokes.join('') })]
}

function bar(name: string, x: number, width: number): Markup {
  return element('rect', { class: `bar ${name}`, x, y: 2, width, height: HEIGHT - 4 })
}
