import type { Citation } from './record'
import type { WholeRecord } from './testimony'

/** One record that cites a source, and where in the source. */
export type Resting<Value> = { readonly record: Value; readonly locator: string | null }

/** Everything in a record that rests on one source, by kind. */
export type RestingOn = {
  readonly [kind in CitingKind]: readonly Resting<WholeRecord[kind][number]>[]
}

/** The kinds of record that cite sources. */
export type CitingKind =
  | 'regimes'
  | 'materials'
  | 'instruments'
  | 'provisions'
  | 'parties'
  | 'events'
  | 'claims'
  | 'indicators'

export const CITING_KINDS: readonly CitingKind[] = [
  'regimes',
  'materials',
  'instruments',
  'provisions',
  'parties',
  'events',
  'claims',
  'indicators',
]

/** What rests on one source. A claim cites it for the claim or for our reading of it; a series for any of its points. */
export function restingOn(record: WholeRecord, source: string): RestingOn {
  return {
    regimes: citing(record.regimes, source, (item) => item.sources),
    materials: citing(record.materials, source, (item) => item.sources),
    instruments: citing(record.instruments, source, (item) => item.sources),
    provisions: citing(record.provisions, source, (item) => item.sources),
    parties: citing(record.parties, source, (item) => item.sources),
    events: citing(record.events, source, (item) => item.sources),
    claims: citing(record.claims, source, (item) => [...item.sources, ...item.assessment.sources]),
    indicators: citing(record.indicators, source, (item) =>
      item.points.map((point) => ({ source: point.source, locator: null })),
    ),
  }
}

function citing<Item>(
  items: readonly Item[],
  source: string,
  citationsOf: (item: Item) => readonly Citation[],
): readonly Resting<Item>[] {
  return items.flatMap((record) => {
    const citation = citationsOf(record).find((candidate) => candidate.source === source)
    return citation === undefined ? [] : [{ record, locator: citation.locator }]
  })
}
