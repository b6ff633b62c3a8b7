import type { Calendar } from './calendar/calendar'
import type { LocalDate } from './interval'
import { earlier } from './interval'
import type { Law } from './law'
import { earliestLook } from './matrix'
import { plainQuestion } from './question'
import type { Country, Material } from './record'
import { resolveCell } from './resolve'
import { listedForms } from './rollup'
import type { Claim } from './testimony'
import type { Weighing } from './weighing'

/**
 * The earliest look that the cells asserted by some claims rest on (R7), by what counts for the question; `null` when
 * nothing that they say can be looked up.
 *
 * @param on a Beijing day; an assertion that ends before it is looked at on its own last day.
 */
export function lookBehindClaims(counting: Weighing, claims: readonly Claim[], on: LocalDate): LocalDate | null {
  const cells = claims.flatMap((claim) => counting.cellsOf(claim))
  return earliestLook(cells.map(({ assertion: { to }, cell }) => cell.answerOn(to === null ? on : earlier(on, to))))
}

/** Goods whose law is drawn beside a series, and where they go (`null`: any destination). */
export type GoodsDrawn = { readonly materials: readonly Material[]; readonly destination: Country | null }

/** The earliest look that the law beside some series rests on, on a day; `null` when none of them names a material. */
export function lookBehindSeries(law: Law, series: readonly GoodsDrawn[], on: LocalDate): LocalDate | null {
  const drawn = new Map(
    series.flatMap(({ materials, destination }) =>
      materials.map((material) => [`${material.key} ${destination}`, { material, destination }] as const),
    ),
  )
  return earliestLook(
    [...drawn.values()].flatMap(({ material, destination }) => {
      const question = { ...plainQuestion(on), known: law.known, to: destination }
      return listedForms(law, material.key, question.route).map((form) =>
        resolveCell(law, question, material.key, form),
      )
    }),
  )
}

/** The earliest look at what the days are about that are still waited for; `null` where none is about an instrument. */
export function lookBehindDays({ silent, ahead }: Pick<Calendar, 'silent' | 'ahead'>): LocalDate | null {
  return [...silent, ...ahead]
    .flatMap(({ lookedThrough }) => lookedThrough ?? [])
    .reduce<LocalDate | null>((first, day) => (first === null ? day : earlier(first, day)), null)
}
