import { DRAWING, placedIn, ROOM } from '@/components/evidence/place'
import type { Drawn } from '@/lib/contract/evidence/drawn'

const BOTTOM = ROOM.top + ROOM.height
/** About the width of a letter, to tell whether a band has room for its word. */
const LETTER = 6.2
/** The same on narrow screens, where the drawing shrinks and its letters do not. */
const LARGE_LETTER = 10.5

type Places = ReturnType<typeof placedIn>

/** A series as the server draws it: what stands there without scripts, in print, and until the other chart is looked at. */
export function DrawnChart({ drawn }: { readonly drawn: Drawn }) {
  const ticks = drawn.ticks.map(({ value }) => value)
  const places = placedIn(ROOM, { length: drawn.length, ticks })
  return (
    <svg viewBox={`0 0 ${DRAWING.width} ${DRAWING.height}`} aria-hidden="true">
      <Bands bands={drawn.bands} places={places} />
      <Axes drawn={drawn} places={places} />
      <Events events={drawn.events} places={places} />
      {drawn.asked !== null && <path className="asked" d={`M${places.x(drawn.asked)} ${ROOM.top}V${BOTTOM}`} />}
      <Points drawn={drawn} places={places} />
    </svg>
  )
}

/** The law: each status a band with its texture and, where it fits, its word. */
function Bands({ bands, places: { x } }: { readonly bands: Drawn['bands']; readonly places: Places }) {
  return bands.map(({ from, to, status, word }) => {
    const [left, width] = [x(from), x(to) - x(from)]
    return (
      <g key={from} className="band" data-s={status} data-law={status}>
        <rect x={left} y={ROOM.top} width={width} height={ROOM.height} />
        <rect className="woven" x={left} y={ROOM.top} width={width} height={ROOM.height} />
        {from > 0 && <path d={`M${left} ${ROOM.top}V${BOTTOM}`} />}
        {word.length * LETTER < width && (
          <text className={word.length * LARGE_LETTER < width ? undefined : 'tight'} x={left + 4} y={ROOM.top - 6}>
            {word}
          </text>
        )}
      </g>
    )
  })
}

function Axes({ drawn, places: { x, y, right } }: { readonly drawn: Drawn; readonly places: Places }) {
  return (
    <>
      {drawn.ticks.map(({ value, word }) => (
        <g key={value}>
          <path className={value === 0 ? 'ground' : 'level'} d={`M${ROOM.left} ${y(value)}H${right}`} />
          <text className="end" x={ROOM.left - 6} y={y(value) + 3.5}>
            {word}
          </text>
        </g>
      ))}
      {drawn.quarters.map(({ at, word, year }) => (
        <g key={at} data-year={year || undefined}>
          <path className="ground" d={`M${x(at)} ${BOTTOM}v5`} />
          <text className={at === 0 || year ? 'year-name' : 'month-name'} x={x(at) + 2} y={BOTTOM + 16}>
            {word}
          </text>
        </g>
      ))}
    </>
  )
}

function Events({ events, places: { x } }: { readonly events: Drawn['events']; readonly places: Places }) {
  return events.map(({ at, word }) => (
    <g key={word} className="event">
      <path d={`M${x(at)} ${ROOM.top - 20}V${BOTTOM}`} />
      <text x={x(at) + 2} y={ROOM.top - 20}>
        {word}
      </text>
    </g>
  ))
}

/** Each value over its period, with its range; lines between neighbours alone. */
function Points({ drawn: { points, joins }, places: { x, y } }: { readonly drawn: Drawn; readonly places: Places }) {
  const lines = joins.flatMap(([a, b]) => {
    const [from, to] = [points[a], points[b]]
    return from === undefined || to === undefined ? [] : [`M${x(from.at)} ${y(from.value)}L${x(to.at)} ${y(to.value)}`]
  })
  const spans = points.map(({ from, to, value }) => `M${x(from)} ${y(value)}H${x(to)}`)
  const ranges = points.flatMap(({ at, value, low, high }) =>
    low === null && high === null ? [] : [`M${x(at)} ${y(low ?? value)}V${y(high ?? value)}`],
  )
  return (
    <>
      <path className="join" d={lines.join('')} />
      <path className="span" d={spans.join('')} />
      <path className="range" d={ranges.join('')} />
      {points.map(({ at, value, estimated, period }) => (
        <circle key={period} data-estimated={estimated || undefined} cx={x(at)} cy={y(value)} r={3} />
      ))}
    </>
  )
}
