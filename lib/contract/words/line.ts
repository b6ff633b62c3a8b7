import type { LocalDate } from '@/lib/ledger/interval'
import { previousDay } from '@/lib/ledger/interval'
import type { Provision } from '@/lib/ledger/record'
import { say } from './catalogue'
import { dayInWords } from './day'

/** The days of a state: `from 7 November 2025; last day 10 November 2026, first day after 11 November 2026`. */
export function stateSpan({
  stateFrom,
  stateTo,
}: {
  readonly stateFrom: LocalDate | null
  readonly stateTo: LocalDate | null
}): string {
  const ends = stateTo === null ? null : { last: dayInWords(previousDay(stateTo)), after: dayInWords(stateTo) }
  if (stateFrom === null) return ends === null ? '' : say('proof.stateUntil', ends)
  const from = dayInWords(stateFrom)
  return ends === null ? say('proof.stateFrom', { day: from }) : say('proof.stateRange', { from, ...ends })
}

/** A provision's own dates: `in force from 8 November 2025`. */
export function printed({ inForce }: Provision): string {
  const from = dayInWords(inForce.from)
  return inForce.to === null
    ? say('proof.inForceFrom', { day: from })
    : say('proof.inForceRange', { from, last: dayInWords(previousDay(inForce.to)), after: dayInWords(inForce.to) })
}
