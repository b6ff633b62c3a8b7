import 'server-only'
import type { LocalDate } from '@/lib/ledger/interval'
import { asking } from '../away'
import { kept } from '../client'
import { asEditors, type Transaction } from '../editing/transaction'
import { dateOf, dayOf } from '../rows/cell'
import { keepDeliveries, type NewDelivery } from './deliveries'

/** Whether there is anything to do, in one question: most of the time there is not. */
export type Standing = {
  /** The newest revision; `null` while nothing is recorded. */
  readonly head: number | null
  /** Whether some webhook has not been told of the newest revision, or of the legal days as they stand today. */
  readonly behind: boolean
  /** Whether some delivery is due. */
  readonly due: boolean
}

const STANDING = `
  select head,
    exists (select from webhook where state = 'on' and (told_revision < head or told_day < $1::date)) as behind,
    exists (select from webhook_delivery where state = 'waiting' and next_at <= $2
      and (claimed_until is null or claimed_until <= $2)) as due
  from (select max(number) as head from revision) as newest`

/** @throws {DatabaseAway} when the database cannot be asked. */
export async function standingAt(today: LocalDate, now: Date): Promise<Standing> {
  const { rows } = await asking(() => kept().editors.pool.query<Standing>(STANDING, [today, now]))
  return rows[0] ?? { head: null, behind: false, due: false }
}

/** A webhook that is on, and up to where it has been told. */
export type Listener = {
  readonly id: string
  readonly kinds: readonly string[]
  readonly materials: readonly string[]
  readonly regimes: readonly string[]
  readonly toldRevision: number
  readonly toldDay: LocalDate
}

/** Who has not been told of a revision, or of the legal days as they stand on a day. */
export async function listenersBehind(head: number, today: LocalDate): Promise<readonly Listener[]> {
  const rows = await asEditors((from) =>
    from.webhook.findMany({
      select: { id: true, kinds: true, materials: true, regimes: true, toldRevision: true, toldDay: true },
      where: { state: 'on', OR: [{ toldRevision: { lt: head } }, { toldDay: { lt: dateOf(today) } }] },
      orderBy: { id: 'asc' },
    }),
  )
  return rows.map(({ toldDay, ...row }) => ({ ...row, toldDay: dayOf(toldDay) }))
}

/** Keeps what a webhook is to be told, and that it has been told up to here: both or neither. */
export async function tell(
  { id }: Listener,
  deliveries: readonly NewDelivery[],
  upTo: { readonly revision: number; readonly day: LocalDate },
): Promise<void> {
  await asking(() =>
    kept().editors.prisma.$transaction(async (transaction: Transaction) => {
      // Of several that look at once, one tells; a webhook that was turned off meanwhile is told nothing.
      const still = await transaction.$queryRaw<unknown[]>`
        select 1 as still from webhook where id = ${id} and state = 'on'
          and (told_revision < ${upTo.revision} or told_day < ${upTo.day}::date) for update`
      if (still.length === 0) return
      await keepDeliveries(transaction, deliveries)
      await transaction.$executeRaw`
        update webhook set told_revision = greatest(told_revision, ${upTo.revision}),
          told_day = greatest(told_day, ${upTo.day}::date) where id = ${id}`
    }),
  )
}
