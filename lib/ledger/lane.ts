import type { Interval, LocalDate } from './interval'
import type { Law } from './law'
import type { Provision } from './record'
import { spanOn, spansOf } from './span'
import type { ProvisionState } from './status'

/**
 * What a group of lines does over a stretch of days: the strongest state among them and how many lines are in it.
 * `firm` is false where every such line rests on a revival that nobody has verified (R7).
 */
export type LaneSpan = Interval & {
  readonly state: ProvisionState
  readonly firm: boolean
  readonly lines: number
}

/** Which state speaks for a group of lines: the first that any of them is in. */
const STRENGTH: readonly ProvisionState[] = ['in-force', 'suspended', 'announced', 'ended', 'not-issued']

/** The lane of a group of lines from the first day the record covers on; days before any of them was issued are left out. */
export function laneOf(law: Law, provisions: readonly Provision[]): readonly LaneSpan[] {
  const days = new Set<LocalDate>([law.coversFrom])
  for (const provision of provisions) {
    for (const { from } of spansOf(law, provision)) if (from > law.coversFrom) days.add(from)
  }
  const lane: LaneSpan[] = []
  for (const from of [...days].sort()) {
    const state = strongest(law, provisions, from)
    const previous = lane.at(-1)
    if (previous !== undefined && sameState(previous, state)) continue
    if (previous !== undefined) lane[lane.length - 1] = { ...previous, to: from }
    lane.push({ from, to: null, ...state })
  }
  return lane.filter((span) => span.state !== 'not-issued')
}

function strongest(law: Law, provisions: readonly Provision[], on: LocalDate): Omit<LaneSpan, keyof Interval> {
  const spans = provisions.map((provision) => spanOn(law, provision, on))
  const state = STRENGTH.find((candidate) => spans.some((span) => span.state === candidate)) ?? 'not-issued'
  const speaking = spans.filter((span) => span.state === state)
  return { state, firm: speaking.some((span) => span.revivedFrom.length === 0), lines: speaking.length }
}

function sameState(a: Omit<LaneSpan, keyof Interval>, b: Omit<LaneSpan, keyof Interval>): boolean {
  return a.state === b.state && a.firm === b.firm && a.lines === b.lines
}
