import 'server-only'
import type { Transaction } from '../editing/transaction'
import type { Prisma } from '../generated/client'
import { known } from '../rows/cell'

const STATES = ['waiting', 'delivered', 'given-up', 'dropped'] as const

/** `dropped`: the webhook was turned off before it was delivered. */
export type DeliveryState = (typeof STATES)[number]

/** An event on its way to one webhook. `event` is the same for all webhooks that are told of it, `id` is the message's own. */
export type NewDelivery = {
  readonly id: string
  readonly webhook: string
  readonly event: string
  readonly kind: string
  /** The body, sign for sign as it is signed and sent. */
  readonly payload: string
  readonly at: Date
}

export type KeptAttempt = {
  readonly number: number
  readonly at: string
  readonly ms: number
  readonly outcome: string
  readonly code: number | null
  readonly excerpt: string
}

export type KeptDelivery = {
  readonly id: string
  readonly kind: string
  readonly payload: string
  readonly state: DeliveryState
  readonly madeAt: string
  /** The next attempt; `null` when there is none. */
  readonly nextAt: string | null
  readonly attempts: readonly KeptAttempt[]
}

/** Keeps events for webhooks; one that is kept already stays as it is. */
export async function keepDeliveries(transaction: Transaction, deliveries: readonly NewDelivery[]): Promise<void> {
  const data = deliveries.map(({ at, ...rest }) => ({ ...rest, nextAt: at, madeAt: at }))
  await transaction.webhookDelivery.createMany({ data, skipDuplicates: true })
}

type Row = Prisma.WebhookDeliveryGetPayload<{ include: { tries: true } }>

const WITH_ATTEMPTS = { tries: { orderBy: { number: 'asc' } } } as const

/** The newest first. */
export async function deliveriesOf(from: Transaction, webhook: string, most: number): Promise<readonly KeptDelivery[]> {
  const rows = await from.webhookDelivery.findMany({
    where: { webhook },
    include: WITH_ATTEMPTS,
    orderBy: [{ madeAt: 'desc' }, { id: 'desc' }],
    take: most,
  })
  return rows.map(deliveryFrom)
}

/** One delivery of a webhook; `null` for what is none of it. */
export async function deliveryOf(from: Transaction, webhook: string, id: string): Promise<KeptDelivery | null> {
  if ([webhook, id].some((text) => typeof text !== 'string' || text.includes('\0'))) return null
  const row = await from.webhookDelivery.findUnique({ where: { id, webhook }, include: WITH_ATTEMPTS })
  return row === null ? null : deliveryFrom(row)
}

/** Puts what has ended without being received on its way again. */
export async function tryAgain(transaction: Transaction, id: string, at: Date): Promise<boolean> {
  const { count } = await transaction.webhookDelivery.updateMany({
    where: { id, state: { in: ['given-up', 'dropped'] } },
    data: { state: 'waiting', nextAt: at },
  })
  return count === 1
}

/** What waits for a webhook that is turned off is sent no more. One that is on its way right now may still be received. */
export async function dropWaiting(transaction: Transaction, webhook: string): Promise<void> {
  await transaction.webhookDelivery.updateMany({
    where: { webhook, state: 'waiting' },
    data: { state: 'dropped' },
  })
}

function deliveryFrom({ tries, state, madeAt, nextAt, ...row }: Row): KeptDelivery {
  return {
    id: row.id,
    kind: row.kind,
    payload: row.payload,
    state: known(STATES, state, 'state of a delivery'),
    madeAt: madeAt.toISOString(),
    nextAt: state === 'waiting' ? nextAt.toISOString() : null,
    attempts: tries.map(({ delivery: _of, at, ...attempt }) => ({ ...attempt, at: at.toISOString() })),
  }
}
