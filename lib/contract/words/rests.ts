import type { CitingKind } from '@/lib/ledger/citations'
import { CITING_KINDS } from '@/lib/ledger/citations'
import { say } from './catalogue'
import { listed } from './list'

/** How many records of each kind rest on a source: `2 instruments, 14 provisions`. */
export function restsInWords(rests: { readonly [kind in CitingKind]: number }): string {
  const parts = CITING_KINDS.filter((kind) => rests[kind] > 0).map((kind) =>
    say(`pages.counts.${kind}`, { count: rests[kind] }),
  )
  return parts.length === 0 ? say('pages.sources.nothing') : listed(parts)
}
