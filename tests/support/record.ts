import { readFileSync } from 'node:fs'
import { type LocalDate, nextDay } from '@/lib/ledger/interval'
import type { Provision } from '@/lib/ledger/record'
import type { WholeRecord } from '@/lib/ledger/testimony'

type PrintedProvision = Omit<Provision, 'inForce'> & {
  readonly effectiveFrom: LocalDate
  readonly lastDay: LocalDate | null
}

/** One file of the record as printed; trusted here, because loading checks it elsewhere. */
function printed<Row>(name: string): readonly Row[] {
  return JSON.parse(readFileSync(new URL(`../../prisma/data/${name}.json`, import.meta.url), 'utf8')) as Row[]
}

/** The first revision of the record, read straight from its files, for tests without a database. */
export function theRecord(): WholeRecord {
  return {
    materials: printed('materials'),
    forms: printed('forms'),
    regimes: printed('regimes'),
    instruments: printed('instruments'),
    provisions: printed<PrintedProvision>('provisions').map(({ effectiveFrom, lastDay, ...rest }) => ({
      ...rest,
      inForce: { from: effectiveFrom, to: lastDay === null ? null : nextDay(lastDay) },
    })),
    parties: printed('parties'),
    sources: printed('sources'),
    events: printed('events'),
    claims: printed('claims'),
    indicators: printed('indicators'),
  }
}
