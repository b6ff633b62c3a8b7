import 'server-only'
import { namesIn } from '@/lib/contract/history/names'
import type { LocalDate } from '@/lib/ledger/interval'
import { earlier, nextDay } from '@/lib/ledger/interval'
import type { Law } from '@/lib/ledger/law'
import { earliestLook } from '@/lib/ledger/matrix'
import type { Instrument } from '@/lib/ledger/record'
import { otherwiseIn } from '@/lib/ledger/rehearsal/otherwise'
import { bearsOn, reachedBy } from '@/lib/ledger/rehearsal/reached'
import { groupsByFate, rehearse } from '@/lib/ledger/rehearsal/rehearse'
import { supposeLastDay } from '@/lib/ledger/rehearsal/suppose'
import type { Suspending } from '@/lib/ledger/rehearsal/suspending'
import { suspendingOf } from '@/lib/ledger/rehearsal/suspending'
import { formsInOrder, materialsInScope } from '@/lib/ledger/scope'
import { suspensionVerifiedThrough } from '@/lib/ledger/span'
import { frameOf } from './frame'
import type { Opened } from './opened'

/** What is supposed: nothing, a later last day than the record gives, or an earlier one. */
export type Supposition = 'recorded' | 'extended' | 'shortened'

/**
 * The day after the suspensions of an instrument end.
 *
 * @param until the last day that is supposed instead of the record's, inclusive; `null` is what the record gives.
 * @throws {TypeError} when the instrument suspends nothing, which the door refuses.
 */
export function rehearsalPage(opened: Opened, instrument: Instrument, until: LocalDate | null) {
  const { law, record, coordinates } = opened
  const { question, scope } = coordinates
  const suspending = suspendingOf(law, instrument.key)
  if (suspending === null) throw new TypeError(`${JSON.stringify(instrument.key)} suspends nothing`)
  const lastDay = until ?? suspending.lastDay
  const world = lastDay === null ? law : supposeLastDay(law, suspending, lastDay)
  const cells = lastDay === null ? [] : rehearse(world, suspending, lastDay, question, scope)
  const used = new Set(cells.map(({ form }) => form))
  const supposes = suppositionOf(suspending, lastDay)
  const through = lookedThrough(law, suspending)
  return {
    ...frameOf(
      opened,
      earlier(through, earliestLook(cells.flatMap(({ before, after }) => [before, after])) ?? through),
    ),
    instrument,
    until,
    supposes,
    suspending,
    /** The last day that is rehearsed, and the first day after it; `null` where no end is on file and none is supposed. */
    lastDay,
    firstAfter: lastDay === null ? null : nextDay(lastDay),
    /** Whether somebody has looked at what followed the end that the record gives (R7). */
    verified: supposes === 'recorded' && lastDay !== null && nextDay(lastDay) <= through,
    rows: materialsInScope(law, scope).map((material) => ({
      material,
      cells: cells.filter((cell) => cell.material === material.key),
    })),
    forms: formsInOrder(law).filter(({ key }) => used.has(key)),
    cells,
    groups: groupsByFate(world, cells),
    otherwise: supposes === 'recorded' ? [] : otherwiseIn(law, world, question, scope),
    /** Whether what was suspended bears on any of the cells; where not, the questions under which it does. */
    touched: cells.some(bearsOn),
    reached: lastDay === null || cells.some(bearsOn) ? [] : reachedBy(world, suspending, lastDay),
    parties: record.parties.map(({ key, nameEn, nameZh, country }) => ({ key, nameEn, nameZh, country })),
    nameOf: namesIn(record),
  }
}

/** Where no end is on file, any day that is supposed comes earlier. */
function suppositionOf({ lastDay: own }: Suspending, lastDay: LocalDate | null): Supposition {
  if (lastDay === own || lastDay === null) return 'recorded'
  return own !== null && lastDay > own ? 'extended' : 'shortened'
}

/** The earliest look at what followed any of the suspensions. */
function lookedThrough(law: Law, { lines, instrument }: Suspending): LocalDate {
  return lines.map((line) => suspensionVerifiedThrough(law, line)).toSorted()[0] ?? instrument.verifiedThrough
}
