import type { LocalDate } from '@/lib/ledger/interval'
import { isLocalDate, localDate } from '@/lib/ledger/interval'
import type { LaneSpan } from '@/lib/ledger/lane'
import type { Form, Instrument } from '@/lib/ledger/record'
import type { Claim, Event } from '@/lib/ledger/testimony'
import type { Span } from '@/lib/ledger/timeline'
import { mark } from '../words/list'
import { nameOf } from '../words/names'
import type { ShownStatus } from '../words/status'
import { statusWord } from '../words/status'
import { stateWord } from './segments'

/** A form with its whole timeline, and an instrument with what its lines do. */
type FormLane = { readonly form: Form; readonly timeline: readonly Span[] }
type InstrumentLane = { readonly instrument: Instrument; readonly spans: readonly LaneSpan[] }

/** What a form turns from, or to; a pause of rules that never applied is told apart. */
export type Turned = { readonly status: ShownStatus; readonly beforeEffect: boolean }

/** One thing in the list under a timeline. */
export type Entry =
  | {
      readonly kind: 'change'
      readonly before: Turned
      readonly after: Turned
      readonly forms: readonly string[]
    }
  | { readonly kind: 'law'; readonly instrument: Instrument; readonly word: string }
  | { readonly kind: 'claim'; readonly claim: Claim }
  | { readonly kind: 'event'; readonly event: Event }

/** A day, month or year and what stands under it. */
export type Dated = { readonly when: string; readonly entries: readonly Entry[] }

/** Everything that the drawing shows, by day, the earliest first; on one day law before words. */
export function entriesOf(told: {
  readonly forms: readonly FormLane[]
  readonly lanes: readonly InstrumentLane[]
  readonly claims: readonly Claim[]
  readonly events: readonly Event[]
}): readonly Dated[] {
  const days = new Map<string, Entry[]>()
  const add = (when: string, entry: Entry) => days.set(when, [...(days.get(when) ?? []), entry])
  for (const { instrument, spans } of told.lanes) {
    for (const span of spans) add(span.from, { kind: 'law', instrument, word: stateWord(span) })
  }
  for (const [when, entry] of changesOf(told.forms)) add(when, entry)
  for (const claim of told.claims) add(claim.saidOn, { kind: 'claim', claim })
  for (const event of told.events) add(event.startsOn, { kind: 'event', event })
  return [...days]
    .map(([when, entries]) => ({ when, entries }))
    .sort((a, b) => (flagDay(a.when) < flagDay(b.when) ? -1 : flagDay(a.when) > flagDay(b.when) ? 1 : 0))
}

/** Turns of single forms, gathered where forms turn alike on one day. */
function changesOf(forms: readonly FormLane[]): readonly (readonly [when: string, entry: Entry])[] {
  const turns = new Map<string, { when: string; before: Turned; after: Turned; forms: string[] }>()
  for (const { form, timeline } of forms) {
    for (const [index, after] of timeline.entries()) {
      const before = timeline[index - 1]
      if (before === undefined || turnedWord(before) === turnedWord(after)) continue
      const name = `${after.from} ${turnedWord(before)} ${turnedWord(after)}`
      const turn = turns.get(name) ?? { when: after.from, before, after, forms: [] }
      turns.set(name, { ...turn, forms: [...turn.forms, nameOf(form)] })
    }
  }
  return [...turns.values()].map(({ when, ...turn }) => [when, { kind: 'change', ...turn }])
}

/** The word for what a form turns from, or to: `paused before effect`. */
export function turnedWord({ status, beforeEffect }: Turned): string {
  return statusWord(status, beforeEffect)
}

/** Where the list keeps a claim or an event: `#claim-…`, `#event-…`. */
export function entryAnchor(entry: Entry): string | undefined {
  if (entry.kind === 'claim') return `claim-${entry.claim.key}`
  return entry.kind === 'event' ? `event-${entry.event.key}` : undefined
}

/** The name under which an entry is flagged on the drawing. */
export function titleOfClaim({ speaker, statement }: Claim): string {
  return `${speaker.name}${mark('colon')}${statement}`
}

/** A month or a year stands at its first day. */
export function flagDay(when: string): LocalDate {
  return isLocalDate(when) ? when : localDate(`${when}-01-01`.slice(0, 10))
}
