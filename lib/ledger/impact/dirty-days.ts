import type { Kind } from '../change'
import type { Interval, LocalDate } from '../interval'
import { contains } from '../interval'
import type { Law } from '../law'
import type { Provision } from '../record'
import { lineVerifiedThrough } from '../resolve'
import { BEGINNING, spanOn, spansOf, suspensionVerifiedThrough } from '../span'
import type { ProvisionSpan } from '../status'

/** Two laws, and what stands between them. */
export type Read = {
  readonly before: Law
  readonly after: Law
  /** Whether the record of a kind under a key is changed. */
  readonly isChanged: (kind: Kind, key: string) => boolean
  /** The changed keys that bear on the states of a provision: its own, its instrument's, and those of all acts on it. */
  readonly changedBehind: (provision: string) => readonly string[]
}

/** All of time. */
export const ALWAYS: readonly Interval[] = [{ from: BEGINNING, to: null }]
const NEVER: readonly Interval[] = []

/**
 * The days on which a provision can read otherwise in one law than in the other: its state, what brought it there, how
 * far that was looked at, or the text of what is told with it. On all other days a cell has one answer in both, as far
 * as this provision goes.
 */
export function dirtyDays(worlds: Read, key: string): readonly Interval[] {
  if (worlds.changedBehind(key).length === 0) return NEVER
  const [was, is] = [worlds.before.provisions.get(key), worlds.after.provisions.get(key)]
  if (was === undefined || is === undefined) return ALWAYS
  if (worlds.isChanged('provision', key) || worlds.isChanged('instrument', is.instrument)) return ALWAYS
  const starts = [...spansOf(worlds.before, was), ...spansOf(worlds.after, is)].map(({ from }) => from)
  const days = [...new Set(starts)].sort()
  return days.flatMap((from, at) => (readsAlike(worlds, was, is, from) ? [] : [{ from, to: days[at + 1] ?? null }]))
}

/** Whether a day is among some days. */
export function isAmong(days: readonly Interval[], on: LocalDate): boolean {
  return days.some((interval) => contains(interval, on))
}

function readsAlike(worlds: Read, was: Provision, is: Provision, on: LocalDate): boolean {
  const [before, after] = [spanOn(worlds.before, was, on), spanOn(worlds.after, is, on)]
  return reading(worlds.before, was, before) === reading(worlds.after, is, after) && !isToldOfChanged(worlds, after)
}

function reading(law: Law, provision: Provision, span: ProvisionSpan): string {
  const { from, to, state, suspendedBy, revivedFrom, applied } = span
  const looked = lineVerifiedThrough(law, { provision, suspendedBy, revivedFrom })
  // A rule on controlled items that leans on this one takes over its revivals, but not its instrument.
  const revived = revivedFrom
    .flatMap((key) => law.provisions.get(key) ?? [])
    .map((suspension) => suspensionVerifiedThrough(law, suspension))
  return [from, to, state, applied, looked, suspendedBy.join(), revivedFrom.join(), revived.join()].join(';')
}

function isToldOfChanged({ after, isChanged }: Read, { suspendedBy, revivedFrom }: ProvisionSpan): boolean {
  return [...suspendedBy, ...revivedFrom]
    .flatMap((key) => after.provisions.get(key) ?? [])
    .some(({ key, instrument }) => isChanged('provision', key) || isChanged('instrument', instrument))
}
