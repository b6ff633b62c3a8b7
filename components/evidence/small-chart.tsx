import { placedIn } from '@/components/evidence/place'
import { linkTo } from '@/components/marks/link-to'
import { inEnglish } from '@/components/ui/english'
import type { Coordinates } from '@/lib/contract/address'
import type { Chart } from '@/lib/contract/evidence/chart'
import { chartOf } from '@/lib/contract/evidence/chart'
import { numberInWords } from '@/lib/contract/words/number'
import { alternativeOf, latestInWords } from '@/lib/contract/words/observed'
import { unitInWords } from '@/lib/contract/words/series'
import { statusWord } from '@/lib/contract/words/status'
import type { Observed } from '@/lib/ledger/series/observed'

const SIZE = { width: 280, height: 96 }
const ROOM = { left: 1, top: 14, width: 278, height: 66 }
/** About the width of a letter, to tell whether a band has room for its word. */
const LETTER = 5.6

/** Shipments against law in one small drawing, made on the server: the points, the bands of the law, and the last value. */
export function SmallChart({ series, at }: { readonly series: Observed; readonly at: Coordinates }) {
  const { indicator, points } = series
  const chart = chartOf(series, at.question.on)
  const last = points.at(-1)
  return (
    <figure className="small-chart">
      <svg viewBox={`0 0 ${SIZE.width} ${SIZE.height}`} role="img" aria-label={alternativeOf(series, chart)}>
        <Bands chart={chart} />
        <Marks chart={chart} />
      </svg>
      <figcaption className="small">
        <a href={linkTo(at, { name: 'series', key: indicator.key })} {...inEnglish()}>
          {indicator.title}
        </a>
        <span className="soft">{last === undefined ? unitInWords(indicator.unit) : latestInWords(series)}</span>
      </figcaption>
    </figure>
  )
}

/** The law: each status a band with its word, its first day a line. */
function Bands({ chart }: { readonly chart: Chart }) {
  const { x, bottom } = placedIn(ROOM, chart)
  return chart.bands.map(({ from, to, status, beforeEffect }) => {
    const word = statusWord(status, beforeEffect)
    const [left, width] = [x(from), x(to) - x(from)]
    return (
      <g key={from} className="band" data-s={status} data-law={status}>
        <rect x={left} y={ROOM.top} width={width} height={bottom - ROOM.top} />
        <path d={`M${left} 2V${bottom}`} />
        {word.length * LETTER < width && (
          <text x={left + 3} y={10}>
            {word}
          </text>
        )}
      </g>
    )
  })
}

function Marks({ chart }: { readonly chart: Chart }) {
  const { x, y, bottom, right } = placedIn(ROOM, chart)
  const top = chart.ticks.at(-1) ?? 0
  const lines = chart.joins.flatMap(([a, b]) => {
    const [from, to] = [chart.points[a], chart.points[b]]
    return from === undefined || to === undefined ? [] : [`M${x(from.at)} ${y(from.value)}L${x(to.at)} ${y(to.value)}`]
  })
  return (
    <>
      <path className="ground" d={`M${ROOM.left} ${y(0)}H${right}`} />
      <path className="join" d={lines.join('')} />
      {chart.points.map(({ at, value, estimated, period }) => (
        <circle key={period} data-estimated={estimated || undefined} cx={x(at)} cy={y(value)} r={2.2} />
      ))}
      {chart.quarters
        .filter(({ year, at }, place) => year || (place === 0 && at === 0))
        .map(({ at, day }) => (
          <text key={day} x={x(at)} y={bottom + 12}>
            {day.slice(0, 4)}
          </text>
        ))}
      <text className="end" x={right} y={bottom + 12}>
        {numberInWords(top)}
      </text>
    </>
  )
}
