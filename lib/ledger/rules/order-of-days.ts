import type { Interval, LocalDate } from '../interval'
import { lastDayOf } from '../interval'
import type { Instrument, Party } from '../record'
import type { Assertion, Event } from '../testimony'
import type { Breach, Proposal } from './broken'
import { changedRecords } from './changed'

/** Whether a stretch of days ends before it begins; both days are inclusive, as texts print them. */
export function endsBeforeItBegins(first: string | null, last: string | null): boolean {
  return first !== null && last !== null && last < first
}

/** Whether a party is taken off its list no later than it was put on it; it stands on it up to but not on `delistedOn`. */
export function leavesBeforeListed({ listedOn, delistedOn }: Pick<Party, 'listedOn' | 'delistedOn'>): boolean {
  return delistedOn !== null && delistedOn <= listedOn
}

/** E1. Nothing ends, or is last looked at, before the day it begins. */
export function daysInOrder(proposal: Proposal): readonly Breach[] {
  return [
    ...changedRecords(proposal, 'provision').flatMap(({ key, inForce }) => ofProvision(key, inForce)),
    ...changedRecords(proposal, 'instrument').flatMap(ofInstrument),
    ...changedRecords(proposal, 'event').flatMap(ofEvent),
    ...changedRecords(proposal, 'claim').flatMap(({ key, asserts }) =>
      asserts.flatMap((assertion, at) => ofAssertion(key, assertion, at)),
    ),
  ]
}

/** E12. A party leaves a list after the day it was put on it. */
export function delistingFollowsListing(proposal: Proposal): readonly Breach[] {
  return changedRecords(proposal, 'party')
    .filter(leavesBeforeListed)
    .map(({ key, listedOn, delistedOn }) => ({
      kind: 'party',
      key,
      field: 'delistedOn',
      names: { first: listedOn, last: delistedOn ?? '' },
    }))
}

function ofProvision(key: string, inForce: Interval): readonly Breach[] {
  return inOrder({ kind: 'provision', key, field: 'lastDay' }, inForce.from, lastDayOf(inForce))
}

function ofInstrument({ key, issuedOn, verifiedThrough }: Instrument): readonly Breach[] {
  return inOrder({ kind: 'instrument', key, field: 'verifiedThrough' }, issuedOn, verifiedThrough)
}

function ofEvent({ key, startsOn, endsOn }: Event): readonly Breach[] {
  return inOrder({ kind: 'event', key, field: 'endsOn' }, startsOn, endsOn)
}

function ofAssertion(key: string, { from, to }: Assertion, at: number): readonly Breach[] {
  return inOrder({ kind: 'claim', key, field: `asserts[${at}].to` }, from, to)
}

type Place = Omit<Breach, 'names'>

function inOrder(place: Place, first: string | LocalDate | null, last: string | LocalDate | null): readonly Breach[] {
  return endsBeforeItBegins(first, last) ? [{ ...place, names: { first: first ?? '', last: last ?? '' } }] : []
}
