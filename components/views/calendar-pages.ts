import type { ChangeDay } from '@/lib/ledger/agenda'
import type { Calendar } from '@/lib/ledger/calendar/calendar'
import type { LocalDate } from '@/lib/ledger/interval'
import type { Material } from '@/lib/ledger/record'
import type { Suspending } from '@/lib/ledger/rehearsal/suspending'
import type { Revision } from '@/lib/ledger/revision'
import type { Frame, Mentions, Named } from './frame'

export type CalendarPage = Frame &
  Mentions & {
    readonly calendar: Calendar
    /** What cells of the scope do under the question, by the day on which they do it. */
    readonly moved: { readonly [day: string]: ChangeDay }
    /** In which revision, and by whom, the last look at an instrument was recorded; of instruments in the silence register. */
    readonly looks: Named<Pick<Revision, 'number' | 'author' | 'recordedAt'>>
    readonly materials: Named<Material>
    readonly suspending: readonly Suspending[]
    readonly coversFrom: LocalDate
  }
