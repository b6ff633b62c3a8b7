import 'server-only'
import type { Person } from '@/lib/auth/person'
import type { Draft, DraftEntry, Printed } from '@/lib/contract/edit/draft'
import { blankRecord } from '@/lib/contract/edit/form/blank'
import { type Listed, listedIn } from '@/lib/contract/edit/form/options'
import type { Start } from '@/lib/contract/edit/form/start'
import type { EntryStanding } from '@/lib/contract/edit/standing'
import { sizeAt } from '@/lib/db/size'
import { applyChanges } from '@/lib/ledger/apply'
import { changesThatRecord, type Kind } from '@/lib/ledger/change'
import type { Place } from '@/lib/ledger/part/gathering'
import type { WholeRecord } from '@/lib/ledger/testimony'
import { openedDraft } from './drafts'
import { reachOfEntries } from './reach-of-entries'
import { standingOf } from './standing'
import { printedUnder, recordsAt } from './whole'

/** A draft with everything that its forms may name. */
export type DraftToWrite = {
  readonly draft: Draft
  readonly entries: readonly DraftEntry[]
  readonly record: WholeRecord
  readonly listed: Listed
  /** Whether all that is on file is listed: of a large record, what the draft reaches and what was asked for alone. */
  readonly listsAll: boolean
}

/** An entry as its form opens it. */
export type OpenedEntry = DraftToWrite & { readonly standing: EntryStanding }

/**
 * A draft with the record at its base, for the forms of its entries; `null` where there is no such draft.
 *
 * @param places records that the form is about, besides those of the entries.
 */
export async function draftToWrite(
  person: Person,
  id: string,
  places: readonly Place[] = [],
): Promise<DraftToWrite | null> {
  const opened = await openedDraft(person, id)
  if (opened === null) return null
  const { draft, entries } = opened
  const listsAll = (await sizeAt(draft.base)) === 'small'
  const { record: reached } = await reachOfEntries(draft.base, entries, 'rules')
  const record = listsAll ? reached : bothIn(reached, await recordsAt(draft.base, places))
  return { draft, entries, record, listed: listedIn(record, entries), listsAll }
}

/** An entry of a draft, judged, for its form; `null` where there is none. */
export async function entryToWrite(person: Person, id: string, entry: string): Promise<OpenedEntry | null> {
  const [written, judged] = await Promise.all([draftToWrite(person, id), standingOf(person, id)])
  const standing = judged?.entries.find((one) => one.entry.id === entry)
  return written === null || standing === undefined ? null : { ...written, standing }
}

/**
 * What the form of a new entry opens with; `null` where the key that it starts from stands for nothing.
 *
 * A copy says everything that the other record says but its key.
 */
export function startOf({ record, entries }: DraftToWrite, kind: Kind, start: Start): Printed | null {
  if (start.from === 'nothing') return blankRecord(kind)
  const drafted = entries.find((entry) => entry.kind === kind && entry.key === start.key)
  const printed = drafted?.does.what === 'record' ? drafted.does.printed : printedUnder(record, kind, start.key)
  if (printed === null) return null
  return start.from === 'copy' ? { ...printed, key: '' } : printed
}

/**
 * The keys of a kind that stand, or that a draft is about to add: of a large record some of them, and `asked` if it is one.
 * None where there is no such draft.
 */
export async function keysToWrite(person: Person, id: string, kind: Kind, asked = ''): Promise<ReadonlySet<string>> {
  const written = await draftToWrite(person, id, [{ kind, key: asked }])
  return new Set(written?.listed[kind].map(({ value }) => value))
}

/** The entry of a draft that speaks of a key already. */
export function entryUnder({ entries }: DraftToWrite, kind: Kind, key: string): DraftEntry | null {
  return entries.find((entry) => entry.kind === kind && entry.key === key) ?? null
}

/** The records of two parts of one record. */
function bothIn(one: WholeRecord, other: WholeRecord): WholeRecord {
  return applyChanges(one, changesThatRecord(other))
}
