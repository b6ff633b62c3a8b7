import type { Kind } from '../change'
import { KINDS, LIST_OF } from '../change'
import type { Citation } from '../record'
import { ANY_FORM, CONTROLLED_ITEMS } from '../record'
import type { WholeRecord } from '../testimony'
import type { Breach, Proposal } from './broken'

/** Every key that is in use, by kind. */
export type KeysOf = { readonly [kind in Kind]: ReadonlySet<string> }

/** E8. Every key that a record names is in the record. What a retired key leaves behind is told where it is named. */
export function referencesResolve({ after }: Proposal): readonly Breach[] {
  return danglingReferences(after, keysOf(after))
}

/** E9. What replaces a retired key is of its kind and in the record. */
export function replacementsStand({ after, changes }: Proposal): readonly Breach[] {
  const keys = keysOf(after)
  return changes.flatMap(({ kind, key, retirement }) => {
    const name = retirement?.replacedBy ?? null
    return name === null || keys[kind].has(name) ? [] : [{ kind, key, field: 'replacedBy', names: { name } }]
  })
}

export function keysOf(record: WholeRecord): KeysOf {
  const keys = KINDS.map((kind) => [kind, new Set(record[LIST_OF[kind]].map(({ key }) => key))] as const)
  return Object.fromEntries(keys) as unknown as KeysOf
}

/**
 * Every reference that leads nowhere, targets of acts left out (E4).
 *
 * @param keys every key in use: a record that could not be read still has its key.
 */
export function danglingReferences(record: WholeRecord, keys: KeysOf): readonly Breach[] {
  const found: Breach[] = []
  const names: Names = (kind, key, field, named, of) => {
    for (const name of named) if (!keys[of].has(name)) found.push({ kind, key, field, names: { name, of } })
  }
  for (const one of record.materials) {
    names('material', one.key, 'components', one.components, 'material')
    names('material', one.key, 'forms', one.forms, 'form')
  }
  for (const one of record.instruments) names('instrument', one.key, 'regime', [one.regime], 'regime')
  for (const one of record.provisions) {
    const materials = one.materials.filter((material) => material !== CONTROLLED_ITEMS)
    const forms = one.forms.filter((form) => form !== ANY_FORM)
    names('provision', one.key, 'instrument', [one.instrument], 'instrument')
    names('provision', one.key, 'materials', materials, 'material')
    names('provision', one.key, 'forms', forms, 'form')
    if (one.partyList !== null) names('provision', one.key, 'partyList', [one.partyList], 'instrument')
  }
  for (const one of record.parties) names('party', one.key, 'instrument', [one.instrument], 'instrument')
  for (const one of record.events) {
    names('event', one.key, 'regimes', one.regimes, 'regime')
    names('event', one.key, 'instruments', one.instruments, 'instrument')
  }
  for (const one of record.indicators) names('indicator', one.key, 'materials', one.materials, 'material')
  fromClaims(record, names)
  fromCitations(record, names)
  return found
}

type Names = (kind: Kind, key: string, field: string, named: readonly string[], of: Kind) => void

/** A tag that begins like the key of an instrument is one. */
const INSTRUMENT_TAG = /^(cn|my|vn|in|mm)-/

function fromClaims({ claims }: WholeRecord, names: Names): void {
  for (const { key, asserts, tags } of claims) {
    for (const [index, { materials, forms }] of asserts.entries()) {
      if (typeof materials !== 'string') names('claim', key, `asserts[${index}].materials`, materials, 'material')
      if (typeof forms !== 'string') names('claim', key, `asserts[${index}].forms`, forms, 'form')
    }
    const instruments = tags.filter((tag) => INSTRUMENT_TAG.test(tag))
    names('claim', key, 'tags', instruments, 'instrument')
  }
}

function fromCitations(record: WholeRecord, names: Names): void {
  const cites = (kind: Kind, key: string, field: string, citations: readonly Citation[]) => {
    const sources = citations.map(({ source }) => source)
    names(kind, key, field, sources, 'source')
  }
  for (const kind of ['material', 'regime', 'instrument', 'provision', 'party', 'event', 'claim'] as const) {
    for (const one of record[LIST_OF[kind]]) cites(kind, one.key, 'sources', one.sources)
  }
  for (const one of record.claims) cites('claim', one.key, 'assessment.sources', one.assessment.sources)
  for (const { key, points } of record.indicators) {
    for (const [index, { source }] of points.entries()) {
      names('indicator', key, `points[${index}].source`, [source], 'source')
    }
  }
}
