import type { Citation, Instrument, Material, Provision } from '@/lib/ledger/record'
import type { Dice } from './dice'
import type { Names, Templates } from './templates'

/** How much of the real record a field of law has: 30 instruments, 20 materials and some 250 provisions. */
export const SIZE = {
  instruments: 30,
  materials: 20,
  exemptions: 20,
  acts: 36,
  sources: 265,
  events: 80,
  claims: 55,
  indicators: 33,
}

/** What the parts of one field are drawn with. */
export type Field = {
  readonly number: number
  readonly dice: Dice
  readonly templates: Templates
  readonly names: Names
  /** The material of this field that stands for a real one. */
  readonly materialFor: (real: string) => Material
  readonly materials: readonly Material[]
  readonly cited: (sources: readonly Citation[]) => readonly Citation[]
  readonly sourceFor: (real: string) => string
}

/** Regimes are what readers know by name: there are few, however large the record. */
export const FIELDS_OF_A_REGIME = 4

/** Where the field of a regime is named by number. */
export function regimeKeyOf(field: number): string {
  return `regime-of-field-${field - ((field - 1) % FIELDS_OF_A_REGIME)}`
}

/** The instruments of a field in the order in which they were issued: what comes later may act on what came before. */
export function byIssue(instruments: readonly Instrument[]): readonly Instrument[] {
  return instruments.toSorted((a, b) =>
    a.issuedOn === b.issuedOn ? (a.key < b.key ? -1 : 1) : a.issuedOn < b.issuedOn ? -1 : 1,
  )
}

/** The lines of a field by their instrument. */
export function byInstrument(provisions: readonly Provision[]): ReadonlyMap<string, readonly Provision[]> {
  const found = new Map<string, Provision[]>()
  for (const one of provisions) {
    const there = found.get(one.instrument)
    if (there === undefined) found.set(one.instrument, [one])
    else there.push(one)
  }
  return found
}
