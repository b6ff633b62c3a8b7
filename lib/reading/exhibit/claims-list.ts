import 'server-only'
import type { Exhibit } from '@/lib/contract/exhibit'
import { say } from '@/lib/contract/words/catalogue'
import type { LocalDate } from '@/lib/ledger/interval'
import type { PageOf } from './page-of'
import { plainExhibit } from './plain'

export function claimsExhibit(page: PageOf<'claims'>, recordedOn: LocalDate): Exhibit {
  return plainExhibit(page, recordedOn, { title: say('claims.title'), description: say('claims.title'), tables: [] })
}

export function claimExhibit(page: PageOf<'claim'>, recordedOn: LocalDate): Exhibit {
  return plainExhibit(page, recordedOn, { title: page.claim.statement, description: page.claim.statement, tables: [] })
}
