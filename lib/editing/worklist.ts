import 'server-only'
import type { Person } from '@/lib/auth/person'
import { dayInBeijing } from '@/lib/contract/beijing'
import { ledgerAt } from '@/lib/db/ledger'
import { partAt } from '@/lib/db/part'
import { callingAt } from '@/lib/db/part/calling'
import { headRevision } from '@/lib/db/revisions'
import { sizeAt } from '@/lib/db/size'
import type { LocalDate } from '@/lib/ledger/interval'
import { NOTHING_WANTED } from '@/lib/ledger/part/wanted'
import type { Instrument, Regime } from '@/lib/ledger/record'
import { type Look, worklistOn } from '@/lib/ledger/worklist'

/** What is to be looked at on a day, and every other instrument, those first that nobody has looked at for longest. */
export type Worklist = {
  readonly today: LocalDate
  readonly due: readonly Look[]
  readonly others: readonly Instrument[]
  readonly regimes: readonly Regime[]
  /** Whether every instrument is in one of the lists: of a large record those that call first are. */
  readonly listsAll: boolean
}

/** So many instruments of a large record are looked into: more than anybody looks at in a day. */
const MOST = 100

/** What is overdue on a day, for whoever operates the service: no names, and so nobody has to be signed in. */
export type Overdue = {
  /** Instruments whose look is overdue; of a large record among those that call first. */
  readonly looks: number
  readonly isAll: boolean
  /** Those of them that are overdue because a suspension ended and nothing on file says what followed. */
  readonly silences: number
}

/** What is overdue at an instant. */
export async function overdueAt(at: Date): Promise<Overdue> {
  const list = await listOf(dayInBeijing(at), [])
  const late = list?.due.filter((look) => look.overdueSince !== null) ?? []
  const silences = late.filter(({ reasons }) => reasons.some(({ why }) => why === 'suspension-ended')).length
  return { looks: late.length, isAll: list?.listsAll ?? true, silences }
}

/** The work list of the newest revision; `null` while nothing is recorded. The same for everybody who is signed in. */
export async function worklist(_person: Person, at: Date = new Date()): Promise<Worklist | null> {
  return listOf(dayInBeijing(at), [])
}

/** @param asked instruments that are in one of the lists, whatever else is. */
async function listOf(today: LocalDate, asked: readonly string[]): Promise<Worklist | null> {
  const head = await headRevision()
  const size = head === null ? null : await sizeAt(head)
  if (head === null || size === null) return null
  const listsAll = size === 'small'
  const calling = listsAll ? [] : [...(await callingAt(head, today, MOST)), ...asked]
  const record = listsAll
    ? await ledgerAt(head)
    : await partAt(head, { ...NOTHING_WANTED, instruments: calling, events: true, cited: 'all' })
  if (record === null) return null
  const isListed = ({ key }: Instrument) => listsAll || calling.includes(key)
  const due = worklistOn(record, today).filter(({ instrument }) => isListed(instrument))
  const others = record.instruments
    .filter((one) => isListed(one) && due.every((look) => look.instrument.key !== one.key))
    .toSorted((a, b) => (a.verifiedThrough < b.verifiedThrough ? -1 : 1))
  const named = new Set([...due.map(({ instrument }) => instrument), ...others].map(({ regime }) => regime))
  const regimes = record.regimes.filter(({ key }) => listsAll || named.has(key)).toSorted((a, b) => a.order - b.order)
  return { today, due, others, regimes, listsAll }
}

/** How many looks are overdue, of a large record among those that call first; what is only near does not count. */
export async function workCount(
  person: Person,
  at: Date = new Date(),
): Promise<{ readonly count: number; readonly isAll: boolean }> {
  const list = await worklist(person, at)
  if (list === null) return { count: 0, isAll: true }
  return { count: list.due.filter((look) => look.overdueSince !== null).length, isAll: list.listsAll }
}

/**
 * The instruments that a look is asked for by key or, where all are listed, by regime; in the order of their keys. A key that
 * is not in the record is passed over.
 */
export async function instrumentsAsked(
  _person: Person,
  asked: { readonly keys: readonly string[]; readonly regime: readonly string[] },
  at: Date = new Date(),
): Promise<{ readonly today: LocalDate; readonly instruments: readonly Instrument[] }> {
  const list = await listOf(dayInBeijing(at), asked.keys)
  if (list === null) return { today: dayInBeijing(at), instruments: [] }
  const instruments = [...list.due.map((look) => look.instrument), ...list.others]
    .filter(({ key, regime }) => asked.keys.includes(key) || (list.listsAll && asked.regime.includes(regime)))
    .toSorted((a, b) => (a.key < b.key ? -1 : 1))
  return { today: list.today, instruments }
}
