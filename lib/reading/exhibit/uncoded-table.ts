import 'server-only'
import type { ExhibitTable } from '@/lib/contract/exhibit'
import { say } from '@/lib/contract/words/catalogue'
import type { PageOf } from './page-of'
import { actLinks, tableOf } from './tables'

/** The lines that print no customs code, which the code that was asked for cannot rule out. */
export function uncodedTable({ coordinates: at, instruments, uncoded }: PageOf<'check'>): ExhibitTable {
  return tableOf({ key: 'uncoded', title: say('check.uncoded.title') }, uncoded, [
    ['provision', 'text', ({ key }) => key],
    ['instrument', 'list', ({ instrument }) => actLinks(at, [instrument], instruments)],
    ['clause', 'text', ({ clause }) => clause],
    ['item', 'text', ({ item }) => item],
  ])
}
