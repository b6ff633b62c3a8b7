import 'server-only'
import type { Change, Kind } from '@/lib/ledger/change'
import { KINDS } from '@/lib/ledger/change'
import { asking } from '../away'
import { changesIn } from '../changes'
import { kept } from '../client'
import type { KeptPerson } from './drafts'
import type { Transaction } from './transaction'

/** Who published a revision, by id; `null` for one that was loaded. */
export async function publisherOf(from: Transaction, revision: number): Promise<string | null> {
  const row = await from.publication.findUnique({ where: { revision }, select: { publisher: true } })
  return row?.publisher ?? null
}

/** Who answers for a revision, by name: what editors see and readers do not. */
export type KeptPublication = {
  readonly revision: number
  readonly draft: string | null
  readonly authors: readonly KeptPerson[]
  readonly publisher: KeptPerson
  readonly reviewDue: string | null
  readonly reviews: number | null
  readonly reverts: number | null
}

/** Every publication, the newest first. */
export async function allPublications(from: Transaction): Promise<readonly KeptPublication[]> {
  const rows = await from.publication.findMany({ orderBy: { revision: 'desc' } })
  const people = await from.person.findMany({ select: { id: true, name: true } })
  const person = (id: string): KeptPerson => people.find((one) => one.id === id) ?? { id, name: id }
  return rows.map(({ revision, draft, authors, publisher, reviewDue, reviews, reverts }) => ({
    revision,
    draft,
    authors: authors.map(person),
    publisher: person(publisher),
    reviewDue: reviewDue?.toISOString() ?? null,
    reviews,
    reverts,
  }))
}

export type KeptAct = {
  readonly number: string
  readonly at: string
  readonly by: KeptPerson | null
  readonly act: string
}

/** What was done on one subject, the first act first. */
export async function actsUpon(from: Transaction, subjects: readonly string[]): Promise<readonly KeptAct[]> {
  const rows = await from.auditEntry.findMany({
    where: { subject: { in: [...subjects] } },
    include: { actor: { select: { id: true, name: true } } },
    orderBy: { id: 'asc' },
  })
  return rows.map(({ id, at, actor, act }) => ({ number: String(id), at: at.toISOString(), by: actor, act }))
}

/**
 * What a revision changed.
 *
 * @throws {DatabaseAway} when the database cannot be asked.
 */
export function changesOfRevision(revision: number): Promise<readonly Change[]> {
  return asking(() => changesIn(kept().database, revision))
}

/** The last revision that touched a key. The kinds are our own words, never a reader's. */
export async function lastTouched(from: Transaction, kind: Kind, key: string): Promise<number | null> {
  if (!KINDS.includes(kind)) throw new TypeError(`unknown kind of record: ${JSON.stringify(kind)}`)
  const [row] = await from.$queryRawUnsafe<{ last: number | null }[]>(
    `select max(greatest(recorded_in, coalesce(superseded_in, 0))) as last from ${kind}_version where key = $1`,
    key,
  )
  return row?.last ?? null
}
