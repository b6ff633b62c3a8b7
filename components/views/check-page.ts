import type { Frame, Mentions } from '@/components/views/frame'
import type { CheckTexts } from '@/lib/contract/check/fields'
import type { CheckSaid } from '@/lib/contract/words/check-said'
import type { CheckAnswer } from '@/lib/ledger/check/answer'
import type { Product } from '@/lib/ledger/check/product'
import type { LocalDate } from '@/lib/ledger/interval'
import type { Form, Instrument, Material, Party, Provision } from '@/lib/ledger/record'

/** What the form offers: everything that the record can say a product is. */
export type CheckOffers = {
  readonly coversFrom: LocalDate
  readonly lines: readonly {
    readonly instrument: Pick<Instrument, 'key' | 'number' | 'titleEn' | 'titleZh' | 'jurisdiction'>
    readonly provisions: readonly Pick<Provision, 'key' | 'clause' | 'item'>[]
  }[]
  readonly materials: readonly Pick<Material, 'key' | 'kind' | 'nameEn' | 'nameZh' | 'symbol'>[]
  readonly forms: readonly Pick<Form, 'key' | 'nameEn' | 'nameZh'>[]
}

/** A name that no list of this record holds, and parties whose names come near. */
export type Unfound = {
  readonly field: 'party' | 'owner'
  readonly name: string
  readonly near: readonly (Pick<Party, 'key' | 'nameEn' | 'nameZh' | 'list' | 'listedOn' | 'delistedOn'> & {
    readonly instrument: Instrument | null
  })[]
}

export type CheckPage = Frame &
  Mentions & {
    /** What is checked, and what follows; `null` is the empty form. */
    readonly product: Product | null
    readonly answer: CheckAnswer | null
    /** For a customs code, the lines that print none. */
    readonly uncoded: readonly Provision[]
    readonly form: {
      readonly offers: CheckOffers
      readonly typed: CheckTexts
      readonly unfound: readonly Unfound[]
      /** The buyer as it was typed, where that is the party's name only without its legal form. */
      readonly without: { readonly name: string; readonly party: Pick<Party, 'key' | 'nameEn' | 'nameZh'> } | null
    }
    /** The named party, and the owner, where the record holds them. */
    readonly parties: readonly Party[]
    /** Names for what the goods are said to be. */
    readonly materials: readonly Pick<Material, 'key' | 'symbol' | 'nameEn' | 'nameZh'>[]
    readonly forms: readonly Pick<Form, 'key' | 'nameEn' | 'nameZh'>[]
    readonly line: Provision | null
    /** The destination that was asked, or that the named party has; `null` for one that was not said. */
    readonly to: string | null
  }

/** A page with its answer, and what its sentences speak of. */
export type Checked = { readonly page: CheckPage; readonly answer: CheckAnswer; readonly said: CheckSaid }
