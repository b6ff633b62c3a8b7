import type { LocalDate } from '../interval'
import { localDate, shiftYears } from '../interval'
import type { LegalDay } from '../legal-day'
import { dayOf } from '../legal-day'
import type { Reaching } from '../reach'
import { union } from '../reach'
import type { Event, WholeRecord } from '../testimony'

/** How many years after licences were reported somebody asks what became of them. */
const YEARS = 1

/**
 * A year after licences were reported under a statement, with no end on file: licences that are told of and printed nowhere
 * lapse unseen, so the calendar asks by then. It asserts no term: what is known of one stands in the statement.
 */
export function licenceTerms(record: WholeRecord, reaching: Reaching, known: LocalDate | null): readonly LegalDay[] {
  return record.events
    .filter((event) => isOpenGrant(record, event))
    .flatMap((event) => {
      const began = localDate(event.startsOn)
      if (known !== null && began > known) return []
      const { key, title, status, regimes, instruments } = event
      const reach = union([
        ...instruments.map(reaching.ofInstrument),
        { materials: new Set(), regimes: new Set(regimes) },
      ])
      const on = shiftYears(began, YEARS)
      return [{ ...dayOf('licence-term', on, null, reach), id: `${key}.licence-term`, event: { key, title, status } }]
    })
}

/** Licences that somebody was given, as a statement says, and nothing says until when. */
function isOpenGrant(record: WholeRecord, event: Event): boolean {
  return (
    event.kind === 'licensing' &&
    event.status === 'occurred' &&
    event.precision === 'day' &&
    event.endsOn === null &&
    statementsOf(record, event).length > 0
  )
}

function statementsOf(record: WholeRecord, { instruments }: Event) {
  return record.instruments.filter(({ key, binding }) => binding === 'statement' && instruments.includes(key))
}
