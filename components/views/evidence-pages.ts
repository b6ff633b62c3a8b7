import type { Indicator } from '@/lib/ledger/testimony'
import type { Frame } from './frame'

export type EvidencePage = Frame & { readonly indicators: readonly Indicator[] }

export type SeriesPage = Frame & { readonly indicator: Indicator }
