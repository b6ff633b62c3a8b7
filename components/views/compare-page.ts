import type { NameOf } from '@/lib/contract/history/names'
import type { Against } from '@/lib/contract/view'
import type { Comparison } from '@/lib/ledger/compare/compare'
import type { CauseGroup } from '@/lib/ledger/compare/groups'
import type { Relief } from '@/lib/ledger/compare/relief'
import type { LocalDate } from '@/lib/ledger/interval'
import type { Country, Party } from '@/lib/ledger/record'
import type { Frame } from './frame'

/** Two questions and what reads otherwise; the page's own coordinates are those of the second. */
export type ComparePage = Frame & {
  readonly against: Against
  readonly comparison: Comparison
  readonly groups: readonly CauseGroup[]
  readonly relief: Relief
  /** The reasons of the revisions that made cells differ, by number. */
  readonly reasons: { readonly [number: string]: string }
  readonly parties: readonly Pick<Party, 'key' | 'nameEn' | 'nameZh' | 'country'>[]
  /** Names records of either revision. */
  readonly nameOf: NameOf
}

/** What the form offers, and what is often compared, as addresses. */
export type CompareForm = {
  /** The newest revision. */
  readonly revision: number
  readonly entries: {
    readonly yesterday: string
    readonly lastWeek: string
    readonly lastYear: string
    readonly lastRevision: string | null
  }
  readonly coversFrom: LocalDate
  readonly parties: readonly Pick<Party, 'key' | 'nameEn' | 'nameZh' | 'country'>[]
  readonly jurisdictions: readonly Country[]
}
