import 'server-only'
import type { Coordinates } from '@/lib/contract/address'
import type { LocalDate } from '@/lib/ledger/interval'
import type { Law } from '@/lib/ledger/law'
import { openLaw } from '@/lib/ledger/law'
import type { WholeRecord } from '@/lib/ledger/testimony'
import { agreeingIn, OF_LAW } from './same-lists'

/** A record opened at coordinates that were found good: what every page is made from. */
export type Opened = {
  readonly coordinates: Coordinates
  readonly record: WholeRecord
  readonly law: Law
  /** Today in Beijing when the page is made; a page may only use it to tell that its day lies ahead. */
  readonly today: LocalDate
  /**
   * There where the record is a part, which suffices for what these coordinates ask and tells nothing of the whole: where
   * what is shown stands among what was not read.
   */
  readonly part?: PlaceInOrder
}

/** Where a page stands in the order of all materials, by their keys. */
export type PlaceInOrder = {
  /** The rows of a page of the matrix; `null` where the part holds all rows of its scope. */
  readonly rows: {
    readonly keys: readonly string[]
    readonly previous: { readonly after: string | null } | null
    readonly next: string | null
  } | null
  /** The materials before and after the one that is told. */
  readonly neighbours: { readonly previous: string | null; readonly next: string | null }
}

/** How many known days one revision keeps open at once: each holds its provisions' states, worked out once. */
const KNOWN_DAYS_KEPT = 24

const inLaw = agreeingIn(OF_LAW)
const laws = new WeakMap<WholeRecord, Map<LocalDate | null, Law>>()

/**
 * The law of a record as known on a day, opened once and kept while the record is. Records that hold the same law have one:
 * whatever is worked out from a law alone and kept with it, they share.
 */
export function lawOf(record: WholeRecord, known: LocalDate | null): Law {
  const ledger = inLaw(record)
  const kept = laws.get(ledger) ?? new Map<LocalDate | null, Law>()
  laws.set(ledger, kept)
  const law = kept.get(known) ?? openLaw(ledger, known)
  kept.delete(known)
  kept.set(known, law)
  const [oldest] = kept.keys()
  if (kept.size > KNOWN_DAYS_KEPT && oldest !== undefined) kept.delete(oldest)
  return law
}
