import type { LocalDate } from '@/lib/ledger/interval'
import { localDate } from '@/lib/ledger/interval'

/** Beijing keeps UTC+8 all year, with no summer time since 1991: before every day that this record covers. */
const BEIJING = 8 * 3_600_000

/** The calendar day in Beijing at an instant. The instant is the caller's: there is no clock here. */
export function dayInBeijing(instant: Date): LocalDate {
  return localDate(new Date(instant.getTime() + BEIJING).toISOString().slice(0, 10))
}
