import { instrumentName } from '@/lib/contract/words/instrument'
import { listed } from '@/lib/contract/words/list'
import type { Instrument } from '@/lib/ledger/record'

/** Tells instruments by the names that readers know, as a list. */
export function instrumentNames(instruments: { readonly [key: string]: Instrument }) {
  return (keys: readonly string[]) =>
    listed(
      keys.map((key) => {
        const instrument = instruments[key]
        return instrument === undefined ? key : instrumentName(instrument)
      }),
      'and',
    )
}
