import 'server-only'
import type { LocalDate } from '@/lib/ledger/interval'
import type { Instrument } from '@/lib/ledger/record'
import { frameOf } from './frame'
import type { Opened } from './opened'

/**
 * The day after the suspensions of an instrument end.
 *
 * @param until the last day that is supposed instead of the record's, inclusive; `null` is what the record gives.
 */
export function rehearsalPage(opened: Opened, instrument: Instrument, until: LocalDate | null) {
  return { ...frameOf(opened), instrument, until }
}
