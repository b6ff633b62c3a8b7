import type { Coordinates } from '@/lib/contract/address'
import type { Problem } from '@/lib/contract/refusal'
import type { View } from '@/lib/contract/view'
import type { LocalDate } from '@/lib/ledger/interval'
import type { Law } from '@/lib/ledger/law'
import type { Scope } from '@/lib/ledger/scope'
import { materialsInScope } from '@/lib/ledger/scope'
import type { WholeRecord } from '@/lib/ledger/testimony'
import { type Checked, kept } from './kept'
import { productIn } from './product-in'
import { rehearsalIn } from './rehearsal-in'

/**
 * A view of something that the record holds; else the view of the nearest thing, or of them all.
 *
 * @param last the last day that can be asked about (R13).
 */
export function viewIn(
  { view, revision, scope }: Coordinates,
  law: Law,
  record: WholeRecord,
  last: LocalDate,
): Checked<View> {
  switch (view.name) {
    case 'matrix':
      return view.after === undefined ? { value: view, problems: [] } : afterIn(view.after, scope, law)
    case 'material':
      return keyed(kept('material', view.key, law.materials.keys()), (key) => ({ name: 'material', key }), 'matrix')
    case 'proof':
      return proofIn(view, law)
    case 'regime':
      return keyed(kept('regime', view.key, law.regimes.keys()), (key) => ({ name: 'regime', key }), 'regimes')
    case 'instrument': {
      const keys = record.instruments.map((instrument) => instrument.key)
      return keyed(kept('instrument', view.key, keys), (key) => ({ name: 'instrument', key }), 'instruments')
    }
    case 'source': {
      const keys = record.sources.map((source) => source.key)
      return keyed(kept('source', view.key, keys), (key) => ({ name: 'source', key }), 'sources')
    }
    case 'claim': {
      const keys = record.claims.map((claim) => claim.key)
      return keyed(kept('claim', view.key, keys), (key) => ({ name: 'claim', key }), 'claims')
    }
    case 'series': {
      const keys = record.indicators.map((indicator) => indicator.key)
      return keyed(kept('indicator', view.key, keys), (key) => ({ name: 'series', key }), 'evidence')
    }
    case 'rehearsal':
      return rehearsalIn(view, law, record, last)
    case 'check':
      return productIn(view, law)
    case 'change':
      return changeIn(view, revision)
    default:
      return { value: view, problems: [] }
  }
}

/** A page of the matrix that begins after a material that its scope has; else its first page. */
function afterIn(after: string, scope: Scope, law: Law): Checked<View> {
  const keys = materialsInScope(law, scope).map(({ key }) => key)
  return keyed(kept('material', after, keys), (key) => ({ name: 'matrix', after: key }), 'matrix')
}

function proofIn(view: Extract<View, { name: 'proof' }>, law: Law): Checked<View> {
  const material = kept('material', view.material, law.materials.keys())
  const form = kept('form', view.form, law.forms.keys())
  const problems = [...material.problems, ...form.problems]
  if (material.value === null) return { value: { name: 'matrix' }, problems }
  if (form.value === null) return { value: { name: 'material', key: material.value }, problems }
  return { value: { name: 'proof', material: material.value, form: form.value }, problems }
}

/** What an address tells of revisions, it tells as its own revision knows them: none that came later. */
function changeIn(view: Extract<View, { name: 'change' }>, at: number): Checked<View> {
  const later = [view.number, view.against ?? 1].filter((number) => number > at)
  const problems = later.map((value): Problem => ({ why: 'later-revision', value, at }))
  return { value: later.length === 0 ? view : { name: 'changes' }, problems }
}

function keyed(
  { value, problems }: Checked<string | null>,
  view: (key: string) => View,
  all: 'matrix' | 'regimes' | 'instruments' | 'sources' | 'claims' | 'evidence',
): Checked<View> {
  return { value: value === null ? { name: all } : view(value), problems }
}
