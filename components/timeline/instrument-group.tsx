import { InstrumentLink } from '@/components/marks/instrument-link'
import type { LaneGroup } from '@/components/timeline/lane-row'
import { stateSegment } from '@/components/timeline/segments'
import type { InstrumentLane } from '@/components/views/material-page'
import type { Coordinates } from '@/lib/contract/address'
import { stateWord } from '@/lib/contract/timeline/segments'
import { say } from '@/lib/contract/words/catalogue'
import { instrumentName } from '@/lib/contract/words/instrument'
import { contains } from '@/lib/ledger/interval'

/** One lane per instrument, with the word for the asked day. */
export function instrumentGroup(lanes: readonly InstrumentLane[], at: Coordinates): LaneGroup {
  const { on } = at.question
  return {
    key: 'instruments',
    title: say('timeline.instruments'),
    rows: lanes.map(({ instrument, spans }) => {
      const now = spans.find((span) => contains(span, on))
      return {
        key: instrument.key,
        name: instrumentName(instrument),
        head: <InstrumentLink at={at} instrument={instrument} />,
        segments: spans.map((span) => stateSegment(instrumentName(instrument), span)),
        now: now === undefined ? say('status.state.not-issued') : stateWord(now),
      }
    }),
  }
}
