import 'server-only'
import type { Exhibit } from '@/lib/contract/exhibit'
import { say } from '@/lib/contract/words/catalogue'
import type { LocalDate } from '@/lib/ledger/interval'
import type { PageOf } from './page-of'
import { plainExhibit } from './plain'

export function evidenceExhibit(page: PageOf<'evidence'>, recordedOn: LocalDate): Exhibit {
  return plainExhibit(page, recordedOn, {
    title: say('evidence.title'),
    description: say('evidence.title'),
    tables: [],
  })
}

export function seriesExhibit(page: PageOf<'series'>, recordedOn: LocalDate): Exhibit {
  return plainExhibit(page, recordedOn, { title: page.indicator.title, description: page.indicator.title, tables: [] })
}
