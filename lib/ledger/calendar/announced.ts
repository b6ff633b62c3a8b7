import { gathered } from '../gathered'
import type { LocalDate } from '../interval'
import { lastDayOfPeriod } from '../interval'
import type { Law } from '../law'
import type { LegalDay } from '../legal-day'
import { dayOf } from '../legal-day'
import { lastDayOfEvent } from '../look-due'
import { compare } from '../order'
import type { Reaching } from '../reach'
import { union } from '../reach'
import type { Claim, Event, WholeRecord } from '../testimony'
import { suspendedThrough } from './suspension-endings'

/**
 * Days that events and claims name and no instrument does. What an event says of a suspension that runs as long by law is
 * left to the suspension's own days: a statement never stands in a calendar as if it moved the law (R1).
 */
export function announcedDays(law: Law, record: WholeRecord, reaching: Reaching): readonly LegalDay[] {
  const statements = new Set(record.instruments.flatMap(({ key, binding }) => (binding === 'statement' ? [key] : [])))
  const deadlines = record.events
    .filter((event) => isKnown(law, record, event))
    .flatMap((event) => deadlineOf(law, event, reaching, statements))
  const said = announcingClaims(law, record.claims).filter(
    ({ on, suspensions }) =>
      !record.events.some(
        (event) =>
          deadlineDay(event) === on &&
          isKnown(law, record, event) &&
          event.instruments.some((key) => suspensions.includes(key)),
      ),
  )
  const days = gathered(said, ({ on, suspensions }) => `${on} ${suspensions.join(' ')}`).map((own) => {
    const [first] = own.toSorted((a, b) => compare(a.claim.saidOn, b.claim.saidOn) || compare(a.claim.key, b.claim.key))
    const { claim, on, suspensions } = first ?? own[0]
    const reach = union(suspensions.map(reaching.ofInstrument))
    const { key, statement } = claim
    return { ...dayOf('deadline', on, null, reach), id: `${key}.announced`, claim: { key, statement }, announced: true }
  })
  return [...deadlines, ...days]
}

/** A claim that a suspension lasts longer than any instrument on file lets it, and through which day. */
export type Announcing = {
  readonly claim: Claim
  readonly on: LocalDate
  /** The instruments whose suspensions it speaks of, by key, sorted. */
  readonly suspensions: readonly string[]
}

export function announcingClaims(law: Law, claims: readonly Claim[]): readonly Announcing[] {
  return claims.flatMap((claim): readonly Announcing[] => {
    if (law.known !== null && lastDayOfPeriod(claim.saidOn) > law.known) return []
    const suspensions = claim.tags.filter((tag) => suspendedThrough(law, [tag]) !== null).toSorted(compare)
    const days = claim.asserts.flatMap(({ status, to }) => (status === 'suspended' && to !== null ? [to] : []))
    const beyond = [...new Set(days)].filter((on) => suspensions.length > 0 && !isCarried(law, suspensions, on))
    return beyond.map((on) => ({ claim, on, suspensions }))
  })
}

/** Whether some suspension among these runs through a day by law. */
function isCarried(law: Law, instruments: readonly string[], on: LocalDate): boolean {
  const end = suspendedThrough(law, instruments)
  return end === 'never' || (end !== null && on < end)
}

function deadlineOf(law: Law, event: Event, reaching: Reaching, statements: ReadonlySet<string>): readonly LegalDay[] {
  const on = deadlineDay(event)
  if (on === null) return []
  if (event.kind !== 'licensing' && isCarried(law, event.instruments, on)) return []
  const { key, title, status, regimes, instruments } = event
  const reach = union([...instruments.map(reaching.ofInstrument), { materials: new Set(), regimes: new Set(regimes) }])
  const announced = event.kind === 'statement' || instruments.some((one) => statements.has(one))
  return [{ ...dayOf('deadline', on, null, reach), id: `${key}.deadline`, event: { key, title, status }, announced }]
}

function deadlineDay(event: Event): LocalDate | null {
  return event.precision === 'day' ? lastDayOfEvent(event) : null
}

/** What names an instrument of a later day was not known before it. */
function isKnown({ known }: Law, record: WholeRecord, { instruments }: Event): boolean {
  return (
    known === null || record.instruments.every(({ key, issuedOn }) => !instruments.includes(key) || issuedOn <= known)
  )
}
