import { KINDS, type Kind } from '@/lib/ledger/change'
import { isLocalDate } from '@/lib/ledger/interval'
import type { Result } from '@/lib/ledger/result'
import { ok, refused } from '@/lib/ledger/result'
import { materialKey, recordKey } from './key'
import { lengthOfProduct, readProduct } from './product'
import type { Problem } from './refusal'
import type { View } from './view'

const PLAIN = [
  'matrix',
  'regimes',
  'instruments',
  'claims',
  'evidence',
  'calendar',
  'sources',
  'about',
  'changes',
] as const
const PLAIN_VIEWS: ReadonlyMap<string, View> = new Map(PLAIN.map((name) => [name, { name }]))
const KEYED: ReadonlyMap<string, 'regime' | 'instrument' | 'source' | 'claim' | 'series'> = new Map([
  ['regimes', 'regime'],
  ['claims', 'claim'],
  ['evidence', 'series'],
  ['instruments', 'instrument'],
  ['sources', 'source'],
])

const OTHER_HEADS: ReadonlySet<string> = new Set(['materials', 'proof', 'history', 'compare', 'rehearsal', 'check'])

/** Whether a segment begins a view, as opposed to a part of the question. */
export function beginsView(segment: string): boolean {
  return PLAIN_VIEWS.has(segment) || OTHER_HEADS.has(segment)
}

/**
 * How many segments the view that begins here takes.
 *
 * @param beginsPart whether the segments from an index on begin a part of the question: `regimes/to/US` is all regimes.
 */
export function lengthOfView(segments: readonly string[], beginsPart: (at: number) => boolean): number {
  const [head, key] = segments
  if (head === 'proof' || head === 'history') return Math.min(3, segments.length)
  if (head === 'changes') return lengthOfChanges(segments)
  if (head === 'matrix') return key?.toLowerCase() === 'after' ? Math.min(3, segments.length) : 1
  if (head === 'rehearsal')
    return segments[2]?.toLowerCase() === 'until' ? Math.min(4, segments.length) : Math.min(2, segments.length)
  if (head === 'check') return 1 + lengthOfProduct(segments.slice(1))
  if (head === 'materials') return Math.min(2, segments.length)
  return head !== undefined && KEYED.has(head) && key !== undefined && !beginsPart(1) ? 2 : 1
}

/** Reads the segments that name a view; other spellings of a key are put right, an unfinished one is refused. */
export function readView(segments: readonly string[]): Result<View, Problem | readonly [Problem, ...Problem[]]> {
  const [head = '', key, second] = segments
  const unknown = refused<Problem>({ why: 'unknown-view', value: segments.join('/') })
  if (head === 'changes' && key !== undefined) return readChanges(segments)
  if (head === 'matrix' && key !== undefined) {
    const after = materialKey(second ?? '')
    return after === null ? unknown : ok({ name: 'matrix', after })
  }
  if (head === 'history') {
    const kind = KINDS.find((one) => one === key?.toLowerCase())
    const read = kind === undefined ? null : keyOf(kind, second ?? '')
    return kind === undefined || read === null ? unknown : ok({ name: 'history', kind, key: read })
  }
  if (head === 'rehearsal') return readRehearsal(segments)
  if (head === 'check')
    return segments.length === 1 ? ok({ name: 'check', product: null }) : readChecked(segments.slice(1))
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

/** The key of a record of any kind as the record spells it; `null` when no key can be spelled so. */
function keyOf(kind: Kind, text: string): string | null {
  return kind === 'material' ? materialKey(text) : recordKey(text)
}

/** `changes/42`, `changes/42/against/40`, `changes/before/51`; what follows plain `changes` may be part of the question. */
function lengthOfChanges([, second, third, fourth]: readonly string[]): number {
  if (second?.toLowerCase() === 'before' && third !== undefined) return 3
  if (second === undefined || !isNumber(second)) return 1
  return third?.toLowerCase() === 'against' && fourth !== undefined ? 4 : 2
}

function readChanges([, second = '', third = '', fourth]: readonly string[]): Result<View, Problem> {
  const earlier = second.toLowerCase() === 'before'
  const numbers = earlier ? [third] : fourth === undefined ? [second] : [second, fourth]
  const wrong = numbers.find((text) => !isRevision(text))
  if (wrong !== undefined) return refused({ why: 'malformed-revision', value: wrong })
  const [number = 1, against = null] = numbers.map(Number)
  return ok(earlier ? { name: 'earlier', before: number } : { name: 'change', number, against })
}

function isNumber(text: string): boolean {
  return /^\d+$/.test(text)
}

/** As an address names one: nine digits at most, as in front of every pinned address. */
export function isRevision(text: string): boolean {
  return /^0*[1-9]\d{0,8}$/.test(text)
}

/** `rehearsal/cn-2025-70`, `rehearsal/cn-2025-70/until/2027-01-10`. */
function readRehearsal([, key = '', , day]: readonly string[]): Result<View, Problem> {
  const read = recordKey(key)
  if (read === null) return refused({ why: 'unknown-view', value: `rehearsal/${key}` })
  if (day !== undefined && !isLocalDate(day)) return refused({ why: 'malformed-day', field: 'until', value: day })
  return ok({ name: 'rehearsal', key: read, until: day ?? null })
}

function readChecked(segments: readonly string[]): Result<View, readonly [Problem, ...Problem[]]> {
  const said = readProduct(segments)
  if (!said.ok) return said
  const { product, named } = said.value
  return ok({ name: 'check', product, ...(Object.keys(named).length === 0 ? {} : { named }) })
}
