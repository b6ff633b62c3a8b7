import 'server-only'
import type { Person } from '@/lib/auth/person'
import type { Draft, DraftEntry, Printed } from '@/lib/contract/edit/draft'
import { blankRecord } from '@/lib/contract/edit/form/blank'
import { type Listed, listedIn } from '@/lib/contract/edit/form/options'
import type { Start } from '@/lib/contract/edit/form/start'
import type { EntryStanding } from '@/lib/contract/edit/standing'
import { printedIn } from '@/lib/contract/record/printed'
import { ledgerAt } from '@/lib/db/ledger'
import { type Kind, LIST_OF } from '@/lib/ledger/change'
import type { WholeRecord } from '@/lib/ledger/testimony'
import { openedDraft } from './drafts'
import { standingOf } from './standing'

/** A draft with everything that its forms may name. */
export type DraftToWrite = {
  readonly draft: Draft
  readonly entries: readonly DraftEntry[]
  readonly record: WholeRecord
  readonly listed: Listed
}

/** An entry as its form opens it. */
export type OpenedEntry = DraftToWrite & { readonly standing: EntryStanding }

/** A draft with the record at its base, for the forms of its entries; `null` where there is no such draft. */
export async function draftToWrite(person: Person, id: string): Promise<DraftToWrite | null> {
  const opened = await openedDraft(person, id)
  if (opened === null) return null
  const { draft, entries } = opened
  const record = await ledgerAt(draft.base)
  if (record === null) throw new Error(`draft ${draft.id} is based on revision ${draft.base}, which is not published`)
  return { draft, entries, record, listed: listedIn(record, entries) }
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

/** The keys of a kind that stand, or that a draft is about to add. None where there is no such draft. */
export async function keysToWrite(person: Person, id: string, kind: Kind): Promise<ReadonlySet<string>> {
  const written = await draftToWrite(person, id)
  return new Set(written?.listed[kind].map(({ value }) => value))
}

/** The entry of a draft that speaks of a key already. */
export function entryUnder({ entries }: DraftToWrite, kind: Kind, key: string): DraftEntry | null {
  return entries.find((entry) => entry.kind === kind && entry.key === key) ?? null
}

function printedUnder(record: WholeRecord, kind: Kind, key: string): Printed | null {
  const one = record[LIST_OF[kind]].find((candidate) => candidate.key === key)
  return one === undefined ? null : printedIn(LIST_OF[kind], one)
}
