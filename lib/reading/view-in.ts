import type { Coordinates } from '@/lib/contract/address'
import type { Problem } from '@/lib/contract/refusal'
import type { View } from '@/lib/contract/view'
import type { LocalDate } from '@/lib/ledger/interval'
import type { Law } from '@/lib/ledger/law'
import type { Scope } from '@/lib/ledger/scope'
import { materialsInScope } from '@/lib/ledger/scope'
import type { WholeRecord } from '@/lib/ledger/testimony'
import { type Checked, kept, type Ring } from './kept'
import { productIn } from './product-in'
import { rehearsalIn } from './rehearsal-in'

/**
 * A view of something that the record holds; else the view of the nearest thing, or of them all.
 *
 * @param last the last day that can be asked about (R13).
 * @param ring the keys that stand, also those of which the record is a part.
 */
export function viewIn(
  { view, revision, scope }: Coordinates,
  law: Law,
  record: WholeRecord,
  last: LocalDate,
  ring: Ring,
): Checked<View> {
  switch (view.name) {
    case 'matrix':
      return view.after === undefined ? { value: view, problems: [] } : afterIn(view.after, scope, law, ring)
    case 'material':
      return keyed(kept('material', view.key, ring('material')), (key) => ({ name: 'material', key }), 'matrix')
    case 'proof':
      return proofIn(view, ring)
    case 'regime':
      return keyed(kept('regime', view.key, ring('regime')), (key) => ({ name: 'regime', key }), 'regimes')
    case 'instrument':
      return keyed(
        kept('instrument', view.key, ring('instrument')),
        (key) => ({ name: 'instrument', key }),
        'instruments',
      )
    case 'source':
      return keyed(kept('source', view.key, ring('source')), (key) => ({ name: 'source', key }), 'sources')
    case 'claim':
      return keyed(kept('claim', view.key, ring('claim')), (key) => ({ name: 'claim', key }), 'claims')
    case 'series':
      return keyed(kept('indicator', view.key, ring('indicator')), (key) => ({ name: 'series', key }), 'evidence')
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
function afterIn(after: string, scope: Scope, law: Law, ring: Ring): Checked<View> {
  const keys = scope === 'all' ? ring('material') : materialsInScope(law, scope).map(({ key }) => key)
  return keyed(kept('material', after, keys), (key) => ({ name: 'matrix', after: key }), 'matrix')
}

function proofIn(view: Extract<View, { name: 'proof' }>, ring: Ring): Checked<View> {
  const material = kept('material', view.material, ring('material'))
  const form = kept('form', view.form, ring('form'))
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
