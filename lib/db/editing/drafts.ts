import 'server-only'
import type { RevisionKind } from '@/lib/ledger/revision'
import { REVISION_KINDS } from '@/lib/ledger/vocabulary'
import type { Draft as Row } from '../generated/client'
import { known } from '../rows/cell'
import type { Transaction } from './transaction'

const STATES = ['open', 'submitted', 'changes-requested', 'approved', 'published', 'abandoned'] as const

export type KeptPerson = { readonly id: string; readonly name: string }

/** A draft as it is kept, with the names of those who worked on it. */
export type KeptDraft = {
  readonly id: string
  readonly title: string
  readonly kind: RevisionKind
  readonly reason: string
  readonly base: number
  readonly state: (typeof STATES)[number]
  readonly author: KeptPerson
  readonly contributors: readonly KeptPerson[]
  readonly submittedBy: KeptPerson | null
  readonly approvedBy: KeptPerson | null
  readonly createdAt: string
  readonly updatedAt: string
  readonly revision: number | null
  readonly reverts: number | null
  readonly version: number
}

/** The draft under an id, `null` when there is none. `id` is a uuid. */
export async function findDraft(from: Transaction, id: string): Promise<KeptDraft | null> {
  const row = await from.draft.findUnique({ where: { id } })
  return row === null ? null : draftOf(row, await namesOf(from, [row]))
}

/** The same, and nobody else changes the draft or what is in it until the transaction ends. */
export async function lockDraft(transaction: Transaction, id: string): Promise<KeptDraft | null> {
  await transaction.$queryRaw`select 1 as locked from draft where id = ${id}::uuid for update`
  return findDraft(transaction, id)
}

/** Every draft, the one changed last first, and how many entries each holds. */
export async function allDrafts(from: Transaction): Promise<readonly (KeptDraft & { readonly entries: number })[]> {
  const rows = await from.draft.findMany({
    include: { _count: { select: { entries: true } } },
    orderBy: [{ updatedAt: 'desc' }, { id: 'asc' }],
  })
  const names = await namesOf(from, rows)
  return rows.map(({ _count, ...row }) => ({ ...draftOf(row, names), entries: _count.entries }))
}

export type NewDraft = {
  readonly id: string
  readonly title: string
  readonly kind: RevisionKind
  readonly reason: string
  readonly base: number
  readonly author: string
  readonly reverts: number | null
  readonly at: Date
}

/** Gives whether it was written now: of two with one id, the second finds the first there. */
export async function insertDraft(transaction: Transaction, { author, at, ...draft }: NewDraft): Promise<boolean> {
  const { count } = await transaction.draft.createMany({
    data: [{ ...draft, author, contributors: [author], createdAt: at, updatedAt: at }],
    skipDuplicates: true,
  })
  return count === 1
}

/** What may change of a draft; every change of these counts as a version. */
export type DraftChange = {
  readonly title?: string
  readonly kind?: RevisionKind
  readonly reason?: string
  readonly base?: number
  readonly state?: KeptDraft['state']
  readonly submittedBy?: string | null
  readonly approvedBy?: string | null
  readonly revision?: number
}

export async function changeDraft(transaction: Transaction, id: string, change: DraftChange, at: Date): Promise<void> {
  await transaction.draft.update({ where: { id }, data: { ...change, updatedAt: at, version: { increment: 1 } } })
}

/** Notes who wrote some of a draft, once each, and when. */
export async function noteWriter(transaction: Transaction, id: string, person: string, at: Date): Promise<void> {
  await transaction.$executeRaw`
    update draft set updated_at = ${at},
      contributors = case when ${person} = any(contributors) then contributors else contributors || ${person}::text end
    where id = ${id}::uuid`
}

/** Asked for at once and not relation by relation: a transaction asks one thing at a time. */
async function namesOf(from: Transaction, drafts: readonly Row[]): Promise<ReadonlyMap<string, string>> {
  const ids = drafts.flatMap((row) => [row.author, row.submittedBy, row.approvedBy, ...row.contributors])
  const asked = [...new Set(ids)].filter((id) => id !== null)
  const rows = await from.person.findMany({ where: { id: { in: asked } }, select: { id: true, name: true } })
  return new Map(rows.map(({ id, name }) => [id, name]))
}

function draftOf(row: Row, names: ReadonlyMap<string, string>): KeptDraft {
  const person = (id: string): KeptPerson => ({ id, name: names.get(id) ?? id })
  return {
    ...row,
    kind: known(REVISION_KINDS, row.kind, 'kind of a draft'),
    state: known(STATES, row.state, 'state of a draft'),
    author: person(row.author),
    contributors: row.contributors.map(person),
    submittedBy: row.submittedBy === null ? null : person(row.submittedBy),
    approvedBy: row.approvedBy === null ? null : person(row.approvedBy),
    createdAt: row.createdAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
  }
}
