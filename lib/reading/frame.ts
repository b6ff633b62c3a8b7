import type { LocalDate } from '@/lib/ledger/interval'
import { lookedThrough } from '@/lib/ledger/law'
import type { Citation, Instrument, Regime } from '@/lib/ledger/record'
import type { Claim, Indicator, Source, WholeRecord } from '@/lib/ledger/testimony'
import type { Opened } from './opened'

/** What every page tells about itself. `verifiedThrough` defaults to the last look at the exporting country's rules. */
export function frameOf(
  { coordinates, law, today }: Opened,
  verifiedThrough: LocalDate | null = lookedThrough(law, coordinates.question.from),
) {
  return { coordinates, verifiedThrough, future: coordinates.question.on > today }
}

/** The sources, instruments and regimes that a page's records mention, by key. */
export function mentionsOf(
  record: WholeRecord,
  cited: readonly { readonly sources: readonly Citation[] }[],
  instruments: Iterable<Instrument>,
) {
  const wanted = new Set(cited.flatMap(({ sources }) => sources.map(({ source }) => source)))
  const mentioned = [...instruments]
  const regimes = new Set(mentioned.map((instrument) => instrument.regime))
  return {
    sources: named<Source>(record.sources.filter((source) => wanted.has(source.key))),
    instruments: named<Instrument>(mentioned),
    regimes: named<Regime>(record.regimes.filter((regime) => regimes.has(regime.key))),
  }
}

/** Our readings of claims, which cite sources of their own. */
export function readingsOf(claims: readonly Claim[]): readonly Claim['assessment'][] {
  return claims.map((claim) => claim.assessment)
}

/** What series were measured by, a source for each point, as records cite theirs. */
export function measuredBy(indicators: readonly Indicator[]): readonly { readonly sources: readonly Citation[] }[] {
  return indicators.map(({ points }) => ({ sources: points.map(({ source }) => ({ source, locator: null })) }))
}

function named<Value extends { readonly key: string }>(values: readonly Value[]): { readonly [key: string]: Value } {
  return Object.fromEntries(values.map((value) => [value.key, value]))
}
