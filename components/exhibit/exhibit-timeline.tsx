import { ExhibitStatus } from '@/components/exhibit/exhibit-status'
import { Patterns } from '@/components/timeline/patterns'
import { ScrollRegion } from '@/components/ui/scroll-region'
import type { Scale } from '@/lib/contract/axis'
import { quartersOf, xOf } from '@/lib/contract/axis'
import type { ExhibitTimeline as Timeline } from '@/lib/contract/exhibit'
import { localDate, nextDay } from '@/lib/ledger/interval'

type Lane = Timeline['lanes'][number]
type Stretch = Lane['stretches'][number]

const WIDTH = 560
const HEIGHT = 22

/** A drawing as it was frozen: each lane's bars, and beside them the same days in the words of the payload. */
export function ExhibitTimeline({ timeline }: { readonly timeline: Timeline }) {
  const scale: Scale = { from: localDate(timeline.from), to: nextDay(localDate(timeline.to)), width: WIDTH }
  return (
    <section className="section">
      <h2>{timeline.title}</h2>
      <p className="soft">{timeline.alternative}</p>
      <Patterns />
      <ScrollRegion name={timeline.title}>
        <table className="plain frozen-lanes">
          <tbody>
            {timeline.lanes.map((lane) => (
              <tr key={`${lane.group} ${lane.title}`}>
                <th scope="row">
                  {lane.title} <small className="soft">{lane.group}</small>
                </th>
                <td>
                  <Bars lane={lane} scale={scale} asked={xOf(scale, localDate(timeline.asked))} />
                </td>
                <td>
                  <ol>
                    {lane.stretches.map((stretch) => (
                      <li key={stretch.from}>
                        <Days stretch={stretch} /> <ExhibitStatus shown={stretch.shown} />
                      </li>
                    ))}
                  </ol>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollRegion>
      {timeline.marks.length > 0 && (
        <ol className="lines">
          {timeline.marks.map(({ when, title }) => (
            <li key={`${when} ${title}`}>
              <time dateTime={when}>{when}</time> {title}
            </li>
          ))}
        </ol>
      )}
    </section>
  )
}

/** Days as they stand in the bytes: no language of this release is in them. */
function Days({ stretch }: { readonly stretch: Stretch }) {
  return (
    <span className="soft">
      <time dateTime={stretch.from}>{stretch.from}</time>
      {' – '}
      {stretch.lastDay !== null && <time dateTime={stretch.lastDay}>{stretch.lastDay}</time>}
    </span>
  )
}

const LOOKS: { readonly [status: string]: string } = {
  announced: 'hollow',
  paused: 'hatched',
  'pause-ended': 'doubt',
  licence: 'solid',
  refused: 'slashed',
  prohibited: 'crossed',
  mixed: 'split',
  unknown: 'doubt',
}

/** Says nothing that the list beside it does not say. */
function Bars({ lane, scale, asked }: { readonly lane: Lane; readonly scale: Scale; readonly asked: number }) {
  return (
    <svg className="lane" width={WIDTH} height={HEIGHT} viewBox={`0 0 ${WIDTH} ${HEIGHT}`} aria-hidden="true">
      {quartersOf(scale)
        .filter((day) => day.endsWith('-01-01'))
        .map((day) => (
          <line key={day} className="year" x1={xOf(scale, day)} x2={xOf(scale, day)} y1={0} y2={HEIGHT} />
        ))}
      {lane.stretches.map((stretch) => (
        <Bar key={stretch.from} stretch={stretch} scale={scale} />
      ))}
      <line className="asked" x1={asked} x2={asked} y1={0} y2={HEIGHT} />
    </svg>
  )
}

function Bar({ stretch, scale }: { readonly stretch: Stretch; readonly scale: Scale }) {
  const { status, beforeEffect } = stretch.shown
  const look = status === 'paused' && beforeEffect ? 'hatched-hollow' : LOOKS[status]
  const x = xOf(scale, localDate(stretch.from))
  const end = stretch.lastDay === null ? WIDTH : xOf(scale, nextDay(localDate(stretch.lastDay)))
  if (look === undefined) return <line className="empty" x1={x} x2={end} y1={HEIGHT / 2} y2={HEIGHT / 2} />
  return (
    <g data-s={status} className="stretch">
      <rect className="bar" data-look={look} x={x} y={3} width={Math.max(end - x, 2)} height={HEIGHT - 6} />
    </g>
  )
}
