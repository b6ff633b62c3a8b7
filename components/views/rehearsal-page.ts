import type { NameOf } from '@/lib/contract/history/names'
import type { LocalDate } from '@/lib/ledger/interval'
import type { Form, Instrument, Material, Party } from '@/lib/ledger/record'
import type { Otherwise } from '@/lib/ledger/rehearsal/otherwise'
import type { Reached } from '@/lib/ledger/rehearsal/reached'
import type { FateGroup, RehearsedCell } from '@/lib/ledger/rehearsal/rehearse'
import type { Suspending } from '@/lib/ledger/rehearsal/suspending'
import type { Frame } from './frame'

export type RehearsalPage = Frame & {
  readonly instrument: Instrument
  /** As the address has it, inclusive; `null` is what the record gives. */
  readonly until: LocalDate | null
  readonly supposes: 'recorded' | 'extended' | 'shortened'
  readonly suspending: Suspending
  readonly lastDay: LocalDate | null
  readonly firstAfter: LocalDate | null
  readonly verified: boolean
  readonly rows: readonly { readonly material: Material; readonly cells: readonly RehearsedCell[] }[]
  readonly forms: readonly Form[]
  readonly cells: readonly RehearsedCell[]
  readonly groups: readonly FateGroup[]
  readonly otherwise: readonly Otherwise[]
  readonly touched: boolean
  readonly reached: readonly Reached[]
  readonly parties: readonly Pick<Party, 'key' | 'nameEn' | 'nameZh' | 'country'>[]
  readonly nameOf: NameOf
}
