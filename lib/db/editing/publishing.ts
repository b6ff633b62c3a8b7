import 'server-only'
import type { Revision } from '@/lib/ledger/revision'
import { revisionOf } from '../rows/revision'
import type { Transaction } from './transaction'

const ROLES = ['viewer', 'editor', 'reviewer', 'admin'] as const

/** What somebody may do at this moment, whatever the proof said that the request came with. */
export type Standing = { readonly role: (typeof ROLES)[number] | null; readonly publicName: string | null }

/** The newest revision; nobody appends another one until the transaction ends. `null` while nothing is recorded. */
export async function lockHead(transaction: Transaction): Promise<Revision | null> {
  await transaction.$executeRaw`select pg_advisory_xact_lock(hashtext('the newest revision'))`
  const newest = await transaction.revision.findFirst({ orderBy: { number: 'desc' } })
  return newest === null ? null : revisionOf(newest)
}

/**
 * What time a revision after the newest one is recorded at: the database's, which all who publish share, or where a clock was
 * put back, the newest revision's own. Time never runs backwards along the revisions.
 */
export async function timeAfter(transaction: Transaction, head: Revision | null): Promise<Date> {
  const [clock] = await transaction.$queryRaw<{ now: Date }[]>`select clock_timestamp() as now`
  const now = clock?.now ?? new Date()
  return head === null || now.toISOString() > head.recordedAt ? now : new Date(head.recordedAt)
}

/** The number of the newest revision, as the editors' connections see it. */
export async function headNumber(from: Transaction): Promise<number | null> {
  const newest = await from.revision.findFirst({ orderBy: { number: 'desc' }, select: { number: true } })
  return newest?.number ?? null
}

/**
 * What a person may do now. The row is held: whoever takes the role away waits for the transaction, or has done so before
 * it. `role: null` for somebody who is disabled or is not there.
 */
export async function holdRole(transaction: Transaction, id: string): Promise<Standing> {
  const [row] = await transaction.$queryRaw<{ role: string; public_name: string | null; disabled: boolean }[]>`
    select role, public_name, disabled_at is not null as disabled from person where id = ${id} for share`
  const role = row === undefined || row.disabled ? undefined : ROLES.find((one) => one === row.role)
  return { role: role ?? null, publicName: row?.public_name ?? null }
}

/** The public names of people, in the order asked for; `null` for who chose none. */
export async function publicNames(from: Transaction, ids: readonly string[]): Promise<readonly (string | null)[]> {
  const rows = await from.person.findMany({ where: { id: { in: [...ids] } }, select: { id: true, publicName: true } })
  const names = new Map(rows.map(({ id, publicName }) => [id, publicName]))
  return ids.map((id) => names.get(id) ?? null)
}
