import type { Law } from '@/lib/ledger/law'
import type { Instrument } from '@/lib/ledger/record'
import { allSuspending } from '@/lib/ledger/rehearsal/suspending'

/** The instruments that suspend something of these, or that are among them and suspend others: each can be rehearsed. */
export function suspendersOf(law: Law, instruments: readonly Instrument[]): readonly Instrument[] {
  const own = new Set(instruments.map(({ key }) => key))
  return allSuspending(law)
    .filter(
      ({ instrument, lines }) =>
        own.has(instrument.key) ||
        lines.some(({ targets }) => targets.some((key) => own.has(law.provisions.get(key)?.instrument ?? key))),
    )
    .map(({ instrument }) => instrument)
}
