import type { LocalDate } from '@/lib/ledger/interval'
import { isLocalDate } from '@/lib/ledger/interval'

const NUMBERS = /^(\d{4})\D{0,3}(\d{1,2})\D{0,3}(\d{1,2})\D{0,3}$/

/**
 * The day that a malformed one most likely meant: `2025-2-3` and `20250203` are 3 February, `2025-02-30` is the
 * last day of February. It is offered as a link, and never taken by itself. `null` when nothing is near.
 */
export function nearestDay(text: string): LocalDate | null {
  const parts = NUMBERS.exec(text.trim())
  if (parts === null) return null
  const [, year, month, day] = parts.map(Number) as [number, number, number, number]
  const inYear = Math.min(Math.max(month, 1), 12)
  for (let inMonth = Math.min(Math.max(day, 1), 31); inMonth > 27; inMonth -= 1) {
    const found = write(year, inYear, inMonth)
    if (found !== null) return found
  }
  return write(year, inYear, Math.max(day, 1))
}

function write(year: number, month: number, day: number): LocalDate | null {
  const text = `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
  return isLocalDate(text) ? text : null
}
