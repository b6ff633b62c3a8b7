import type { LocalDate } from '@/lib/ledger/interval'
import type { Instrument } from '@/lib/ledger/record'
import type { Frame } from './frame'

export type CalendarPage = Frame

export type RehearsalPage = Frame & { readonly instrument: Instrument; readonly until: LocalDate | null }
