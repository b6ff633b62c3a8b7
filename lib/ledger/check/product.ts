import type { Country } from '../record'

/** What the goods are, as far as a reader can say. */
export type Goods =
  /** One item line of the record, by its provision's key: a licence or prohibit line that names materials itself. */
  | { readonly by: 'line'; readonly provision: string }
  /**
   * A material in a form. Where lines name goods ("five named alloys") this alone does not tell whether these are among
   * them: `unnamed` is true once the reader has looked at those names and it is none of them. If it is one, the goods are
   * said by their line.
   */
  | { readonly by: 'cell'; readonly material: string; readonly form: string; readonly unnamed: boolean }
  /** A customs code or an item code, as printed: it names candidates and decides nothing. */
  | { readonly by: 'code'; readonly code: string }
  /**
   * Made of materials, in percent by weight: 2 % Dy in an NdFeB magnet. `base` is a material that the rest is made of
   * (`ndfeb-no-hree`, `smco`). A composition is whole: rare earths that are neither parts nor in the base are not in it,
   * and a part of 0 % is none.
   */
  | {
      readonly by: 'composition'
      readonly form: string
      readonly base: string | null
      readonly parts: readonly { readonly material: string; readonly percent: number }[]
    }

/** Whom the buyer belongs to: a listed party, and with what share in percent (`null`: not known). */
export type Ownership = { readonly party: string; readonly percent: number | null }

/**
 * What is known of goods and how they were made. `null` is "not known", and is never taken for "no".
 *
 * Where they go, for what use and to whom is the question's (`to`, `use`, `party`, `from`, `on`, `known`); `useKnown` and
 * `partyKnown` say whether the reader has settled these at all: a civil use that nobody vouched for is not known. A
 * question that names a party, or a military use, has settled it. No destination is "not known" here, never "any".
 * The question's `route` is not read: it follows from the facts.
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
  /** `none`: known to belong to no listed party. */
  readonly owner: Ownership | 'none' | null
}
