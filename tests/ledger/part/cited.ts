import type { WholeRecord } from '@/lib/ledger/testimony'

/** The sources that anything of a record cites, or was measured by. */
export function citedIn(record: WholeRecord): readonly string[] {
  const { regimes, materials, instruments, provisions, parties, events, claims, indicators } = record
  const assessed = claims.map(({ assessment }) => assessment)
  const citing = [regimes, materials, instruments, provisions, parties, events, claims, assessed].flat()
  const cited = citing.flatMap(({ sources }) => sources.map(({ source }) => source))
  const measured = indicators.flatMap(({ points }) => points.map(({ source }) => source))
  return [...new Set([...cited, ...measured])]
}
