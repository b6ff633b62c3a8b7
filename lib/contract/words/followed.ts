import type { Followed } from '../feed-address'
import type { NameOf } from '../history/names'
import { say } from './catalogue'
import { materialInShort } from './impact-cells'
import { listed } from './list'

/** What a feed or a calendar follows, in words: `Dy, Tb; October 9 package; corrections`. `null` for everything. */
export function followedInWords({ materials, regimes, kinds }: Followed, nameOf: NameOf): string | null {
  const parts = [
    materials.map((key) => materialInShort(key, nameOf)),
    regimes.map((key) => nameOf('regime', key)),
    kinds.map((kind) => say(`feeds.kinds.${kind}`)),
  ].filter((names) => names.length > 0)
  return parts.length === 0
    ? null
    : listed(
        parts.map((names) => listed(names)),
        'apart',
      )
}
