import 'server-only'
import type { Person } from '@/lib/auth/person'
import { dayInBeijing } from '@/lib/contract/beijing'
import { ledgerAt } from '@/lib/db/ledger'
import { headRevision } from '@/lib/db/revisions'
import type { LocalDate } from '@/lib/ledger/interval'
import type { Instrument, Regime } from '@/lib/ledger/record'
import { type Look, worklistOn } from '@/lib/ledger/worklist'

/** What is to be looked at on a day, and every other instrument, those first that nobody has looked at for longest. */
export type Worklist = {
  readonly today: LocalDate
  readonly due: readonly Look[]
  readonly others: readonly Instrument[]
  readonly regimes: readonly Regime[]
}

/** The work list of the newest revision; `null` while nothing is recorded. The same for everybody who is signed in. */
export async function worklist(_person: Person, at: Date = new Date()): Promise<Worklist | null> {
  const head = await headRevision()
  const record = head === null ? null : await ledgerAt(head)
  if (record === null) return null
  const today = dayInBeijing(at)
  const due = worklistOn(record, today)
  const others = record.instruments
    .filter((instrument) => due.every((look) => look.instrument.key !== instrument.key))
    .toSorted((a, b) => (a.verifiedThrough < b.verifiedThrough ? -1 : 1))
  return { today, due, others, regimes: record.regimes.toSorted((a, b) => a.order - b.order) }
}

/** How many looks are overdue; what is only near does not count. */
export async function workCount(person: Person, at: Date = new Date()): Promise<number> {
  const list = await worklist(person, at)
  return list === null ? 0 : list.due.filter((look) => look.overdueSince !== null).length
}

/** The instruments that a look is asked for by key or by regime, by key; a key that is not in the record is passed over. */
export async function instrumentsAsked(
  person: Person,
  asked: { readonly keys: readonly string[]; readonly regime: readonly string[] },
  at: Date = new Date(),
): Promise<{ readonly today: LocalDate; readonly instruments: readonly Instrument[] }> {
  const list = await worklist(person, at)
  if (list === null) return { today: dayInBeijing(at), instruments: [] }
  const instruments = [...list.due.map((look) => look.instrument), ...list.others]
    .filter(({ key, regime }) => asked.keys.includes(key) || asked.regime.includes(regime))
    .toSorted((a, b) => (a.key < b.key ? -1 : 1))
  return { today: list.today, instruments }
}
