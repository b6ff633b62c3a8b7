import 'server-only'
import type { Coordinates } from '@/lib/contract/address'
import { scaleOf } from '@/lib/contract/axis'
import type { ExhibitTimeline } from '@/lib/contract/exhibit'
import { flagDay, titleOfClaim } from '@/lib/contract/timeline/entries'
import { stateWord } from '@/lib/contract/timeline/segments'
import { say } from '@/lib/contract/words/catalogue'
import { dayInWords } from '@/lib/contract/words/day'
import { instrumentName } from '@/lib/contract/words/instrument'
import type { ShownStatus } from '@/lib/contract/words/status'
import { statusWord } from '@/lib/contract/words/status'
import type { Interval, LocalDate } from '@/lib/ledger/interval'
import { contains, lastDayOf, previousDay } from '@/lib/ledger/interval'
import type { LaneSpan } from '@/lib/ledger/lane'
import type { Instrument } from '@/lib/ledger/record'
import type { LineState } from '@/lib/ledger/status'
import type { Claim, Event } from '@/lib/ledger/testimony'
import { shown } from './frame'

type Lane = ExhibitTimeline['lanes'][number]
export type InstrumentLane = { readonly instrument: Instrument; readonly spans: readonly LaneSpan[] }
type Said = { readonly claims: readonly Claim[]; readonly events: readonly Event[] }

/** A drawing of lanes on the axis that the page draws them on. `days` are those that mean something. */
export function timelineOf(
  name: string,
  at: Coordinates,
  lanes: readonly Lane[],
  days: readonly LocalDate[],
  { claims, events }: Said,
): ExhibitTimeline {
  const { on } = at.question
  const marks = [
    ...claims.map((claim) => markOf('claim', claim.saidOn, titleOfClaim(claim))),
    ...events.map(({ startsOn, title }) => markOf('event', startsOn, title)),
  ]
  const { from, to } = scaleOf([...days, ...marks.map((mark) => flagDay(mark.when))], on)
  const last = previousDay(to)
  const caption = say('timeline.caption', {
    name,
    from: dayInWords(from),
    to: dayInWords(last),
    day: dayInWords(on),
  })
  return {
    key: 'timeline',
    title: name,
    from,
    to: last,
    asked: on,
    lanes: [...lanes],
    marks,
    alternative: [caption, ...lanes.map(({ title, now }) => say('exhibit.lane', { lane: title, word: now }))].join(' '),
  }
}

/** Instruments over time, with what was said and done about them; `null` where no line of theirs is known. */
export function lawTimeline(
  name: string,
  at: Coordinates,
  lanes: readonly InstrumentLane[],
  said: Said,
): ExhibitTimeline | null {
  const drawn = lanes.filter(({ spans }) => spans.length > 0)
  if (drawn.length === 0) return null
  const days = drawn.flatMap(({ spans }) => spans.map(({ from }) => from))
  return timelineOf(name, at, instrumentLanes(drawn, at.question.on), days, said)
}

/** One lane per instrument: what its lines are doing. */
export function instrumentLanes(lanes: readonly InstrumentLane[], on: LocalDate): readonly Lane[] {
  return lanes.map(({ instrument, spans }) => {
    const now = spans.find((span) => contains(span, on))
    return {
      group: say('timeline.instruments'),
      title: instrumentName(instrument),
      now: now === undefined ? say('status.state.not-issued') : stateWord(now),
      tells: 'state',
      stretches: spans.map((span) => ({
        from: span.from,
        lastDay: lastDayOf(span),
        shown: { status: shapeOf(span), beforeEffect: false, word: stateWord(span), details: [] },
      })),
    }
  })
}

/** One lane of statuses. */
export function statusLane(
  group: string,
  title: string,
  now: { readonly status: ShownStatus; readonly beforeEffect: boolean },
  spans: readonly (Interval & { readonly status: ShownStatus; readonly beforeEffect: boolean })[],
): Lane {
  return {
    group,
    title,
    now: statusWord(now.status, now.beforeEffect),
    tells: 'status',
    stretches: spans.map((span) => ({
      from: span.from,
      lastDay: lastDayOf(span),
      shown: shown(span.status, span.beforeEffect),
    })),
  }
}

const SHAPES: { readonly [state in LineState]: ShownStatus } = {
  'in-force': 'licence',
  suspended: 'paused',
  announced: 'announced',
  ended: 'not-controlled',
  'not-issued': 'not-controlled',
  exempted: 'not-controlled',
}

/** The status whose shape a state is drawn with; in force again with nobody having looked is drawn as doubt (R7). */
function shapeOf({ state, firm }: LaneSpan): ShownStatus {
  return firm ? SHAPES[state] : 'pause-ended'
}

function markOf(kind: 'claim' | 'event', when: string, title: string) {
  return { on: flagDay(when), when, kind, title }
}
