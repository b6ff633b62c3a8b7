import type { Change } from '@/lib/ledger/change'
import { changesThatRecord } from '@/lib/ledger/change'
import type { Citation, Instrument, Material, Provision } from '@/lib/ledger/record'
import type { WholeRecord } from '@/lib/ledger/testimony'
import { besideTheLaw } from './beside'
import { type Dice, diceOf } from './dice'
import { actsOf } from './field-acts'
import { instrumentsOf } from './field-law'
import { materialsOf, regimeOf } from './field-materials'
import { type Names, namesOf, type Templates } from './templates'

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

/**
 * A field of law: some materials of their own, with the instruments, provisions, parties, claims, events and series about
 * them, drawn after the real record: the lines of an instrument, the forms of a material, the parties of a list, the
 * spread of days and the sources of a statement are as they are there. No field refers to another, or to the real record.
 *
 * Not all of a real record grows with it. What speaks of every rare earth, of every controlled item or of every list
 * is there once, in the real record: a field's rules name its own materials and its own lists, its materials are no rare
 * earths, its claims and series name some materials. Some fields share a regime.
 *
 * @param number from 1 on. The same seed and number give the same field, on every machine, whichever is drawn first.
 */
export function fieldOfLaw(templates: Templates, seed: number, number: number): readonly Change[] {
  const dice = diceOf(seed, number)
  const names = namesOf(number, templates.record.materials.length)
  const sourceFor = sourcesFor(templates, number)
  const cited = (citations: readonly Citation[]): readonly Citation[] => {
    const seen = new Set<string>()
    return citations
      .map((citation) => ({ ...citation, source: sourceFor(citation.source) }))
      .filter(({ source }) => !seen.has(source) && seen.add(source))
  }
  const drawn = materialsOf({ number, dice, templates, names, cited })
  const field: Field = { number, dice, templates, names, cited, sourceFor, ...drawn }
  const { instruments, provisions, parties } = instrumentsOf(field)
  const acts = actsOf(field, instruments, provisions)
  const law = {
    materials: drawn.materials,
    regimes: number % FIELDS_OF_A_REGIME === 1 ? [regimeOf(field)] : [],
    instruments,
    provisions: [...provisions, ...acts],
    parties,
  }
  const record: WholeRecord = { ...law, forms: [], ...besideTheLaw(field, instruments) }
  return changesThatRecord(record)
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

/** A field has fewer sources than the real record: two real ones may stand as one of them. */
function sourcesFor({ sources }: Templates, number: number): (real: string) => string {
  const places = new Map(sources.map(({ real }, place) => [real.key, place % SIZE.sources]))
  return (real) => `source-of-field-${number}-${places.get(real) ?? 0}`
}
