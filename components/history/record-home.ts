import { linkTo } from '@/components/marks/link-to'
import type { HistoryPage } from '@/components/views/history-pages'
import type { Coordinates } from '@/lib/contract/address'

/** The page that tells a record itself, where one has a page of its own or a place on its instrument's. */
export function recordHome(
  { kind, record: key, instrument }: Pick<HistoryPage, 'kind' | 'record' | 'instrument'>,
  at: Coordinates,
) {
  switch (kind) {
    case 'material':
    case 'regime':
    case 'instrument':
    case 'source':
    case 'claim':
      return linkTo(at, { name: kind, key })
    case 'provision':
    case 'party': {
      const anchor = kind === 'party' ? `party-${key}` : key
      return instrument === null ? null : `${linkTo(at, { name: 'instrument', key: instrument })}#${anchor}`
    }
    default:
      return null
  }
}
