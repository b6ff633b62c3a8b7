import type { Citation } from '@/lib/ledger/record'

/** The number of each source on a page, in the order in which the page first cites it. */
export type SourceNumbers = ReadonlyMap<string, number>

export function numberSources(cited: readonly { readonly sources: readonly Citation[] }[]): SourceNumbers {
  const keys = new Set(cited.flatMap(({ sources }) => sources.map((citation) => citation.source)))
  return new Map([...keys].map((key, index) => [key, index + 1]))
}

/** Where the list of numbered sources keeps one of them. */
export function sourceAnchor(key: string): string {
  return `source-${key}`
}
