import 'server-only'
import type { Exhibit } from '@/lib/contract/exhibit'
import { askedInWords } from '@/lib/contract/words/matrix'
import type { LocalDate } from '@/lib/ledger/interval'
import type { Page } from '../page'
import { exhibitFrame } from './frame'

/** What an exhibit that answers for no cells has to say for itself. */
type Told = Pick<Exhibit, 'title' | 'description' | 'tables'> &
  Partial<Pick<Exhibit, 'sentences' | 'timelines' | 'notes'>>

/** An exhibit of records rather than of cells: tables, and at most a timeline. */
export function plainExhibit(
  page: Parameters<typeof exhibitFrame>[0] & Pick<Page['page'], 'coordinates'>,
  recordedOn: LocalDate,
  told: Told,
): Exhibit {
  const frame = exhibitFrame(page, recordedOn)
  return {
    ...frame,
    title: told.title,
    description: told.description,
    asked: askedInWords(page.coordinates),
    sentences: told.sentences ?? [told.description],
    cells: [],
    grid: null,
    timelines: told.timelines ?? [],
    tables: told.tables,
    legend: [],
    notes: [...(told.notes ?? []), ...frame.notes],
  }
}
