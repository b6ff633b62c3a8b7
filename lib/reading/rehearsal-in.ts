import type { Problem } from '@/lib/contract/refusal'
import type { View } from '@/lib/contract/view'
import { instrumentName } from '@/lib/contract/words/instrument'
import type { LocalDate } from '@/lib/ledger/interval'
import type { Law } from '@/lib/ledger/law'
import { allSuspending, suspendingOf } from '@/lib/ledger/rehearsal/suspending'
import type { WholeRecord } from '@/lib/ledger/testimony'
import { type Checked, kept } from './kept'

type Rehearsal = Extract<View, { name: 'rehearsal' }>

/**
 * The rehearsal of an instrument that suspends something, with a last day that can be supposed; else the nearest one: of
 * what suspends the instrument that was asked for, of its first day, or the calendar.
 *
 * @param last the last day that can be asked about (R13).
 */
export function rehearsalIn(view: Rehearsal, law: Law, record: WholeRecord, last: LocalDate): Checked<View> {
  const keys = record.instruments.map(({ key }) => key)
  const { value: key, problems } = kept('instrument', view.key, keys)
  if (key === null) return { value: { name: 'calendar' }, problems }
  const suspending = suspendingOf(law, key)
  if (suspending === null) {
    const instrument = record.instruments.find((one) => one.key === key)
    const value = instrument === undefined ? key : instrumentName(instrument)
    return { value: suspenderOf(law, key), problems: [...problems, { why: 'no-suspension', value }] }
  }
  const until = view.until === null ? null : inside(view.until, suspending.firstDay, last)
  return {
    value: { ...view, key, until: until?.value ?? null },
    problems: [...problems, ...(until?.problems ?? [])],
  }
}

function suspenderOf(law: Law, key: string): View {
  const isIt = (target: string) => target === key || law.provisions.get(target)?.instrument === key
  const found = allSuspending(law).find(({ lines }) => lines.some(({ targets }) => targets.some(isIt)))
  return found === undefined ? { name: 'calendar' } : { name: 'rehearsal', key: found.instrument.key, until: null }
}

function inside(value: LocalDate, first: LocalDate, last: LocalDate): Checked<LocalDate> {
  const wrong = (nearest: LocalDate, problem: Problem) => ({ value: nearest, problems: [problem] })
  if (value < first) return wrong(first, { why: 'before-suspension', field: 'until', value, first })
  if (value > last) return wrong(last, { why: 'too-far-ahead', field: 'until', value, last })
  return { value, problems: [] }
}
