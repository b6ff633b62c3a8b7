import { linkTo } from '@/components/marks/link-to'
import type { Coordinates } from '@/lib/contract/address'
import { instrumentName } from '@/lib/contract/words/instrument'
import type { Instrument } from '@/lib/ledger/record'

/** A link to an instrument by the name that readers know. */
export function InstrumentLink({
  at,
  instrument,
}: {
  readonly at: Coordinates
  readonly instrument: Pick<Instrument, 'key'> & Parameters<typeof instrumentName>[0]
}) {
  return <a href={linkTo(at, { name: 'instrument', key: instrument.key })}>{instrumentName(instrument)}</a>
}
