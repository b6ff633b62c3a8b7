import type { Kind } from '../change'
import { KINDS } from '../change'
import type { LocalDate } from '../interval'

/**
 * What of the series of the asked materials is told: nothing; the series themselves; or these beside the law of all goods
 * that they are about, which has to be there then.
 */
export type SeriesTold = 'none' | 'named' | 'beside the law'

/** What is asked of a record, as far as it decides which rows an answer needs. Everything that is named need not stand there. */
export type Wanted = {
  /** Materials whose cells are asked on any day, in any form, by any way, and what is said of them. */
  readonly materials: readonly string[]
  /** Whether the elements are asked besides: the rows of the plain matrix. */
  readonly elements: boolean
  /** Instruments that are told whole: their lines, what acts on these, what they act on, their parties, what mentions them. */
  readonly instruments: readonly string[]
  /** Single lines that are told, with what acts on them and what they act on. */
  readonly provisions: readonly string[]
  /** Parties by name, each with its list. */
  readonly parties: readonly string[]
  /** A Beijing day on which the party listed last is told as well; `null` where none is. */
  readonly listedOn: LocalDate | null
  /** Sources with every record that rests on them; of these records the law is not asked. */
  readonly sources: readonly string[]
  /** Records that are told by name alone. */
  readonly named: Partial<Keys>
  readonly series: SeriesTold
  /** Whether events are told: those about the instruments of the part. */
  readonly events: boolean
  /** Whose sources are told by name: those of everything in the part, or of its claims alone. */
  readonly cited: 'all' | 'claims'
  /** The known days that are asked; `null` is everything recorded. */
  readonly known: readonly (LocalDate | null)[]
}

/** Keys of records by kind. */
export type Keys = { readonly [kind in Kind]: ReadonlySet<string> }

/** Nothing is asked; what a question asks is put in its place. */
export const NOTHING_WANTED: Wanted = {
  materials: [],
  elements: false,
  instruments: [],
  provisions: [],
  parties: [],
  listedOn: null,
  sources: [],
  named: {},
  series: 'none',
  events: false,
  cited: 'claims',
  known: [null],
}

/** Keys that some callback tells for every kind. */
export function keysOf(of: (kind: Kind) => Iterable<string>): Keys {
  return Object.fromEntries(KINDS.map((kind) => [kind, new Set(of(kind))])) as unknown as Keys
}

/** One text for all ways to ask the same: the order of keys does not matter. */
export function canonicalWanted({ named, ...wanted }: Wanted): string {
  const sorted = (value: unknown) => (Array.isArray(value) ? [...new Set(value)].sort() : value)
  const names = KINDS.map((kind) => [...(named[kind] ?? [])].sort())
  return JSON.stringify([
    Object.entries(wanted)
      .sort()
      .map(([name, value]) => [name, sorted(value)]),
    names,
  ])
}
