import { linkTo } from '@/components/marks/link-to'
import type { Mentions } from '@/components/views/frame'
import type { Coordinates } from '@/lib/contract/address'
import { instrumentName } from '@/lib/contract/words/instrument'
import type { Instrument } from '@/lib/ledger/record'

/** Instruments and provisions by key, told by the instrument's name; a provision leads to its own line there. */
export function ActLinks({
  keys,
  at,
  instruments,
}: Pick<Mentions, 'instruments'> & { readonly keys: readonly string[]; readonly at: Coordinates }) {
  return keys.map((key, index) => {
    const instrument = instrumentOf(instruments, key)
    return (
      <span key={key}>
        {index > 0 && ', '}
        {instrument === null ? (
          <span className="code">{key}</span>
        ) : (
          <a
            href={`${linkTo(at, { name: 'instrument', key: instrument.key })}${key === instrument.key ? '' : `#${key}`}`}
          >
            {instrumentName(instrument)}
          </a>
        )}
      </span>
    )
  })
}

/** The instrument that a key names, or whose key a provision's begins with; the longest that fits. */
function instrumentOf(instruments: Mentions['instruments'], key: string): Instrument | null {
  const own = instruments[key]
  if (own !== undefined) return own
  const fitting = Object.values(instruments).filter((instrument) => key.startsWith(`${instrument.key}-`))
  return fitting.sort((a, b) => b.key.length - a.key.length)[0] ?? null
}
