import 'server-only'
import type { Exhibit } from '@/lib/contract/exhibit'
import { say } from '@/lib/contract/words/catalogue'
import type { LocalDate } from '@/lib/ledger/interval'
import type { PageOf } from './page-of'
import { plainExhibit } from './plain'

export function calendarExhibit(page: PageOf<'calendar'>, recordedOn: LocalDate): Exhibit {
  return plainExhibit(page, recordedOn, {
    title: say('calendar.title'),
    description: say('calendar.title'),
    tables: [],
  })
}
