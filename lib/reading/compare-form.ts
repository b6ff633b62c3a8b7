import 'server-only'
import type { Coordinates } from '@/lib/contract/address'
import { pin, refine } from '@/lib/contract/address-reading'
import { comparedWith } from '@/lib/contract/against'
import type { LocalDate } from '@/lib/ledger/interval'
import { shiftDays, shiftYears } from '@/lib/ledger/interval'
import { openAt } from './door'
import { headRevision, todayInBeijing } from './now'

/** What is compared most often, as addresses; `null` where there is nothing to compare yet. */
type Entries = {
  readonly yesterday: string
  readonly lastWeek: string
  readonly lastYear: string
  readonly lastRevision: string | null
}

/** The form that compares any two questions, and what is often compared. `null` while the record cannot be asked. */
export async function compareForm() {
  const today = todayInBeijing()
  const head = await headRevision()
  const opened =
    head === null
      ? null
      : await openAt(pin({ view: { name: 'matrix' }, ...refine({}) }, head.revision, today), today, 'part')
  if (opened === null || !opened.ok) return null
  const { coordinates, record, law, part } = opened.value
  const parties = part === undefined ? record.parties : [] // a list of some would pass for a list of all
  return {
    revision: coordinates.revision,
    entries: entriesAt(coordinates, today),
    coversFrom: law.coversFrom,
    parties: parties.map(({ key, nameEn, nameZh, country }) => ({ key, nameEn, nameZh, country })),
    jurisdictions: [...new Set([...law.instruments.values()].map((one) => one.jurisdiction))].sort(),
  }
}

function entriesAt(at: Coordinates, today: LocalDate): Entries {
  return {
    yesterday: comparedWith(at, { on: shiftDays(today, -1) }),
    lastWeek: comparedWith(at, { on: shiftDays(today, -7) }),
    lastYear: comparedWith(at, { on: shiftYears(today, -1) }),
    lastRevision: at.revision === 1 ? null : comparedWith(at, { revision: at.revision - 1 }),
  }
}
