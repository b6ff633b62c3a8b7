import type { Matrix } from '@/lib/ledger/matrix'
import type { Route } from '@/lib/ledger/record'
import { STATUSES } from '@/lib/ledger/status'
import { say } from './catalogue'
import { isListed, isUnverified } from './cell'
import { type ShownStatus, statusWord } from './status'

const ORDER: readonly ShownStatus[] = [...STATUSES, 'mixed']

export type LegendWord = { readonly status: ShownStatus; readonly beforeEffect: boolean; readonly meaning: string }
export type LegendMark = { readonly mark: string; readonly meaning: string }

/** Only the words that this matrix shows, each with its one sentence. */
export function legendOf(matrix: Matrix, byForm: boolean): readonly LegendWord[] {
  const shown = matrix.rows.flatMap((row) => [
    row.rollup,
    ...(byForm ? row.cells.map((cell) => cell.answer) : row.regimes.flatMap((cell) => cell.rollup ?? [])),
  ])
  return wordsShown(shown).map(({ status, beforeEffect }) => ({
    status,
    beforeEffect,
    meaning: meaningOf(status, beforeEffect, matrix.question.route),
  }))
}

/** Only the marks that this matrix shows, each with its one sentence. */
export function marksInLegend(
  matrix: Matrix,
  byForm: boolean,
  { anyClaimed, anyForBuyer }: { readonly anyClaimed: boolean; readonly anyForBuyer: boolean },
): readonly LegendMark[] {
  const cells = byForm ? matrix.rows.flatMap((row) => row.cells) : []
  return [
    ...(cells.some(isListed)
      ? [{ mark: say('matrix.mark.listed', { count: 2 }), meaning: say('matrix.legend.listed') }]
      : []),
    ...(cells.some(isUnverified)
      ? [{ mark: say('matrix.mark.unverified'), meaning: say('matrix.legend.unverified') }]
      : []),
    ...(byForm && anyClaimed ? [{ mark: say('matrix.mark.claim'), meaning: say('matrix.legend.claim') }] : []),
    ...(byForm && anyForBuyer
      ? [{ mark: say('lens.mark', { word: statusWord('licence') }), meaning: say('lens.legendMark') }]
      : []),
  ]
}

/** Every word among answers, in the order of R8; a pause before effect is a word of its own. */
export function wordsShown(
  shown: readonly { readonly status: ShownStatus; readonly beforeEffect: boolean }[],
): readonly { readonly status: ShownStatus; readonly beforeEffect: boolean }[] {
  return ORDER.flatMap((status) => {
    const told = shown.filter((answer) => answer.status === status)
    const before = status === 'paused' && told.some((answer) => answer.beforeEffect)
    const plain = told.some((answer) => status !== 'paused' || !answer.beforeEffect)
    return [...(plain ? [{ status, beforeEffect: false }] : []), ...(before ? [{ status, beforeEffect: true }] : [])]
  })
}

/** What a word says, in one sentence; what needs a licence is told by the route that is asked about. */
export function meaningOf(status: ShownStatus, beforeEffect: boolean, route: Route): string {
  if (status === 'licence') return say(`status.licenceOn.${route}`)
  return say(`status.meaning.${beforeEffect ? 'paused-before-effect' : status}`)
}
