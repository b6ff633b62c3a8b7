import 'server-only'
import type { Coordinates } from '@/lib/contract/address'
import type { ExhibitTable } from '@/lib/contract/exhibit'
import { say } from '@/lib/contract/words/catalogue'
import type { Claim, Source } from '@/lib/ledger/testimony'
import { linkOf, sourceLinks, tableOf } from './tables'

/** What was said, by whom and when, and how an editor reads it. */
export function claimsTable(
  at: Coordinates,
  title: string,
  claims: readonly Claim[],
  sources: { readonly [key: string]: Source },
): ExhibitTable {
  return tableOf({ key: 'claims', title }, claims, [
    ['on', 'day', ({ saidOn }) => saidOn],
    ['speaker', 'text', ({ speaker }) => speaker.name],
    ['role', 'text', ({ speaker }) => speaker.role],
    ['outlet', 'text', ({ speaker }) => speaker.outlet],
    ['statement', 'link', ({ key, statement }) => linkOf(at, statement, { name: 'claim', key })],
    ['quote', 'text', ({ quote }) => quote],
    ['verdict', 'text', ({ assessment }) => say(`proof.claims.verdict.${assessment.verdict}`)],
    ['assessment', 'text', ({ assessment }) => assessment.reason],
    ['sources', 'list', (claim) => sourceLinks(at, claim.sources, sources)],
  ])
}
