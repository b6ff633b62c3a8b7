import { linkTo } from '@/components/marks/link-to'
import type { Coordinates } from '@/lib/contract/address'
import type { Instrument } from '@/lib/ledger/record'

/** The name by which readers know an instrument: its number, or its title where it has none. */
export function instrumentName({ number, titleEn }: Pick<Instrument, 'number' | 'titleEn'>): string {
  return number ?? titleEn
}

/** A link to an instrument by the name that readers know. */
export function InstrumentLink({ at, instrument }: { readonly at: Coordinates; readonly instrument: Instrument }) {
  return <a href={linkTo(at, { name: 'instrument', key: instrument.key })}>{instrumentName(instrument)}</a>
}
