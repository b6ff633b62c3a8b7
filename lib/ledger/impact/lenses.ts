import { isSame } from '../equal'
import type { Combination } from './combinations'
import { combinationsFor } from './combinations'
import type { Lens } from './lens'
import { hasOtherForms, questionOf } from './lens'
import type { Matched } from './matched'
import { linesNaming, matchedBy, nameOfMatched } from './matched'
import type { PartyClass } from './party-class'
import type { Worlds } from './worlds'

/**
 * The lenses through which a change can be seen at a material: of all questions, sorted by which lines concern them, the
 * plainest of each sort, if a changed line or listing is among what concerns it. The plainest of all comes first.
 */
export function lensesOf(worlds: Worlds, classes: readonly PartyClass[], material: string): readonly Lens[] {
  const sides = [worlds.before, worlds.after].map((law) => ({ law, lines: linesNaming(law, material) }))
  const all = hasOtherForms(worlds, material)
  const found = new Map<string, Combination>()
  for (const combination of combinationsFor(worlds, sides, classes, all)) {
    const matched = sides.map(({ law, lines }) =>
      matchedBy(law, lines, questionOf(worlds, law, combination.lens, law.coversFrom)),
    )
    if (!all && !combination.isMoved && !isTouched(worlds, matched, combination.isChanged)) continue
    const name = matched.map(nameOfMatched).join('|')
    const plainer = found.get(name)
    if (plainer === undefined) found.set(name, combination)
    else if (countsWith(plainer.lens, combination.lens)) found.set(name, joined(plainer, combination))
  }
  return [...found.values()].map(({ lens }) => lens)
}

/** Whether a changed line is among those matched, or a changed listing decides about one of them. */
function isTouched({ changedBehind }: Worlds, matched: readonly Matched[], listingIsChanged: boolean): boolean {
  return matched.some(({ items, reaching, leans }) =>
    [...items, ...reaching, ...leans].some(
      ({ key, endUse }) => changedBehind(key).length > 0 || (listingIsChanged && endUse === 'listed-party'),
    ),
  )
}

/** Parties are counted together where nothing else differs between two lenses but the party and its country. */
function countsWith(a: Lens, b: Lens): boolean {
  return a.party !== null && b.party !== null && a.party !== b.party && isSame(plain(a), plain(b))
}

function plain({ from, to, use, route }: Lens) {
  return { from, to, use, route }
}

function joined(a: Combination, { lens }: Combination): Combination {
  const parties = a.lens.alike.parties + lens.alike.parties
  return { ...a, lens: { ...a.lens, alike: { ...a.lens.alike, parties } } }
}
