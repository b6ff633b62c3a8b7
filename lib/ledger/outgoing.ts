import { changesBetween } from './difference'
import { isSame } from './equal'
import type { LegalDay } from './legal-day'
import { legalDaysOf } from './legal-days'
import { type Reach, reachOf } from './reach'
import type { WholeRecord } from './testimony'

/** A legal day before and after a change set: `null` where there is none of that name. */
export type MovedDay =
  | { readonly before: LegalDay; readonly after: LegalDay | null }
  | { readonly before: null; readonly after: LegalDay }

/** What goes out to subscribers when one record takes the place of another. */
export type Outgoing = {
  /** Whoever follows one of these in a feed gets the entry. */
  readonly reach: Reach
  /** Days of the calendar that are new, taken away, or say something else, by their names. */
  readonly days: readonly MovedDay[]
}

/**
 * What publishing sends to feeds and calendars, by the very functions that make these.
 *
 * @throws {TypeError} when either record has acts that act on themselves, which the rules rule out (E19).
 */
export function outgoingOf(before: WholeRecord, after: WholeRecord): Outgoing {
  const [old, now] = [before, after].map((record) => new Map(legalDaysOf(record).map((day) => [day.id, day])))
  const ids = [...new Set([...(old?.keys() ?? []), ...(now?.keys() ?? [])])].sort()
  return {
    reach: reachOf(changesBetween(before, after), before, after),
    days: ids.flatMap((id): readonly MovedDay[] => {
      const [was, is] = [old?.get(id) ?? null, now?.get(id) ?? null]
      if (was === null) return is === null ? [] : [{ before: null, after: is }]
      return isSame(was, is) ? [] : [{ before: was, after: is }]
    }),
  }
}
