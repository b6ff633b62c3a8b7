import { gathered } from '../gathered'
import type { LocalDate } from '../interval'
import type { Law } from '../law'
import { instrumentOf } from '../law'
import type { Question } from '../question'
import { plainQuestion } from '../question'
import type { Provision } from '../record'
import type { Fate } from './rehearse'
import { rehearse } from './rehearse'
import type { Suspending } from './suspending'

/** A question under which what was suspended bears on cells, and how many cells of which materials that is. */
export type Reached = {
  readonly question: Question
  readonly cells: number
  /** By key, in the order of the matrix. */
  readonly materials: readonly string[]
}

const BEARING: ReadonlySet<Fate> = new Set(['closes', 'stricter', 'waits'])

/** Whether what was suspended bears on a cell. */
export function bearsOn({ fate }: { readonly fate: Fate }): boolean {
  return BEARING.has(fate)
}

/**
 * The questions under which the end of a suspension is seen, over all materials: the most cells first. They are asked by what
 * the suspended rules themselves name: country, way of export, destination and end use. What they say of named parties
 * has no question of its own.
 *
 * @param law with the suspensions as they are, or as they are supposed.
 * @param lastDay of the suspensions in this law, inclusive.
 */
export function reachedBy(law: Law, suspending: Suspending, lastDay: LocalDate): readonly Reached[] {
  const rules = suspendedBy(law, suspending).filter(({ endUse }) => endUse !== 'listed-party')
  return gathered(
    rules.flatMap((rule) => questionsOf(law, rule, lastDay)),
    (question) => JSON.stringify(question),
  )
    .map(([question]) => {
      const cells = rehearse(law, suspending, lastDay, question, 'all').filter(bearsOn)
      return { question, cells: cells.length, materials: [...new Set(cells.map(({ material }) => material))] }
    })
    .filter(({ cells }) => cells > 0)
    .toSorted((a, b) => b.cells - a.cells)
}

function suspendedBy(law: Law, { lines }: Suspending): readonly Provision[] {
  const targets = new Set(lines.flatMap((line) => line.targets))
  return [...law.provisions.values()].filter((one) => targets.has(one.key) || targets.has(one.instrument))
}

function questionsOf(law: Law, rule: Provision, on: LocalDate): readonly Question[] {
  const from = rule.route === 'export' ? instrumentOf(law, rule).jurisdiction : plainQuestion(on).from
  const use = rule.endUse === 'military' ? ('military' as const) : ('civil' as const)
  return (rule.destinations.only ?? [null]).map((to) => ({
    ...plainQuestion(on),
    ...{ known: law.known, route: rule.route, from, to, use },
  }))
}
