import { DayStamp } from '@/components/marks/day-stamp'
import { Axis } from '@/components/timeline/axis'
import { Flags } from '@/components/timeline/flags'
import { instrumentGroup } from '@/components/timeline/instrument-group'
import { Lane } from '@/components/timeline/lane'
import { Patterns } from '@/components/timeline/patterns'
import { ScrollRegion } from '@/components/ui/scroll-region'
import type { ClaimsPage } from '@/components/views/claims-pages'
import type { Scale } from '@/lib/contract/axis'
import { tightScaleOf } from '@/lib/contract/axis'
import { flagDay, titleOfClaim } from '@/lib/contract/timeline/entries'
import { say } from '@/lib/contract/words/catalogue'
import { sideInWords, sidesInOrder } from '@/lib/contract/words/claims'
import { dayInWords } from '@/lib/contract/words/day'
import { previousDay } from '@/lib/ledger/interval'

/** The drawing's width on a narrow screen: with the lanes' names beside it, the asked day is seen without scrolling. */
const NARROW = 250

/** Words above, a lane for each side, and law below, a lane for each instrument spoken of, on one axis. */
export function ClaimsChart({ page }: { readonly page: ClaimsPage }) {
  const { readings, lanes, coordinates } = page
  const claims = readings.map(({ claim }) => flagDay(claim.saidOn))
  const steps = lanes.flatMap(({ spans }) => spans.map(({ from }) => from))
  const scale = tightScaleOf([...claims, ...steps], coordinates.question.on)
  return (
    <>
      <Patterns />
      <div className="chart-wide">
        <Drawn page={page} scale={scale} />
      </div>
      <div className="chart-narrow">
        <Drawn page={page} scale={{ ...scale, width: NARROW }} />
      </div>
    </>
  )
}

function Drawn({ page, scale }: { readonly page: ClaimsPage; readonly scale: Scale }) {
  const { readings, lanes, coordinates } = page
  const { on } = coordinates.question
  const claims = readings.map(({ claim }) => claim)
  const sides = sidesInOrder(claims.map(({ speaker }) => speaker.type))
  const { title, rows } = instrumentGroup(lanes, coordinates)
  const span = { from: dayInWords(scale.from), to: dayInWords(previousDay(scale.to)), day: dayInWords(on) }
  return (
    <ScrollRegion name={say('claims.chart.region')} wide="timeline">
      <table className="timeline">
        <caption>
          <span>{say('claims.chart.caption', span)}</span>
        </caption>
        <thead>
          <tr>
            <th scope="col">{say('timeline.lane')}</th>
            <th scope="col">
              <Axis scale={scale} on={on} />
            </th>
            <th scope="col">
              <DayStamp day={on} short />
            </th>
          </tr>
        </thead>
        <tbody>
          {sides.map((side) => {
            const flags = claims
              .filter(({ speaker }) => speaker.type === side)
              .map((claim) => ({ when: claim.saidOn, title: titleOfClaim(claim) }))
            return (
              <tr key={side}>
                <th scope="row">{sideInWords(side)}</th>
                <td>
                  <Flags kind="claim" flags={flags} scale={scale} on={on} />
                </td>
                <td>{flags.length}</td>
              </tr>
            )
          })}
        </tbody>
        <tbody>
          <tr>
            <th scope="rowgroup" colSpan={3}>
              {title}
            </th>
          </tr>
          {rows.map((row) => (
            <tr key={row.key}>
              <th scope="row">{row.head}</th>
              <td>
                <Lane
                  name={row.name}
                  segments={row.segments.map((segment) => ({ ...segment, listed: false }))}
                  scale={scale}
                  on={on}
                />
              </td>
              <td>{row.now}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  )
}
