import type { Change } from '@/lib/ledger/change'
import { changesThatRecord } from '@/lib/ledger/change'
import type { Citation } from '@/lib/ledger/record'
import type { WholeRecord } from '@/lib/ledger/testimony'
import { besideTheLaw } from './beside'
import { diceOf } from './dice'
import { actsOf } from './field-acts'
import { instrumentsOf } from './field-law'
import { materialsOf, regimeOf } from './field-materials'
import { FIELDS_OF_A_REGIME, type Field, SIZE } from './field-shape'
import { namesOf, type Templates } from './templates'

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

/** A field has fewer sources than the real record: two real ones may stand as one of them. */
function sourcesFor({ sources }: Templates, number: number): (real: string) => string {
  const places = new Map(sources.map(({ real }, place) => [real.key, place % SIZE.sources]))
  return (real) => `source-of-field-${number}-${places.get(real) ?? 0}`
}
