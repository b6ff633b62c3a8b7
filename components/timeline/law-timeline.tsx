import { instrumentGroup } from '@/components/timeline/instrument-group'
import { Timeline } from '@/components/timeline/timeline'
import type { InstrumentLane } from '@/components/views/material-page'
import type { Coordinates } from '@/lib/contract/address'
import { scaleOf } from '@/lib/contract/axis'
import { flagDay, titleOfClaim } from '@/lib/contract/timeline/entries'
import type { Claim, Event } from '@/lib/ledger/testimony'

/** Instruments over time, with what was said and done about them. */
export function LawTimeline({
  name,
  lanes,
  claims,
  events,
  at,
}: {
  readonly name: string
  readonly lanes: readonly InstrumentLane[]
  readonly claims: readonly Claim[]
  readonly events: readonly Event[]
  readonly at: Coordinates
}) {
  const law = lanes.flatMap((lane) => lane.spans.map((span) => span.from))
  const words = [...claims.map((claim) => claim.saidOn), ...events.map((event) => event.startsOn)].map(flagDay)
  return (
    <Timeline
      name={name}
      scale={scaleOf([...law, ...words], at.question.on)}
      on={at.question.on}
      groups={[instrumentGroup(lanes, at)]}
      flags={{
        claim: claims.map((claim) => ({ when: claim.saidOn, title: titleOfClaim(claim) })),
        event: events.map(({ startsOn, title }) => ({ when: startsOn, title })),
      }}
    />
  )
}
