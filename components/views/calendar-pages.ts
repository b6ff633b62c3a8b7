import type { Calendar } from '@/lib/ledger/calendar/calendar'
import type { Moved } from '@/lib/ledger/calendar/moved'
import type { LocalDate } from '@/lib/ledger/interval'
import type { Material } from '@/lib/ledger/record'
import type { Suspending } from '@/lib/ledger/rehearsal/suspending'
import type { Revision } from '@/lib/ledger/revision'
import type { Frame, Mentions, Named } from './frame'

export type CalendarPage = Frame &
  Mentions & {
    readonly calendar: Calendar
    /** What each day does to cells of the scope under the question, by the name of the day. */
    readonly moved: Named<Moved>
    /** In which revision, and by whom, the last look at an instrument was recorded; of instruments in the silence register. */
    readonly looks: Named<Pick<Revision, 'number' | 'author' | 'recordedAt'>>
    readonly materials: Named<Material>
    readonly suspending: readonly Suspending[]
    readonly coversFrom: LocalDate
  }
