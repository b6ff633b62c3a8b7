import { ask, candidatesOf } from './concern'
import type { Law } from './law'
import { controlledItemLines, instrumentOf } from './law'
import type { Question } from './question'
import type { Material, Regime } from './record'
import { conclude, resolveCell } from './resolve'
import type { Rollup } from './rollup'
import { listedForms, namesMaterial, rollUp } from './rollup'
import { formsOf } from './scope'
import type { CellAnswer } from './status'

/**
 * What one regime alone does to a material under a question, over the forms it lists (R11); `null` where it says
 * nothing of it.
 */
export function regimeAlone(law: Law, question: Question, material: Material, regime: string): Rollup | null {
  const answers = formsOf(law, material).map((form) => resolveCell(law, question, material.key, form.key))
  return regimeRollup(law, question, material, answers, regime)
}

/** A regime that names no form of the material itself, but reaches controlled items, counts all listed forms. */
export function regimeRollup(
  law: Law,
  question: Question,
  material: Material,
  answers: readonly CellAnswer[],
  regime: string,
): Rollup | null {
  const byItem = namesMaterial(law, material.key, question.route, regime)
  const byReach = answers.some((answer) => answer.lines.some((line) => line.instrument.regime === regime))
  if (!byItem && !byReach) return null
  const own = answers.map((answer) =>
    conclude(
      law,
      answer.lines.filter((line) => line.instrument.regime === regime),
      { on: question.on, material: material.key, form: answer.form, from: question.from },
    ),
  )
  return rollUp(own, listedForms(law, material.key, question.route, byItem ? regime : undefined))
}

/** The regimes that say something of some material on the asked route, in order. */
export function regimesOf(law: Law, question: Question, materials: readonly Material[]): readonly Regime[] {
  const asked = ask(law, question)
  const reaching = controlledItemLines(law).filter((line) => line.route === question.route)
  const speaking = new Set(reaching.map((line) => instrumentOf(law, line).regime))
  for (const material of materials) {
    for (const form of material.forms) {
      for (const line of candidatesOf(law, asked, material.key, form).items) {
        speaking.add(instrumentOf(law, line).regime)
      }
    }
  }
  return [...law.regimes.values()].filter((regime) => speaking.has(regime.key)).sort((a, b) => a.order - b.order)
}
