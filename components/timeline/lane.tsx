import type { ReactNode } from 'react'
import type { Segment } from '@/components/timeline/lane-row'
import type { Scale } from '@/lib/contract/axis'
import { quartersOf, xOf } from '@/lib/contract/axis'
import type { LocalDate } from '@/lib/ledger/interval'

const HEIGHT = 28
const TOP = 5
const BAR = 18
/** About the width of a letter of the drawing's text, to tell whether a word fits into its stretch; Han letters are square. */
const LETTER = 6.4
const HAN = 12.5
/** No stretch is drawn narrower, however short it was: a pause of one day must be seen. */
const NARROWEST = 3

/** One lane as a drawing: each stretch is a link to its day in the list below. */
export function Lane({
  name,
  segments,
  scale,
  on,
}: {
  readonly name: string
  readonly segments: readonly Segment[]
  readonly scale: Scale
  readonly on: LocalDate
}) {
  return (
    <Drawing name={name} scale={scale} on={on} height={HEIGHT}>
      {segments
        .filter((segment) => segment.to === null || segment.to > scale.from)
        .map((segment) => (
          <Stretch key={segment.from} segment={segment} scale={scale} />
        ))}
    </Drawing>
  )
}

/** The ground of every lane: quarters, years and the asked day. */
export function Drawing({
  name,
  scale,
  on,
  height,
  children,
}: {
  readonly name: string
  readonly scale: Scale
  readonly on: LocalDate
  readonly height: number
  readonly children: ReactNode
}) {
  const asked = xOf(scale, on)
  return (
    <svg className="lane" width={scale.width} height={height} viewBox={`0 0 ${scale.width} ${height}`}>
      <title>{name}</title>
      {quartersOf(scale).map((day) => (
        <line
          key={day}
          className={day.endsWith('-01-01') ? 'year' : 'quarter'}
          {...vertical(xOf(scale, day), height)}
        />
      ))}
      {children}
      <line className="asked" {...vertical(asked, height)} />
    </svg>
  )
}

function vertical(x: number, height: number) {
  return { x1: x, x2: x, y1: 0, y2: height }
}

function Stretch({ segment, scale }: { readonly segment: Segment; readonly scale: Scale }) {
  const x = xOf(scale, segment.from)
  const end = segment.to === null ? scale.width : xOf(scale, segment.to)
  const width = Math.max(end - x, NARROWEST)
  const open = segment.to === null && segment.look !== 'none'
  const drawn = (
    <>
      <title>{segment.label}</title>
      <rect className="reach" x={x} y={0} width={width} height={HEIGHT} />
      <Bar segment={segment} x={x} width={open ? Math.max(width - 36, NARROWEST) : width} />
      {open && <Fading x={end} look={segment.look} />}
      <Word segment={segment} x={x} room={width - (open ? 36 : 0)} />
    </>
  )
  if (!segment.listed) {
    return (
      <g data-s={segment.tone} className="stretch">
        {drawn}
      </g>
    )
  }
  return (
    <a href={`#d-${segment.from}`} aria-label={segment.label} data-s={segment.tone} className="stretch">
      {drawn}
    </a>
  )
}

/** The word where it fits; of a doubt at least the question mark. */
function Word({ segment, x, room }: { readonly segment: Segment; readonly x: number; readonly room: number }) {
  const { look, word } = segment
  const fitting = [word, ...(look === 'doubt' ? ['?'] : [])].find((text) => widthOf(text) + 12 < room)
  if (look === 'none' || fitting === undefined) return null
  return (
    <text className="word" data-on={look} x={fitting === word ? x + 7 : x + room / 2} y={TOP + 13}>
      {fitting}
    </text>
  )
}

function widthOf(text: string): number {
  return [...text].reduce((width, letter) => width + (/[\u2e80-\uffef]/.test(letter) ? HAN : LETTER), 0)
}

function Bar({ segment, x, width }: { readonly segment: Segment; readonly x: number; readonly width: number }) {
  const { look } = segment
  if (look === 'none') return <line className="empty" x1={x} x2={x + width} y1={TOP + BAR / 2} y2={TOP + BAR / 2} />
  const inner = Math.max(width - 1.5, 1.5)
  return (
    <>
      <rect className="bar" data-look={look} x={x + 0.75} y={TOP} width={inner} height={BAR} />
      {look === 'split' && <rect className="half" x={x + 0.75} y={TOP + BAR - 4} width={inner} height={4} />}
    </>
  )
}

/** No end is dated: the bar breaks up to the right. */
function Fading({ x, look }: { readonly x: number; readonly look: string }) {
  return [
    [33, 11],
    [19, 7],
    [9, 3],
  ].map(([back = 0, width]) => (
    <rect key={back} className="bar" data-look={look} x={x - back} y={TOP} width={width} height={BAR} />
  ))
}
