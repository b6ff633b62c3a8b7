import 'server-only'
import type { Exhibit } from '@/lib/contract/exhibit'
import { say } from '@/lib/contract/words/catalogue'
import type { LocalDate } from '@/lib/ledger/interval'
import type { PageOf } from './page-of'
import { plainExhibit } from './plain'

export function checkExhibit(page: PageOf<'check'>, recordedOn: LocalDate): Exhibit {
  return plainExhibit(page, recordedOn, { title: say('check.title'), description: say('check.title'), tables: [] })
}
