import type { Citation, Dispute, Instrument, Regime } from '@/lib/ledger/record'
import { BINDINGS } from '@/lib/ledger/vocabulary'
import type { InstrumentVersion, Prisma, RegimeVersion } from '../generated/client'
import { contentsOf, dateOf, dayOf, fieldsOf, known, listOf, textOf, type Versioned } from './cell'

export function regimeOf(row: RegimeVersion, sources: readonly Citation[]): Regime {
  return { ...contentsOf(row), sources }
}

export function regimeRow({ sources, ...regime }: Regime): Omit<RegimeVersion, keyof Versioned> {
  return regime
}

export function instrumentOf(row: InstrumentVersion, sources: readonly Citation[]): Instrument {
  return {
    ...contentsOf(row),
    issuedOn: dayOf(row.issuedOn),
    binding: known(BINDINGS, row.binding, 'binding of an instrument'),
    verifiedThrough: dayOf(row.verifiedThrough),
    disputes: listOf(row.disputes, 'disputes').map(disputeOf),
    sources,
  }
}

type InstrumentRow = Omit<InstrumentVersion, keyof Versioned | 'disputes'> & {
  readonly disputes: Prisma.InputJsonValue
}

export function instrumentRow({ sources, ...instrument }: Instrument): InstrumentRow {
  return {
    ...instrument,
    authorities: [...instrument.authorities],
    issuedOn: dateOf(instrument.issuedOn),
    conditions: [...instrument.conditions],
    verifiedThrough: dateOf(instrument.verifiedThrough),
    disputes: instrument.disputes.map(({ id, text }) => ({ id, text })),
  }
}

function disputeOf(json: unknown): Dispute {
  const dispute = fieldsOf(json, 'a dispute')
  return { id: textOf(dispute['id'], 'the id of a dispute'), text: textOf(dispute['text'], 'the text of a dispute') }
}
