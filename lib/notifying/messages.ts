import { addressOf } from '@/lib/contract/address'
import type { View } from '@/lib/contract/view'
import { type EventKind, TEST_KIND } from '@/lib/contract/webhooks/kinds'
import { type LocalDate, previousDay } from '@/lib/ledger/interval'
import type { LegalDay } from '@/lib/ledger/legal-day'
import { plainQuestion } from '@/lib/ledger/question'
import type { Concerns } from './concerns'
import type { Warning } from './deadlines'
import type { RevisionTold } from './revision-told'

/** An event before anybody in particular is told of it. `event` is its name: by it, it is told once. */
export type Message = {
  readonly event: string
  readonly kind: EventKind | typeof TEST_KIND
  readonly payload: string
  readonly concerns: Concerns
}

/**
 * Where and when a message is written: the site's address without a slash at the end (`null` where nobody has said it), the
 * newest revision, a Beijing day.
 */
export type Place = {
  readonly origin: string | null
  readonly head: number
  readonly today: LocalDate
  readonly now: Date
}

/** A revision was published; `data.address` (or `data.path`) is its own page, at its own revision. */
export function ofRevision({ revision, cells, concerns }: RevisionTold, place: Place): Message {
  const { number, kind, reason, author, recordedAt } = revision
  const type = kind === 'correction' ? 'revision.corrected' : 'revision.published'
  const where = pinned({ ...place, head: number }, { name: 'change', number, against: null })
  return {
    event: `revision:${number}`,
    kind: type,
    concerns,
    payload: written(type, recordedAt, {
      revision: number,
      kind,
      reason,
      author,
      cellsFlipped: cells,
      ...concerns,
      ...where,
    }),
  }
}

/** A legal day comes near. */
export function ofWarning(warning: Warning, place: Place): Message {
  const { id, on, lead, daysLeft } = warning
  return {
    event: `approaching:${id}:${on}:${lead}`,
    kind: 'deadline.approaching',
    concerns: warning,
    payload: written('deadline.approaching', place.now.toISOString(), { ...ofDay(warning, place), daysLeft }),
  }
}

/** A day has passed, and nothing is on file of what followed. */
export function ofSilence(silence: LegalDay, place: Place): Message {
  return {
    event: `passed:${silence.id}:${silence.on}`,
    kind: 'deadline.passed',
    concerns: silence,
    payload: written('deadline.passed', place.now.toISOString(), { ...ofDay(silence, place), published: 'nothing' }),
  }
}

/** Sent by an admin to see whether a target answers. */
export function ofTest(id: string, now: Date): Omit<Message, 'concerns'> {
  return { event: `test:${id}`, kind: TEST_KIND, payload: written(TEST_KIND, now.toISOString(), { test: true }) }
}

function written(type: string, timestamp: string, data: object): string {
  return JSON.stringify({ type, timestamp, data })
}

/** `on` is the first day on which something is otherwise, or the deadline itself; `lastDay` is the last of what ends. */
function ofDay({ id, kind, on, instrument, event, claim, materials, regimes }: LegalDay, place: Place) {
  const ends = kind === 'suspension-ends' || kind === 'lapses'
  const view: View = instrument === null ? { name: 'matrix' } : { name: 'instrument', key: instrument.key }
  return {
    what: kind,
    id,
    on,
    ...(ends ? { lastDay: previousDay(on) } : {}),
    title: instrument?.titleEn ?? event?.title ?? claim?.statement ?? '',
    ...(instrument === null ? {} : { instrument: instrument.key }),
    ...(event === null ? {} : { event: event.key }),
    revision: place.head,
    materials,
    regimes,
    ...pinned(place, view),
  }
}

/** Its page: whole as `address`, or as `path` of a site that has not said where it is. A name of this machine leads nobody there. */
function pinned(
  { origin, head: revision, today }: Place,
  view: View,
): { readonly address: string } | { readonly path: string } {
  const question = plainQuestion(today)
  const path = addressOf({ revision, question, scope: 'rare-earths', by: 'form', view })
  return origin === null ? { path } : { address: `${origin}${path}` }
}
