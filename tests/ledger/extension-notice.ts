import { applyChanges } from '@/lib/ledger/apply'
import type { Change } from '@/lib/ledger/change'
import { localDate } from '@/lib/ledger/interval'
import type { Citation, Instrument, Provision } from '@/lib/ledger/record'
import type { WholeRecord } from '@/lib/ledger/testimony'
import { anInstrument, aProvision, between } from '@/tests/support/builders'

const CITED: readonly Citation[] = [
  {
    source: 'mofcom-ann-2025-70',
    locator: 'para 1',
    clause: { original: '将暂停实施期限延长至2027年1月10日', gloss: 'The suspension is extended to 10 January 2027' },
  },
]

export const SUSPENSIONS = ['55', '56', '57', '58', '61', '62'].map((number) => `cn-2025-70-suspends-2025-${number}`)

/** A notice of 20 November 2026 that extends Announcement 70 to 10 January 2027. No such notice is known. */
export function theNotice(given: Partial<Instrument> = {}): Instrument {
  return anInstrument({
    key: 'cn-2026-60',
    regime: 'busan-suspension',
    issuedOn: localDate('2026-11-20'),
    verifiedThrough: localDate('2026-11-20'),
    number: 'No. 60 of 2026',
    sources: CITED,
    ...given,
  })
}

export function theExtension(given: Partial<Provision> = {}): Provision {
  return aProvision({
    key: 'cn-2026-60-extends-2025-70',
    instrument: 'cn-2026-60',
    effect: 'extend',
    inForce: between('2026-11-20', '2027-01-10'),
    lastDayReading: 'stated',
    targets: SUSPENSIONS,
    sources: CITED,
    ...given,
  })
}

export function changesOf(instrument: Instrument, ...provisions: readonly Provision[]): readonly Change[] {
  return [
    { kind: 'instrument', key: instrument.key, record: instrument },
    ...provisions.map((record): Change => ({ kind: 'provision', key: record.key, record })),
  ]
}

/** The record as the notice would leave it. */
export function withTheNotice(record: WholeRecord): WholeRecord {
  return applyChanges(record, changesOf(theNotice(), theExtension()))
}
