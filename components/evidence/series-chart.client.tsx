'use client'

import type { TooltipContentProps } from 'recharts'
import { ComposedChart, Line, Tooltip, XAxis, YAxis } from 'recharts'
import { DRAWING, ROOM } from '@/components/evidence/place'
import type { Drawn } from '@/lib/contract/evidence/drawn'

type Size = { readonly width: number; readonly height: number }
type Point = Drawn['points'][number]

/**
 * What pointing adds to the drawing of the server, which stays as it is underneath: the point that is nearest, its period
 * and its amount. It neither moves nor takes the keyboard: the table beside it is what one reads without pointing.
 */
export function SeriesChart({
  drawn,
  size,
}: {
  readonly drawn: Drawn
  /** In pixels, more than nothing. */
  readonly size: Size
}) {
  const ticks = drawn.ticks.map(({ value }) => value)
  return (
    <ComposedChart {...size} data={[...drawn.points]} margin={marginIn(size)} accessibilityLayer={false}>
      <XAxis hide type="number" dataKey="at" domain={[0, drawn.length]} />
      <YAxis hide domain={[ticks[0] ?? 0, ticks.at(-1) ?? 1]} />
      <Tooltip content={Told} isAnimationActive={false} cursor={{ className: 'pointed' }} />
      <Line dataKey="value" stroke="none" dot={false} activeDot={Pointed} isAnimationActive={false} />
    </ComposedChart>
  )
}

/** The room that the server's drawing leaves around its points, in pixels of this size. */
function marginIn({ width, height }: Size) {
  const [across, down] = [width / DRAWING.width, height / DRAWING.height]
  return {
    left: ROOM.left * across,
    right: (DRAWING.width - ROOM.left - ROOM.width) * across,
    top: ROOM.top * down,
    bottom: (DRAWING.height - ROOM.top - ROOM.height) * down,
  }
}

/** A ring around the point that is drawn already. */
function Pointed({ cx = 0, cy = 0 }: { readonly cx?: number | undefined; readonly cy?: number | undefined }) {
  return <circle className="pointed" cx={cx} cy={cy} r={6} />
}

/** What stands at the place that is pointed at. */
function Told({ active, payload }: TooltipContentProps) {
  const point: Point | undefined = payload[0]?.payload
  if (!active || point === undefined) return null
  return (
    <p className="chart-told small">
      {point.period}
      <br />
      <strong>{point.amount}</strong>
    </p>
  )
}
