import 'server-only'
import { asking } from '../away'
import { kept } from '../client'
import type { Transaction } from '../editing/transaction'
import { logAct } from '../people/audit'
import { dropWaiting } from './deliveries'
import { changeWebhook } from './webhooks'

/** A delivery that this process, and no other, is to send now. Secrets are encrypted. */
export type Claimed = {
  readonly claim: string
  readonly id: string
  readonly payload: string
  /** How many attempts there were before. */
  readonly attempts: number
  readonly webhook: string
  readonly url: string
  readonly secret: string
  readonly earlierSecret: string | null
}

/**
 * One delivery at most of each webhook that has none on its way, so that a target that hangs keeps nothing waiting but
 * what is its own. Whoever else asks at this moment passes over what is locked, and the conditions on the row itself are asked
 * again when it was claimed in between.
 */
const CLAIM = `
  with free as (
    select id from webhook w where state = 'on'
      and exists (select from webhook_delivery d where d.webhook = w.id and d.state = 'waiting' and d.next_at <= $1)
      and not exists (select from webhook_delivery d where d.webhook = w.id and d.claimed_until > $1)
    order by (select min(d.next_at) from webhook_delivery d where d.webhook = w.id and d.state = 'waiting'), id
    limit $2 for update skip locked
  ), first as (
    select distinct on (d.webhook) d.id from webhook_delivery d join free on free.id = d.webhook
    where d.state = 'waiting' and d.next_at <= $1 order by d.webhook, d.next_at, d.id
  )
  update webhook_delivery d set claim = $3, claimed_until = $4 from webhook w
  where d.id in (select id from first) and w.id = d.webhook
    and d.state = 'waiting' and d.next_at <= $1 and (d.claimed_until is null or d.claimed_until <= $1)
  returning $3 as claim, d.id, d.payload, d.attempts, d.webhook, w.url, w.secret,
    case when w.earlier_until > $1 then w.earlier_secret end as "earlierSecret"`

/**
 * Takes on deliveries that are due, the longest due first.
 *
 * @param claim a name for this taking; whoever does not answer for it by `until` loses it to others.
 */
export async function claimDue(claim: string, now: Date, until: Date, most: number): Promise<readonly Claimed[]> {
  const { rows } = await asking(() => kept().editors.pool.query<Claimed>(CLAIM, [now, most, claim, until]))
  return rows
}

/** Gives back what was taken on and not sent. */
export async function release({ id, claim }: Claimed): Promise<void> {
  await asking(() =>
    kept().editors.prisma.webhookDelivery.updateMany({
      where: { id, claim },
      data: { claim: null, claimedUntil: null },
    }),
  )
}

/** How an attempt ended, and what comes next. */
export type Ended = {
  readonly at: Date
  readonly ms: number
  /** A word of the contract's. */
  readonly outcome: string
  readonly code: number | null
  readonly excerpt: string
  /** The next attempt; `null` where there is none, because this one was received or the last. */
  readonly nextAt: Date | null
}

/** Writes down how an attempt ended. A claim that was lost in the meantime leaves no trace: another attempt counts. */
export async function closeAttempt({ id, claim, webhook }: Claimed, ended: Ended): Promise<void> {
  const { nextAt, ...attempt } = ended
  const state = nextAt !== null ? 'waiting' : attempt.outcome === 'delivered' ? 'delivered' : 'given-up'
  await asking(() =>
    kept().editors.prisma.$transaction(async (transaction) => {
      const [row] = await transaction.$queryRaw<{ attempts: number }[]>`
        update webhook_delivery set state = case when state = 'dropped' and ${state} <> 'delivered' then state else ${state} end,
          attempts = attempts + 1, claim = null, claimed_until = null,
          next_at = coalesce(${nextAt}, next_at) where id = ${id} and claim = ${claim} returning attempts`
      if (row === undefined) return
      await transaction.webhookAttempt.create({ data: { delivery: id, number: row.attempts, ...attempt } })
      if (attempt.outcome === 'gone') await turnOff(transaction, webhook)
    }),
  )
}

async function turnOff(transaction: Transaction, webhook: string): Promise<void> {
  await changeWebhook(transaction, webhook, { state: 'gone' })
  await dropWaiting(transaction, webhook)
  await logAct(transaction, {
    person: null,
    act: 'webhook.turned-off',
    subject: webhook,
    detail: { because: 'the target answered 410' },
  })
}
