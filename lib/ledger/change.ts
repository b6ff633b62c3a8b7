import type { Form, Instrument, Material, Party, Provision, Regime } from './record'
import type { Claim, Event, Indicator, Source, WholeRecord } from './testimony'

/** What can stand under a key of the record, by the word for its kind. */
export type Records = {
  readonly material: Material
  readonly form: Form
  readonly regime: Regime
  readonly instrument: Instrument
  readonly provision: Provision
  readonly party: Party
  readonly source: Source
  readonly event: Event
  readonly claim: Claim
  readonly indicator: Indicator
}

export type Kind = keyof Records

/** Why nothing stands under a key any more, and the key of the same kind that took its place. */
export type Retirement = { readonly why: string; readonly replacedBy: string | null }

/**
 * What a revision makes of one key: this record stands there from now on, or (`null`) nothing does any more. What readers
 * were ever led to is retired with its reason; only what a revert takes back at once may go without one.
 */
export type ChangeOf<K extends Kind> = {
  readonly kind: K
  readonly key: string
  readonly record: Records[K] | null
  readonly retirement?: Retirement
}

export type Change = { [K in Kind]: ChangeOf<K> }[Kind]

/** Where the records of a kind stand in the whole record. */
export const LIST_OF = {
  material: 'materials',
  form: 'forms',
  regime: 'regimes',
  instrument: 'instruments',
  provision: 'provisions',
  party: 'parties',
  source: 'sources',
  event: 'events',
  claim: 'claims',
  indicator: 'indicators',
} as const satisfies { readonly [K in Kind]: keyof WholeRecord }

export const KINDS = Object.keys(LIST_OF) as readonly Kind[]

/** The changes that put a whole record where nothing stood. */
export function changesThatRecord(record: WholeRecord): readonly Change[] {
  return KINDS.flatMap((kind) => record[LIST_OF[kind]].map((one) => ({ kind, key: one.key, record: one }) as Change))
}
