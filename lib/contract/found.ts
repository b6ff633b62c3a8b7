import type { ShownStatus } from './words/status'

/** One thing found in the record: where it is, what it is called, and what tells it from others of that name. */
export type Found = {
  readonly key: string
  /** Its address without a language. */
  readonly href: string
  readonly label: string
  /** The language of the label where it is not English. */
  readonly language: string | null
  readonly zh: string | null
  readonly note: string | null
  /** What the plain question of today answers for a material, over its listed forms; absent for everything else. */
  readonly standing?: { readonly status: ShownStatus; readonly beforeEffect: boolean; readonly told: string }
}

/** The kinds of things that a search finds, in the order in which equals are told. */
export const FOUND_KINDS = [
  'materials',
  'instruments',
  'regimes',
  'items',
  'forms',
  'parties',
  'claims',
  'events',
  'indicators',
  'sources',
  'retired',
] as const

/** The finds of one kind, the closest first. */
export type FoundGroup = {
  readonly kind: (typeof FOUND_KINDS)[number]
  readonly found: readonly Found[]
  /** How many there are in all; more than `found` holds when the list was cut. */
  readonly total: number
}
