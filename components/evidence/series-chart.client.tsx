'use client'

import type { TooltipContentProps } from 'recharts'
import { CartesianGrid, ComposedChart, Line, ReferenceArea, ReferenceLine, Tooltip, XAxis, YAxis } from 'recharts'
import type { Drawn } from '@/lib/contract/evidence/drawn'

/** One row of the line: a value, or nothing where the line is broken. */
type Row = { readonly at: number; readonly value: number | null; readonly point: Drawn['points'][number] | null }

/** About the width of a letter, to tell whether a band has room for its word. */
const LETTER = 6.2

const MARGIN = { top: 36, right: 12, bottom: 0, left: 0 }

/**
 * The same points, bands and marks as the server draws, to be pointed at. It neither moves nor takes the keyboard: the
 * table beside it is what one reads without pointing.
 */
export function SeriesChart({
  drawn,
  size,
}: {
  readonly drawn: Drawn
  /** In pixels, more than nothing. */
  readonly size: { readonly width: number; readonly height: number }
}) {
  const words = new Map(drawn.quarters.map(({ at, word }) => [at, word]))
  const values = new Map(drawn.ticks.map(({ value, word }) => [value, word]))
  const ticks = drawn.ticks.map(({ value }) => value)
  return (
    <ComposedChart {...size} data={rowsOf(drawn)} margin={MARGIN} accessibilityLayer={false}>
      <CartesianGrid vertical={false} className="level" />
      {backdrop(drawn)}
      <XAxis
        type="number"
        dataKey="at"
        domain={[0, drawn.length]}
        ticks={drawn.quarters.map(({ at }) => at)}
        tickFormatter={(at: number) => words.get(at) ?? ''}
        interval="preserveStart"
      />
      <YAxis
        domain={[ticks[0] ?? 0, ticks.at(-1) ?? 1]}
        ticks={ticks}
        tickFormatter={(value: number) => values.get(value) ?? ''}
        width={56}
        interval={0}
      />
      {foreground(drawn)}
      <Tooltip content={Told} isAnimationActive={false} cursor={{ className: 'level' }} />
      <Line
        dataKey="value"
        className="join"
        type="linear"
        connectNulls={false}
        isAnimationActive={false}
        dot={Mark}
        activeDot={false}
      />
    </ComposedChart>
  )
}

/** The line's rows: between points that are no neighbours an empty one, so that nothing is drawn over a gap. */
function rowsOf({ points, joins }: Drawn): Row[] {
  const joined = new Set(joins.map(([from]) => from))
  return points.flatMap((point, place) => [
    { at: point.at, value: point.value, point },
    ...(joined.has(place) ? [] : [{ at: point.at, value: null, point: null }]),
  ])
}

function backdrop({ bands }: Drawn) {
  return bands.map(({ from, to, status, word }) => (
    <ReferenceArea
      key={from}
      x1={from}
      x2={to}
      shape={(place) => <Band {...place} status={status} word={word} begins={from > 0} />}
    />
  ))
}

type Place = { readonly x?: number; readonly y?: number; readonly width?: number; readonly height?: number }

/** As the server draws it: a tint, the texture of the status, the day it begins, and its word where that fits. */
function Band({
  x = 0,
  y = 0,
  width = 0,
  height = 0,
  status,
  word,
  begins,
}: Place & { readonly status: string; readonly word: string; readonly begins: boolean }) {
  const place = { x, y, width, height }
  return (
    <g className="band" data-s={status} data-law={status}>
      <rect {...place} />
      <rect className="woven" {...place} />
      {begins && <path d={`M${x} ${y}v${height}`} />}
      {word.length * LETTER < width && (
        <text x={x + 4} y={y - 6}>
          {word}
        </text>
      )}
    </g>
  )
}

function foreground({ points, events, asked }: Drawn) {
  return [
    ...events.map(({ at, word }) => (
      <ReferenceLine
        key={`event ${word}`}
        x={at}
        className="event"
        label={{ value: word, position: 'insideTopLeft', dy: -34 }}
      />
    )),
    ...(asked === null ? [] : [<ReferenceLine key="asked" x={asked} className="asked" />]),
    ...points.flatMap(({ from, to, at, value, low, high, period }) => [
      <ReferenceLine
        key={`span ${period}`}
        className="span"
        segment={[
          { x: from, y: value },
          { x: to, y: value },
        ]}
      />,
      ...(low === null && high === null
        ? []
        : [
            <ReferenceLine
              key={`range ${period}`}
              className="range"
              segment={[
                { x: at, y: low ?? value },
                { x: at, y: high ?? value },
              ]}
            />,
          ]),
    ]),
  ]
}

/** A stated value is full, an estimated one hollow. */
function Mark({ cx, cy, payload }: { readonly cx?: number; readonly cy?: number; readonly payload?: Row }) {
  const point = payload?.point
  if (cx === undefined || cy === undefined || point === null || point === undefined) return null
  return <circle data-estimated={point.estimated || undefined} cx={cx} cy={cy} r={3.5} />
}

/** What stands at the place that is pointed at. */
function Told({ active, payload }: TooltipContentProps) {
  const { point } = (payload[0]?.payload ?? { point: null }) as Row
  if (!active || point === null) return null
  return (
    <p className="chart-told small">
      {point.period}
      <br />
      <strong>{point.amount}</strong>
    </p>
  )
}
