import type { LocalDate } from '../interval'
import type { Dispute, Instrument, Provision } from '../record'

/** A question on which sources disagree or are silent, with the instrument that it is kept with. */
export type OpenQuestion = { readonly instrument: Instrument; readonly dispute: Dispute }

/** A last day that the text states and that is read as included (R12). */
export type AssumedDay = {
  readonly provision: Provision
  readonly instrument: Instrument
  /** As it is read here, inclusive. */
  readonly lastDay: LocalDate
  /** Whether the asked day is that day or the next: one of the two on which the other reading tells another answer. */
  readonly near: boolean
}

/** The earliest look at what a conclusion rests on: the day, and the instruments that nobody has looked at since. */
export type Looked = { readonly through: LocalDate; readonly instruments: readonly Instrument[] }
