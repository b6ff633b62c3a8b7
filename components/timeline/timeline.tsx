import { DayStamp } from '@/components/marks/day-stamp'
import { Axis } from '@/components/timeline/axis'
import type { Flag } from '@/components/timeline/flags'
import { Flags } from '@/components/timeline/flags'
import { Lane } from '@/components/timeline/lane'
import type { LaneGroup } from '@/components/timeline/lane-row'
import { Patterns } from '@/components/timeline/patterns'
import { ScrollRegion } from '@/components/ui/scroll-region'
import type { Scale } from '@/lib/contract/axis'
import { say } from '@/lib/contract/words/catalogue'
import { dayInWords } from '@/lib/contract/words/day'
import type { LocalDate } from '@/lib/ledger/interval'
import { previousDay } from '@/lib/ledger/interval'

/**
 * Lanes on one axis: words above, law below, a line at the asked day, and at the right what holds on that day.
 * A table, so that it reads without the drawing; the same stands below it as a list.
 */
export function Timeline({
  name,
  groups,
  flags,
  scale,
  on,
}: {
  readonly name: string
  readonly groups: readonly LaneGroup[]
  readonly flags: { readonly claim: readonly Flag[]; readonly event: readonly Flag[] }
  readonly scale: Scale
  readonly on: LocalDate
}) {
  const span = { from: dayInWords(scale.from), to: dayInWords(previousDay(scale.to)), day: dayInWords(on), name }
  return (
    <ScrollRegion name={say('timeline.region', { name })} wide="timeline">
      <Patterns />
      <table className="timeline">
        <caption>
          <span>{say('timeline.caption', span)}</span>
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
          {(['claim', 'event'] as const).map((kind) => (
            <tr key={kind}>
              <th scope="row">{say(`timeline.${kind}s`)}</th>
              <td>
                <Flags kind={kind} flags={flags[kind]} scale={scale} on={on} />
              </td>
              <td />
            </tr>
          ))}
        </tbody>
        {groups.map((group) => (
          <Group key={group.key} group={group} scale={scale} on={on} />
        ))}
      </table>
    </ScrollRegion>
  )
}

function Group({ group, scale, on }: { readonly group: LaneGroup; readonly scale: Scale; readonly on: LocalDate }) {
  return (
    <tbody data-group={group.key}>
      <tr>
        <th scope="rowgroup" colSpan={3}>
          {group.title}
        </th>
      </tr>
      {group.rows.map((row) => (
        <tr key={row.key}>
          <th scope="row">{row.head}</th>
          <td>
            <Lane name={row.name} segments={row.segments} scale={scale} on={on} />
          </td>
          <td>{row.now}</td>
        </tr>
      ))}
    </tbody>
  )
}
