import type { Profile, ProfileName } from '@/lib/contract/profiles'
import type { Clause } from '@/lib/contract/words/buyer'
import type { ChangeDay, Ending, Silence } from '@/lib/ledger/agenda'
import type { BuyerDifference, BuyerGroup } from '@/lib/ledger/buyer'
import type { LocalDate } from '@/lib/ledger/interval'
import type { Matrix } from '@/lib/ledger/matrix'
import type { Instrument, Party } from '@/lib/ledger/record'
import type { SummaryPart } from '@/lib/ledger/summary'
import type { Claim } from '@/lib/ledger/testimony'
import type { Frame } from './frame'

export type MatrixPage = Frame & {
  readonly matrix: Matrix
  readonly summary: readonly SummaryPart[]
  /** Every day on which a cell of this matrix changes, oldest first. */
  readonly changeDays: readonly ChangeDay[]
  /** Suspensions that have run out by the asked day with nobody having looked. */
  readonly silences: readonly Silence[]
  /** Suspensions with a dated end on or after the asked day, the first to end first. */
  readonly endings: readonly (Omit<Ending, 'suspends'> & {
    readonly suspends: readonly { readonly instrument: Instrument; readonly whole: boolean }[]
  })[]
  /** Claims that speak of the asked day on cells of this matrix, with no instrument behind them; newest first. */
  readonly claims: readonly Claim[]
  /** Cells they speak of, as `material/form`. */
  readonly claimed: readonly string[]
  readonly parties: readonly Pick<Party, 'key' | 'nameEn' | 'nameZh' | 'country'>[]
  /** The named parties by the list that they stand on, the newest list first. */
  readonly lists: readonly (Pick<Party, 'list' | 'listedOn'> & {
    readonly instrument: Instrument
    readonly parties: readonly Pick<Party, 'key' | 'nameEn' | 'nameZh'>[]
  })[]
  readonly buyer: BuyerAsked
  /** Countries of which the record holds rules, by code. */
  readonly jurisdictions: readonly string[]
  /** The first day that can be asked about (R13). */
  readonly coversFrom: LocalDate
}

/** The buyer asked for beside any buyer, and other buyers that one may ask for. */
export type BuyerAsked = {
  /** Each with how many cells read otherwise than for any buyer. */
  readonly profiles: readonly (Profile & { readonly party: Party | null; readonly count: number })[]
  /** Which of them the question asks for; `null` where it asks for none of them. */
  readonly current: ProfileName | null
  readonly differences: readonly BuyerDifference[]
  readonly groups: readonly (BuyerGroup & { readonly clauses: readonly Clause[] })[]
  /** The member of the EU that stands for the others, and the rules that tell them apart. */
  readonly member: { readonly country: string; readonly apart: readonly Clause[] } | null
}
