import { isSame } from '../equal'
import type { LocalDate } from '../interval'
import type { Law } from '../law'
import type { Question } from '../question'
import { plainQuestion } from '../question'
import type { Country } from '../record'
import type { Worlds } from './worlds'

/**
 * A question without its days. It stands for every question that the rules of a material answer alike: `alike` says how
 * many listed parties fare as the one named (0 where none is), and which countries that some rule names as the one asked.
 */
export type Lens = Omit<Question, 'on' | 'known'> & {
  readonly alike: { readonly parties: number; readonly destinations: readonly Country[] }
}

/** The question of a lens as one law can be asked it: a party that it does not know (yet) stands for its country. */
export function questionOf(worlds: Worlds, law: Law, { alike: _, ...lens }: Lens, on: LocalDate): Question {
  const asked = { ...plainQuestion(on), ...lens, known: law.known }
  if (lens.party === null || law.parties.has(lens.party)) return asked
  const party = worlds.before.parties.get(lens.party) ?? worlds.after.parties.get(lens.party)
  return { ...asked, party: null, to: lens.to ?? party?.country ?? null }
}

/** Whether a material has other forms in one law than in the other: then every question about it is touched. */
export function hasOtherForms({ before, after }: Worlds, material: string): boolean {
  return !isSame(before.materials.get(material)?.forms, after.materials.get(material)?.forms)
}
