import type { Kind } from '@/lib/ledger/change'
import type { Citation } from '@/lib/ledger/record'
import type { Citation as CitationRow } from '../generated/client'

/** Which part of a record is cited: the record itself, or the assessment of a claim. */
export type Part = 'record' | 'assessment'

/** Looks up what a part of a record cites, in the order of the record. */
export type Citations = (kind: Kind, key: string, part?: Part) => readonly Citation[]

export function citationsOf(rows: readonly CitationRow[]): Citations {
  const found = new Map<string, Citation[]>()
  for (const row of rows.toSorted((a, b) => a.position - b.position)) {
    const place = `${row.citingKind} ${row.citingKey} ${row.part}`
    const there = found.get(place)
    if (there) there.push(citationOf(row))
    else found.set(place, [citationOf(row)])
  }
  return (kind, key, part = 'record') => found.get(`${kind} ${key} ${part}`) ?? []
}

export function citationRows(
  kind: Kind,
  key: string,
  part: Part,
  sources: readonly Citation[],
): readonly Omit<CitationRow, 'recordedIn' | 'supersededIn'>[] {
  return sources.map(({ source, locator, clause }, position) => ({
    source,
    locator,
    clauseOriginal: clause?.original ?? null,
    clauseGloss: clause?.gloss ?? null,
    citingKind: kind,
    citingKey: key,
    part,
    position,
  }))
}

function citationOf({ source, locator, clauseOriginal, clauseGloss }: CitationRow): Citation {
  if (clauseOriginal === null) return { source, locator }
  return { source, locator, clause: { original: clauseOriginal, gloss: clauseGloss } }
}
