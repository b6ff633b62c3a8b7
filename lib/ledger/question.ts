import type { LocalDate } from './interval'
import type { Country, Route } from './record'

export type Use = 'civil' | 'military'

/**
 * What is asked of every cell. The same names stand in addresses, the API and exports.
 *
 * `on` is the law day, `known` the day up to which issued instruments count (`null`: everything recorded);
 * both are Beijing days. `to: null` is any destination, `party: null` no named party.
 */
export type Question = {
  readonly on: LocalDate
  readonly known: LocalDate | null
  readonly from: Country
  readonly to: Country | null
  readonly use: Use
  readonly party: string | null
  readonly route: Route
}

/** The question that nobody has refined: a civil export out of China to anywhere. */
export function plainQuestion(on: LocalDate): Question {
  return { on, known: null, from: 'CN', to: null, use: 'civil', party: null, route: 'export' }
}
