import type { Observed } from '@/lib/ledger/series/observed'
import type { Indicator } from '@/lib/ledger/testimony'
import type { Frame, Mentions } from './frame'

export type EvidencePage = Frame & Pick<Mentions, 'sources'> & { readonly series: readonly Observed[] }

export type SeriesPage = Frame &
  Pick<Mentions, 'sources'> & {
    readonly indicator: Indicator
    readonly series: Observed
    /** Other series of the same goods. */
    readonly beside: readonly Indicator[]
  }
