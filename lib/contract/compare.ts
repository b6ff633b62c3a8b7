import { isLocalDate } from '@/lib/ledger/interval'
import type { Result } from '@/lib/ledger/result'
import { ok, refused } from '@/lib/ledger/result'
import type { Problem } from './refusal'
import type { View } from './view'
import { isRevision } from './view-reading'

/** Where a comparison leads: to a view, and inside of it to the record whose versions are compared. */
export type Compared = { readonly view: View; readonly anchor: string }

/**
 * What the small forms that compare revisions ask: `/changes/42?against=40`, and for the versions of one record
 * `/history/provision/…?version=42&against=40`, which is told among all that differs between the two. Anything else asks
 * for no comparison, and neither does a field that was left empty. The form of a rehearsal asks for a last day.
 */
export function comparedBy(view: View, query: URLSearchParams): Result<Compared, Problem> {
  if (view.name === 'rehearsal') return supposedBy(view, query)
  const text = (name: string) => query.get(name)?.trim() ?? ''
  const same = ok({ view, anchor: '' })
  if (view.name !== 'change' && view.name !== 'history') return same
  const numbers = [view.name === 'change' ? String(view.number) : text('version'), text('against')]
  if (numbers.includes('')) return same
  const wrong = numbers.find((number) => !isRevision(number))
  if (wrong !== undefined) return refused({ why: 'malformed-revision', value: wrong })
  const [number = 1, against = 1] = numbers.map(Number)
  const anchor = view.name === 'history' ? `#${view.kind}-${view.key}` : ''
  return ok({ view: { name: 'change', number, against }, anchor })
}

/** The last day that the form of a rehearsal supposes, `?until=2027-01-10`; an empty field is the record's own day. */
function supposedBy(view: Extract<View, { name: 'rehearsal' }>, query: URLSearchParams): Result<Compared, Problem> {
  const text = query.get('until')?.trim()
  if (text === undefined) return ok({ view, anchor: '' })
  if (text !== '' && !isLocalDate(text)) return refused({ why: 'malformed-day', field: 'until', value: text })
  return ok({ view: { ...view, until: text === '' ? null : text }, anchor: '' })
}
