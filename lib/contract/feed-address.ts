import type { Result } from '@/lib/ledger/result'
import { ok, refused } from '@/lib/ledger/result'
import type { RevisionKind } from '@/lib/ledger/revision'
import { REVISION_KINDS } from '@/lib/ledger/vocabulary'
import { materialKey, recordKey } from './key'
import type { Problem } from './refusal'

/** The files that tell what happened and what will: the feed of revisions in two formats, and the calendar. */
export const FEED_PATHS = {
  atom: '/feed.xml',
  json: '/feed.json',
  correctionsAtom: '/feed/corrections.xml',
  correctionsJson: '/feed/corrections.json',
  calendar: '/calendar.ics',
} as const

export type FeedPath = (typeof FEED_PATHS)[keyof typeof FEED_PATHS]

/** What a reader follows; empty lists mean everything. Sorted, each once. */
export type Followed = {
  readonly materials: readonly string[]
  readonly regimes: readonly string[]
  /** Kinds of revision; a calendar has none. */
  readonly kinds: readonly RevisionKind[]
}

export type FeedQuery = {
  readonly followed: Followed
  /** Only revisions before this one are listed; `null` for the newest. */
  readonly before: number | null
}

export const EVERYTHING: Followed = { materials: [], regimes: [], kinds: [] }

type Problems = readonly [Problem, ...Problem[]]

/** `element` is another word for `material`. */
const FIELDS = {
  calendar: ['material', 'element', 'regime'],
  feed: ['material', 'element', 'regime', 'kind', 'before'],
}

/**
 * Reads the query of a feed or calendar: lists with commas, in any order and case. What cannot be read is a problem, and so
 * is a field that nobody knows: a misspelt filter would follow everything.
 */
export function readFeedQuery(path: FeedPath, params: URLSearchParams): Result<FeedQuery, Problems> {
  const known = fieldsOf(path)
  const materials = keys('material', [...listIn(params, 'material'), ...listIn(params, 'element')])
  const regimes = keys('regime', listIn(params, 'regime'))
  const kinds = listIn(params, 'kind').map((value) => kindOf(value))
  const before = beforeOf(params.get('before'))
  const unknown = [...new Set(params.keys())].filter((field) => !known.includes(field))
  const [first, ...others] = [
    ...unknown.map((field): Problem => ({ why: 'unknown-field', field, known })),
    ...[...materials, ...regimes, ...kinds, before].filter((one) => one !== null && typeof one === 'object'),
  ]
  if (first !== undefined) return refused([first, ...others])
  return ok({
    followed: { materials: texts(materials), regimes: texts(regimes), kinds: texts(kinds) as readonly RevisionKind[] },
    before: typeof before === 'number' ? before : null,
  })
}

/** The one address of a feed or calendar that follows these things: `/feed.xml?material=Dy,Tb&kind=correction`. */
export function feedAddress(
  path: FeedPath,
  { materials, regimes, kinds }: Followed,
  before: number | null = null,
): string {
  const query = [
    ...(materials.length === 0 ? [] : [`material=${[...materials].sort().join(',')}`]),
    ...(regimes.length === 0 ? [] : [`regime=${[...regimes].sort().join(',')}`]),
    ...(kinds.length === 0 ? [] : [`kind=${[...kinds].sort().join(',')}`]),
    ...(before === null ? [] : [`before=${before}`]),
  ].join('&')
  return query === '' ? path : `${path}?${query}`
}

function fieldsOf(path: FeedPath): readonly string[] {
  if (path === FEED_PATHS.calendar) return FIELDS.calendar
  const corrections = path === FEED_PATHS.correctionsAtom || path === FEED_PATHS.correctionsJson
  return corrections ? FIELDS.feed.filter((field) => field !== 'kind') : FIELDS.feed
}

function listIn(params: URLSearchParams, field: string): readonly string[] {
  return params
    .getAll(field)
    .flatMap((value) => value.split(','))
    .map((value) => value.trim())
    .filter((value) => value !== '')
}

function keys(kept: 'material' | 'regime', values: readonly string[]): readonly (string | Problem)[] {
  const spell = kept === 'material' ? materialKey : recordKey
  return values.map((value) => spell(value) ?? { why: 'unknown-key', kept, value, nearest: null })
}

function kindOf(value: string): RevisionKind | Problem {
  const kind = REVISION_KINDS.find((one) => one === value.toLowerCase())
  return kind ?? { why: 'unknown-choice', field: 'kind', value, choices: REVISION_KINDS }
}

function beforeOf(value: string | null): number | Problem | null {
  const text = value?.trim() ?? ''
  if (text === '') return null
  return /^[1-9]\d{0,8}$/.test(text) ? Number(text) : { why: 'malformed-revision', value: text }
}

function texts(values: readonly unknown[]): readonly string[] {
  return [...new Set(values.filter((value) => typeof value === 'string'))].sort()
}
