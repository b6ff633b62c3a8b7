import type { Country } from '../record'

/** What the goods are, as far as a reader can say. */
export type Goods =
  /** One item line of the record, by its provision's key. */
  | { readonly by: 'line'; readonly provision: string }
  | { readonly by: 'cell'; readonly material: string; readonly form: string }
  /** A customs code or an item code, as printed: it names candidates and decides nothing. */
  | { readonly by: 'code'; readonly code: string }
  /** Made of materials, in percent by weight: 2 % Dy in an NdFeB magnet. `base` is a material that the rest is made of. */
  | {
      readonly by: 'composition'
      readonly form: string
      readonly base: string | null
      readonly parts: readonly { readonly material: string; readonly percent: number }[]
    }

/**
 * What is known of goods and how they were made. `null` is "not known", and is never taken for "no".
 *
 * Where they go, for what use and to whom is the question's (`to`, `use`, `party`, `from`, `on`, `known`); `useKnown` and
 * `partyKnown` say whether the reader has settled these at all: a civil use that nobody vouched for is not known.
 */
export type Product = {
  readonly goods: Goods
  /** The country in which they were made. */
  readonly origin: Country | null
  /** Chinese-origin rare earths that the rules count as inputs, in percent of the goods' value. */
  readonly share: number | null
  /** Made with Chinese technology for rare earths (mining, separation, metal, magnets, recycling). */
  readonly technology: boolean | null
  readonly useKnown: boolean
  readonly partyKnown: boolean
}
