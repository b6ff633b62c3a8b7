import type { Result } from '@/lib/ledger/result'
import { ok, refused } from '@/lib/ledger/result'
import { materialKey, recordKey } from './key'
import type { Problem } from './refusal'

/** What is looked at, apart from the question: one of the pages that every revision and day has. */
export type View =
  | { readonly name: 'matrix' }
  | { readonly name: 'material'; readonly key: string }
  | { readonly name: 'proof'; readonly material: string; readonly form: string }
  | { readonly name: 'regimes' }
  | { readonly name: 'regime'; readonly key: string }
  | { readonly name: 'instruments' }
  | { readonly name: 'instrument'; readonly key: string }
  | { readonly name: 'sources' }
  | { readonly name: 'source'; readonly key: string }
  | { readonly name: 'about' }
  | { readonly name: 'changes' }

/** How a view ends its address, without the leading slash: `materials/Dy`. */
export function viewPath(view: View): string {
  switch (view.name) {
    case 'material':
      return `materials/${view.key}`
    case 'proof':
      return `proof/${view.material}/${view.form}`
    case 'regime':
    case 'instrument':
    case 'source':
      return `${view.name}s/${view.key}`
    default:
      return view.name
  }
}

const PLAIN = ['matrix', 'regimes', 'instruments', 'sources', 'about', 'changes'] as const
const PLAIN_VIEWS: ReadonlyMap<string, View> = new Map(PLAIN.map((name) => [name, { name }]))
const KEYED: ReadonlyMap<string, 'regime' | 'instrument' | 'source'> = new Map([
  ['regimes', 'regime'],
  ['instruments', 'instrument'],
  ['sources', 'source'],
])

/** Whether a segment begins a view, as opposed to a part of the question. */
export function beginsView(segment: string): boolean {
  return PLAIN_VIEWS.has(segment) || segment === 'materials' || segment === 'proof'
}

/**
 * How many segments the view that begins here takes.
 *
 * @param beginsPart whether the segments from an index on begin a part of the question: `regimes/to/US` is all regimes.
 */
export function lengthOfView(segments: readonly string[], beginsPart: (at: number) => boolean): number {
  const [head, key] = segments
  if (head === 'proof') return Math.min(3, segments.length)
  if (head === 'materials') return Math.min(2, segments.length)
  return head !== undefined && KEYED.has(head) && key !== undefined && !beginsPart(1) ? 2 : 1
}

/** Reads the segments that name a view; other spellings of a key are put right, an unfinished one is refused. */
export function readView(segments: readonly string[]): Result<View, Problem> {
  const [head = '', key, second] = segments
  const unknown = refused<Problem>({ why: 'unknown-view', value: segments.join('/') })
  if (head === 'proof') {
    const material = materialKey(key ?? '')
    const form = recordKey(second ?? '')
    return material === null || form === null ? unknown : ok({ name: 'proof', material, form })
  }
  if (head === 'materials') {
    const material = materialKey(key ?? '')
    return material === null ? unknown : ok({ name: 'material', key: material })
  }
  const keyed = KEYED.get(head)
  if (keyed !== undefined && key !== undefined) {
    const read = recordKey(key)
    return read === null ? unknown : ok({ name: keyed, key: read })
  }
  const plain = PLAIN_VIEWS.get(head)
  return plain === undefined ? unknown : ok(plain)
}
