import { linkTo } from '@/components/marks/link-to'
import type { Mentions } from '@/components/views/frame'
import type { Coordinates } from '@/lib/contract/address'
import { instrumentBehind, instrumentName } from '@/lib/contract/words/instrument'
import { mark } from '@/lib/contract/words/list'

/** Instruments and provisions by key, told by the instrument's name; a provision leads to its own line there. */
export function ActLinks({
  keys,
  at,
  instruments,
}: Pick<Mentions, 'instruments'> & { readonly keys: readonly string[]; readonly at: Coordinates }) {
  return keys.map((key, index) => {
    const instrument = instrumentBehind(instruments, key)
    return (
      <span key={key}>
        {index > 0 && mark('pause')}
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
