import type { Coordinates } from '@/lib/contract/address'
import type { Between } from '@/lib/db/part'
import { NOTHING_WANTED, type Wanted } from '@/lib/ledger/part/wanted'
import type { Scope } from '@/lib/ledger/scope'

/** What has to be looked up before it is known what a page asks of the record. */
export type Order =
  | { readonly rows: Scope; readonly after: string | null }
  | { readonly neighboursOf: string }
  | { readonly series: string }

/** What suffices for a page: a part of the record, between two revisions where it follows changes from one to the other. */
export type Sufficing = {
  readonly wanted: Wanted
  readonly between: Between
  readonly order: Order | null
}

/** So many revisions are followed from one compared question to the other in parts. */
const FOLLOWED = 32

/**
 * The part of a large record that suffices for the page at coordinates; `whole` where the page shows the whole, or where
 * nobody has shown yet that less suffices: lists, the calendar, claims, regimes, rehearsals, product checks, histories.
 */
export function sufficingFor(coordinates: Coordinates): Sufficing | 'whole' {
  const { view, question, revision, scope } = coordinates
  const asked: Wanted = {
    ...NOTHING_WANTED,
    parties: question.party === null ? [] : [question.party],
    events: true,
    cited: 'all',
    known: [question.known],
  }
  const own = { between: { first: revision, last: revision }, order: null }
  switch (view.name) {
    case 'matrix': {
      // A matrix is about its cells: it shows no series and no events, and names the sources of claims alone.
      const wanted = { ...asked, listedOn: question.on, events: false, cited: 'claims' } as const
      if (scope === 'rare-earths') return { ...own, wanted: { ...wanted, elements: true } }
      return { ...own, wanted, order: { rows: scope, after: view.after ?? null } }
    }
    case 'material':
      return {
        ...own,
        wanted: { ...asked, materials: [view.key], series: 'beside the law' },
        order: { neighboursOf: view.key },
      }
    case 'proof':
      return { ...own, wanted: { ...asked, materials: [view.material], events: false } }
    case 'series':
      return { ...own, wanted: { ...asked, series: 'named' }, order: { series: view.key } }
    case 'source':
      return { ...own, wanted: { ...asked, sources: [view.key] } }
    case 'instrument':
      // What it eases is held beside the law without it in every cell of the scope.
      return scope === 'all' ? 'whole' : { ...own, wanted: { ...asked, instruments: [view.key], elements: true } }
    case 'compare': {
      const other = view.against
      const [first, last] = [Math.min(revision, other.revision), Math.max(revision, other.revision)]
      if (scope === 'all' || last - first > FOLLOWED) return 'whole'
      const parties = [question.party, other.question.party].flatMap((party) => party ?? [])
      const known = [question.known, other.question.known]
      return { wanted: { ...asked, elements: true, parties, known }, between: { first, last }, order: null }
    }
    default:
      return 'whole'
  }
}
