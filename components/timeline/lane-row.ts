import type { ReactNode } from 'react'
import type { Look } from '@/lib/contract/looks'
import type { ShownStatus } from '@/lib/contract/words/status'
import type { Interval } from '@/lib/ledger/interval'

/** One stretch of a lane. `label` says all of it to those who do not see the drawing. */
export type Segment = Interval & {
  readonly look: Look
  readonly tone: ShownStatus
  readonly word: string
  readonly label: string
  /** Whether the list below has an entry for its first day; the days before the first change have none. */
  readonly listed: boolean
}

/** One lane: its name, its stretches, and the word for the asked day. */
export type LaneRow = {
  readonly key: string
  readonly name: string
  readonly head: ReactNode
  readonly segments: readonly Segment[]
  readonly now: ReactNode
}

export type LaneGroup = { readonly key: string; readonly title: string; readonly rows: readonly LaneRow[] }
