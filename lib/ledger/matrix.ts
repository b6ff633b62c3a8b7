import type { LocalDate } from './interval'
import { earlier } from './interval'
import type { Law } from './law'
import { instrumentOf } from './law'
import type { Question } from './question'
import type { Country, Form, Material, Regime, Route } from './record'
import { regimeRollup, regimesOf } from './regime'
import { resolveCell } from './resolve'
import type { Rollup } from './rollup'
import { anyFormListed, listedForms, rollUp } from './rollup'
import type { Rows } from './scope'
import { formsInOrder, formsOf, materialsOf } from './scope'
import type { CellAnswer } from './status'
import type { Run } from './timeline'
import { cellTimeline, earliestNext, runOf } from './timeline'

export type MatrixCell = { readonly answer: CellAnswer; readonly run: Run }

/** What one regime alone makes of a material; `null` where it says nothing of it. */
export type RegimeCell = { readonly regime: string; readonly rollup: Rollup | null }

export type MatrixRow = {
  readonly material: Material
  /** One cell per form of the material, in the forms' order. */
  readonly cells: readonly MatrixCell[]
  readonly rollup: Rollup
  /** The first change of any of its cells after the day asked. */
  readonly next: Run['next']
  /** One entry per regime of the matrix, in the same order. */
  readonly regimes: readonly RegimeCell[]
  /** Where no rule names the material on the asked way out: the ways on which some rule does. */
  readonly elsewhere: readonly Way[]
}

/** A way on which rules reach goods: a route, and for exports the country they leave. */
export type Way = { readonly route: Route; readonly from: Country }

export type Matrix = {
  readonly question: Question
  readonly rows: readonly MatrixRow[]
  /** The forms that some row has, in order. */
  readonly forms: readonly Form[]
  /** The regimes that say something of some row on the asked route, in order. */
  readonly regimes: readonly Regime[]
  /**
   * The earliest day through which what decides any of its cells was last looked at (R7); `null` when the record holds
   * no rules of the exporting country.
   */
  readonly verifiedThrough: LocalDate | null
}

/**
 * Every form of every material in scope, or of some materials, under one question (R1–R11).
 *
 * @throws {TypeError} when the question's party is not in the record.
 */
export function resolveMatrix(law: Law, question: Question, of: Rows): Matrix {
  const materials = materialsOf(law, of)
  const regimes = regimesOf(law, question, materials)
  const rows = materials.map((material) => rowOf(law, question, material, regimes))
  const used = new Set(materials.flatMap((material) => material.forms))
  return {
    question,
    rows,
    forms: formsInOrder(law).filter((form) => used.has(form.key)),
    regimes,
    verifiedThrough: earliestLook(rows.flatMap((row) => row.cells.map((cell) => cell.answer))),
  }
}

function rowOf(law: Law, question: Question, material: Material, regimes: readonly Regime[]): MatrixRow {
  const cells = formsOf(law, material).map((form) => ({
    answer: resolveCell(law, question, material.key, form.key),
    run: runOf(cellTimeline(law, question, material.key, form.key), question.on),
  }))
  const answers = cells.map((cell) => cell.answer)
  return {
    material,
    cells,
    rollup: rollUp(
      answers,
      listedForms(law, material.key, question.route),
      anyFormListed(law, material.key, question.route),
    ),
    elsewhere: elsewhereOf(law, question, material.key),
    next: earliestNext(cells.map((cell) => cell.run)),
    regimes: regimes.map((regime) => ({
      regime: regime.key,
      rollup: regimeRollup(law, question, material, answers, regime.key),
    })),
  }
}

/** The earliest look that any of the answers rests on; `null` when none rests on one. */
export function earliestLook(answers: readonly CellAnswer[]): LocalDate | null {
  return answers
    .flatMap((answer) => answer.verifiedThrough ?? [])
    .reduce<LocalDate | null>((first, day) => (first === null ? day : earlier(first, day)), null)
}

/**
 * "Not controlled" out of China says nothing of ore that another country holds back, or of goods made abroad: a reader
 * is told where to ask instead.
 */
function elsewhereOf(law: Law, question: Question, material: string): readonly Way[] {
  const rules = (law.linesByMaterial.get(material) ?? []).filter((line) => line.effect !== 'exempt')
  const ways = rules.map((line) => ({ route: line.route, from: instrumentOf(law, line).jurisdiction }))
  const isAsked = (way: Way) => way.route === question.route && (way.route !== 'export' || way.from === question.from)
  if (ways.some(isAsked)) return []
  return ways.filter(
    (way, at) => ways.findIndex((other) => other.route === way.route && other.from === way.from) === at,
  )
}
