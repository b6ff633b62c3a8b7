import type { Profile, ProfileName } from '@/lib/contract/profiles'
import type { Clause } from '@/lib/contract/words/buyer'
import type { ChangeDay } from '@/lib/ledger/agenda'
import type { BuyerDifference, BuyerGroup } from '@/lib/ledger/buyer'
import type { CalendarEntry } from '@/lib/ledger/calendar/calendar'
import type { LocalDate } from '@/lib/ledger/interval'
import type { Loudest } from '@/lib/ledger/loudest'
import type { Matrix } from '@/lib/ledger/matrix'
import type { Instrument, Party } from '@/lib/ledger/record'
import type { PageOfScope } from '@/lib/ledger/scope'
import type { Observed } from '@/lib/ledger/series/observed'
import type { SummaryPart } from '@/lib/ledger/summary'
import type { Claim } from '@/lib/ledger/testimony'
import type { Frame } from './frame'

export type MatrixPage = Frame & {
  readonly matrix: Matrix
  /** Where the pages of the matrix before and after this one begin. */
  readonly around: Pick<PageOfScope, 'previous' | 'next'>
  readonly summary: readonly SummaryPart[]
  /** Every day on which a cell of this matrix changes, oldest first. */
  readonly changeDays: readonly ChangeDay[]
  /** `null` where the record was opened in part: it tells nothing of the whole then. */
  readonly briefing: BriefingValues | null
  /** Claims that speak of the asked day on cells of this matrix, with no instrument behind them; newest first. */
  readonly claims: readonly Claim[]
  /** Of how many of them the law does not tell either that they are wrong: what they speak of is unclear. */
  readonly undecided: number
  /** Cells they speak of, as `material/form`. */
  readonly claimed: readonly string[]
  readonly parties: readonly Pick<Party, 'key' | 'nameEn' | 'nameZh' | 'country'>[]
  /** The named parties by the list that they stand on, the newest list first; of a record opened in part only some. */
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

/** What should be known besides the answer, as of the asked day. */
export type BriefingValues = {
  /** Days that have passed and nobody has looked at what followed, oldest first. */
  readonly silent: readonly CalendarEntry[]
  /** The next days that law or a statement names. */
  readonly ahead: readonly CalendarEntry[]
  /** Whether exports from China are asked about: claims and shipments are told of these alone. */
  readonly isPlainWay: boolean
  /** The claim that most asks for a text, with the days it has waited for one. */
  readonly loudest: Loudest | null
  /** One series of shipments as far as it was measured by the asked day. */
  readonly chart: Observed | null
}
