import 'server-only'
import type { Coordinates } from '@/lib/contract/address'
import type { ExhibitTable } from '@/lib/contract/exhibit'
import { say } from '@/lib/contract/words/catalogue'
import type { Source } from '@/lib/ledger/testimony'
import { linkOf, tableOf } from './tables'

/** The sources that an answer cites: each by its page here, and the original outside. */
export function sourcesTable(at: Coordinates, sources: { readonly [key: string]: Source }): ExhibitTable {
  return tableOf({ key: 'sources', title: say('pages.instrument.sources') }, Object.values(sources), [
    ['source', 'link', ({ title, key }) => linkOf(at, title, { name: 'source', key })],
    ['publisher', 'text', ({ publisher }) => publisher],
    ['on', 'day', ({ publishedOn }) => publishedOn],
    ['original', 'link', ({ url }) => (url === null ? null : { text: say('proof.outside'), href: url })],
  ])
}
