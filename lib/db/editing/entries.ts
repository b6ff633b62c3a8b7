import 'server-only'
import { KINDS, type Kind, type Retirement } from '@/lib/ledger/change'
import { Prisma } from '../generated/client'
import { fieldsOf, known, textOf } from '../rows/cell'
import type { KeptPerson } from './drafts'
import type { Transaction } from './transaction'

/** What an entry does: it has a record where its key is, as it was typed, or it takes away what stands there. */
export type KeptDeed =
  | { readonly what: 'record'; readonly printed: { readonly [field: string]: unknown } }
  | { readonly what: 'retire'; readonly retirement: Retirement }

export type KeptEntry = {
  readonly id: string
  readonly draft: string
  readonly kind: Kind
  readonly key: string
  readonly does: KeptDeed
  readonly changedBy: KeptPerson
  readonly changedAt: string
  readonly version: number
}

const CHANGER = { changer: { select: { id: true, name: true } } } as const
type Row = Prisma.DraftEntryGetPayload<{ include: typeof CHANGER }>

/** The entries of a draft, by kind and key. */
export async function entriesIn(from: Transaction, draft: string): Promise<readonly KeptEntry[]> {
  const rows = await from.draftEntry.findMany({ where: { draft }, include: CHANGER })
  const place = ({ kind, key, id }: Row) => `${String(KINDS.indexOf(kind as Kind)).padStart(2, '0')} ${key} ${id}`
  return rows.toSorted((a, b) => (place(a) < place(b) ? -1 : 1)).map(entryOf)
}

/** The entry under an id, in whatever draft. */
export async function findEntry(from: Transaction, id: string): Promise<KeptEntry | null> {
  const row = await from.draftEntry.findUnique({ where: { id }, include: CHANGER })
  return row === null ? null : entryOf(row)
}

export async function countEntries(from: Transaction, draft: string): Promise<number> {
  return from.draftEntry.count({ where: { draft } })
}

/** Which of these ids are entries already, of whatever draft. */
export async function entriesUnder(from: Transaction, ids: readonly string[]): Promise<readonly KeptEntry[]> {
  const rows = await from.draftEntry.findMany({ where: { id: { in: [...ids] } }, include: CHANGER })
  return rows.map(entryOf)
}

export type NewEntry = { readonly id: string; readonly kind: Kind; readonly key: string; readonly does: KeptDeed }
export type Hand = { readonly draft: string; readonly person: string; readonly at: Date }

/** Thousands of entries are one statement with a handful of parameters. */
export async function insertEntries(
  transaction: Transaction,
  { draft, person, at }: Hand,
  entries: readonly NewEntry[],
): Promise<void> {
  const rows = entries.map(({ id, kind, key, does }) => ({
    id,
    kind,
    key,
    printed: does.what === 'record' ? does.printed : null,
    retires: does.what === 'retire' ? does.retirement : null,
  }))
  await transaction.$executeRaw`
    insert into draft_entry (id, draft, kind, key, printed, retires, changed_by, changed_at)
    select id, ${draft}::uuid, kind, key, printed, retires, ${person}, ${at}
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as typed(id uuid, kind text, key text, printed jsonb, retires jsonb)`
}

/** Saves an entry again: its version counts the saves. */
export async function changeEntry(
  transaction: Transaction,
  { person, at }: Hand,
  { id, kind, key, does }: NewEntry,
): Promise<void> {
  await transaction.draftEntry.update({
    where: { id },
    data: {
      kind,
      key,
      printed: does.what === 'record' ? (does.printed as Prisma.InputJsonObject) : Prisma.DbNull,
      retires: does.what === 'retire' ? does.retirement : Prisma.DbNull,
      changedBy: person,
      changedAt: at,
      version: { increment: 1 },
    },
  })
}

export async function deleteEntries(transaction: Transaction, ids: readonly string[]): Promise<void> {
  await transaction.draftEntry.deleteMany({ where: { id: { in: [...ids] } } })
}

function entryOf({ printed, retires, changer, changedAt, ...row }: Row): KeptEntry {
  return {
    id: row.id,
    draft: row.draft,
    kind: known(KINDS, row.kind, 'kind of an entry'),
    key: row.key,
    does: deedOf(printed, retires),
    changedBy: changer,
    changedAt: changedAt.toISOString(),
    version: row.version,
  }
}

function deedOf(printed: unknown, retires: unknown): KeptDeed {
  if (printed !== null) return { what: 'record', printed: fieldsOf(printed, 'an entry') }
  const { why, replacedBy } = fieldsOf(retires, 'a retirement')
  return {
    what: 'retire',
    retirement: { why: textOf(why, 'why'), replacedBy: replacedBy === null ? null : textOf(replacedBy, 'replacedBy') },
  }
}
