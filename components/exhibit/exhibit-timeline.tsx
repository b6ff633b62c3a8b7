import { Bars, Years } from '@/components/exhibit/exhibit-lane'
import { ExhibitStatus } from '@/components/exhibit/exhibit-status'
import { Long } from '@/components/exhibit/long'
import { unlisted } from '@/components/exhibit/table-shape'
import { Patterns } from '@/components/timeline/patterns'
import { ScrollRegion } from '@/components/ui/scroll-region'
import type { Scale } from '@/lib/contract/axis'
import { xOf } from '@/lib/contract/axis'
import type { ExhibitTable, ExhibitTimeline as Timeline } from '@/lib/contract/exhibit'
import { localDate, nextDay } from '@/lib/ledger/interval'

type Lane = Timeline['lanes'][number]
type Stretch = Lane['stretches'][number]

const WIDTH = 560

/**
 * A drawing as it was frozen: each lane's bars, and beside them the same days in the words of the payload.
 *
 * @param tables what is shown below it: the marks that are listed there are not told twice.
 */
export function ExhibitTimeline({
  timeline,
  tables,
}: {
  readonly timeline: Timeline
  readonly tables: readonly ExhibitTable[]
}) {
  const { title, alternative, lanes } = timeline
  const scale: Scale = { from: localDate(timeline.from), to: nextDay(localDate(timeline.to)), width: WIDTH }
  const marks = unlisted(timeline, tables)
  return (
    <section className="section">
      <h2>{title}</h2>
      <p className="soft">{alternative}</p>
      <Patterns />
      <ScrollRegion name={title}>
        <table className="plain frozen-lanes">
          <thead>
            <tr>
              <td />
              <td>
                <Years scale={scale} />
              </td>
              <td />
            </tr>
          </thead>
          <tbody>
            {lanes.map((lane) => (
              <LaneRow key={`${lane.group} ${lane.title}`} lane={lane} scale={scale} asked={timeline.asked} />
            ))}
          </tbody>
        </table>
      </ScrollRegion>
      {marks.length > 0 && (
        <Long title={title} count={marks.length}>
          <ol className="lines">
            {marks.map(({ when, title: said }) => (
              <li key={`${when} ${said}`}>
                <time dateTime={when}>{when}</time> {said}
              </li>
            ))}
          </ol>
        </Long>
      )}
    </section>
  )
}

function LaneRow({ lane, scale, asked }: { readonly lane: Lane; readonly scale: Scale; readonly asked: string }) {
  return (
    <tr data-tells={lane.tells}>
      <th scope="row">
        {lane.title} <small className="soft">{lane.group}</small>
      </th>
      <td>
        <Bars lane={lane} scale={scale} asked={xOf(scale, localDate(asked))} />
      </td>
      <td>
        <ol>
          {lane.stretches.map((stretch) => (
            <li key={stretch.from}>
              <Days stretch={stretch} /> <Told stretch={stretch} tells={lane.tells} />
            </li>
          ))}
        </ol>
      </td>
    </tr>
  )
}

/** What holds on these days. What lines do is no status of anything: it is told by its word alone. */
function Told({ stretch: { shown }, tells }: { readonly stretch: Stretch; readonly tells: Lane['tells'] }) {
  if (tells === 'status') return <ExhibitStatus shown={shown} />
  return <strong>{[shown.word, ...shown.details].join(' ')}</strong>
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
