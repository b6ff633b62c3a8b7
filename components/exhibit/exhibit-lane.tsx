import type { Scale } from '@/lib/contract/axis'
import { quartersOf, xOf } from '@/lib/contract/axis'
import type { ExhibitTimeline } from '@/lib/contract/exhibit'
import { lookOf } from '@/lib/contract/looks'
import type { LocalDate } from '@/lib/ledger/interval'
import { localDate, nextDay } from '@/lib/ledger/interval'

type Lane = ExhibitTimeline['lanes'][number]
type Stretch = Lane['stretches'][number]

const HEIGHT = 22
/** Years that stand nearer are not all named. */
const ROOM = 56

/** The years over the lanes. The same days stand in words beside every lane. */
export function Years({ scale }: { readonly scale: Scale }) {
  const years = yearsOn(scale)
  const each = Math.ceil((ROOM * years.length) / scale.width)
  return (
    <svg
      className="lane"
      width={scale.width}
      height={HEIGHT}
      viewBox={`0 0 ${scale.width} ${HEIGHT}`}
      aria-hidden="true"
    >
      {years
        .filter((_, at) => at % each === 0)
        .map((day) => (
          <text key={day} className="year-name" x={xOf(scale, day) + 3} y={HEIGHT - 5}>
            {day.slice(0, 4)}
          </text>
        ))}
    </svg>
  )
}

/** Says nothing that the list beside it does not say. */
export function Bars({ lane, scale, asked }: { readonly lane: Lane; readonly scale: Scale; readonly asked: number }) {
  return (
    <svg
      className="lane"
      width={scale.width}
      height={HEIGHT}
      viewBox={`0 0 ${scale.width} ${HEIGHT}`}
      aria-hidden="true"
    >
      {yearsOn(scale).map((day) => (
        <line key={day} className="year" x1={xOf(scale, day)} x2={xOf(scale, day)} y1={0} y2={HEIGHT} />
      ))}
      {lane.stretches.map((stretch) => (
        <Bar key={stretch.from} stretch={stretch} tells={lane.tells} scale={scale} />
      ))}
      <line className="asked" x1={asked} x2={asked} y1={0} y2={HEIGHT} />
    </svg>
  )
}

/** Of what lines do, the status lends its texture alone: colours belong to statuses. */
function Bar({
  stretch,
  tells,
  scale,
}: {
  readonly stretch: Stretch
  readonly tells: Lane['tells']
  readonly scale: Scale
}) {
  const { status, beforeEffect } = stretch.shown
  const look = lookOf(status, beforeEffect)
  const x = xOf(scale, localDate(stretch.from))
  const end = stretch.lastDay === null ? scale.width : xOf(scale, nextDay(localDate(stretch.lastDay)))
  if (look === 'none') return <line className="empty" x1={x} x2={end} y1={HEIGHT / 2} y2={HEIGHT / 2} />
  return (
    <g data-s={tells === 'status' ? status : undefined} className="stretch">
      <rect className="bar" data-look={look} x={x} y={3} width={Math.max(end - x, 2)} height={HEIGHT - 6} />
    </g>
  )
}

function yearsOn(scale: Scale): readonly LocalDate[] {
  return quartersOf(scale).filter((day) => day.endsWith('-01-01'))
}
