import 'server-only'
import type { LocalDate } from '@/lib/ledger/interval'
import type { Transaction } from '../editing/transaction'
import type { Prisma } from '../generated/client'
import { dateOf, known } from '../rows/cell'

const STATES = ['on', 'off', 'gone', 'removed'] as const

/** Whether events are sent: turned off by an admin, gone by what the target said, or removed and kept for the log. */
export type WebhookState = (typeof STATES)[number]

/** A webhook as admins see it: never with a secret. */
export type KeptWebhook = {
  readonly id: string
  readonly url: string
  readonly description: string
  readonly kinds: readonly string[]
  readonly materials: readonly string[]
  readonly regimes: readonly string[]
  readonly state: WebhookState
  /** Until when the secret before this one still signs; `null` when there is none. */
  readonly earlierUntil: string | null
  readonly toldRevision: number
  readonly createdBy: string
  readonly createdAt: string
}

/** The same in a list, with what was last heard of its target. */
export type WebhookInList = KeptWebhook & {
  readonly lastSuccess: string | null
  readonly lastFailure: string | null
  readonly waiting: number
  readonly givenUp: number
}

export type NewWebhook = {
  readonly id: string
  readonly url: string
  readonly description: string
  readonly kinds: readonly string[]
  readonly materials: readonly string[]
  readonly regimes: readonly string[]
  /** Encrypted. */
  readonly secret: string
  /** It is told of what comes after these two. */
  readonly toldRevision: number
  readonly toldDay: LocalDate
  readonly createdBy: string
}

export async function addWebhook(transaction: Transaction, webhook: NewWebhook): Promise<void> {
  const { kinds, materials, regimes, toldDay, ...rest } = webhook
  await transaction.webhook.create({
    data: {
      ...rest,
      kinds: [...kinds],
      materials: [...materials],
      regimes: [...regimes],
      toldDay: dateOf(toldDay),
    },
  })
}

/** Without the columns that hold secrets. */
const SHOWN = {
  id: true,
  url: true,
  description: true,
  kinds: true,
  materials: true,
  regimes: true,
  state: true,
  earlierUntil: true,
  toldRevision: true,
  createdAt: true,
  maker: { select: { name: true } },
} as const satisfies Prisma.WebhookSelect

type Row = Prisma.WebhookGetPayload<{ select: typeof SHOWN }>

/** Those that are on first, removed ones last; of each state the newest first. */
export async function webhooks(from: Transaction): Promise<readonly WebhookInList[]> {
  const rows = await from.webhook.findMany({ select: SHOWN, orderBy: [{ createdAt: 'desc' }, { id: 'asc' }] })
  const heard = await from.$queryRaw<
    { webhook: string; success: Date | null; failure: Date | null; waiting: number; given_up: number }[]
  >`select d.webhook,
      max(a.at) filter (where a.outcome = 'delivered') as success,
      max(a.at) filter (where a.outcome <> 'delivered') as failure,
      (count(distinct d.id) filter (where d.state = 'waiting'))::integer as waiting,
      (count(distinct d.id) filter (where d.state = 'given-up'))::integer as given_up
    from webhook_delivery d left join webhook_attempt a on a.delivery = d.id group by d.webhook`
  const of = new Map(heard.map((one) => [one.webhook, one]))
  return rows
    .map((row) => ({
      ...webhookFrom(row),
      lastSuccess: of.get(row.id)?.success?.toISOString() ?? null,
      lastFailure: of.get(row.id)?.failure?.toISOString() ?? null,
      waiting: of.get(row.id)?.waiting ?? 0,
      givenUp: of.get(row.id)?.given_up ?? 0,
    }))
    .toSorted((a, b) => STATES.indexOf(a.state) - STATES.indexOf(b.state))
}

/** The webhook under an id; `null` for what is none. */
export async function webhookOf(from: Transaction, id: string): Promise<KeptWebhook | null> {
  if (typeof id !== 'string' || id.includes('\0')) return null
  const row = await from.webhook.findUnique({ select: SHOWN, where: { id } })
  return row === null ? null : webhookFrom(row)
}

/** What changes about a webhook. Turned on again, it is told of what comes after that moment. */
export type WebhookChange =
  | { readonly state: 'on'; readonly toldRevision: number; readonly toldDay: LocalDate }
  | { readonly state: 'off' | 'gone' }
  | { readonly state: 'removed' }
  /** Encrypted, as is the one until now, which signs beside it until `earlierUntil`. */
  | { readonly secret: string; readonly earlierUntil: Date }

export async function changeWebhook(transaction: Transaction, id: string, change: WebhookChange): Promise<void> {
  if ('secret' in change) {
    await transaction.$executeRaw`
      update webhook set earlier_secret = secret, earlier_until = ${change.earlierUntil}, secret = ${change.secret}
      where id = ${id} and state <> 'removed'`
    return
  }
  const data =
    change.state === 'on'
      ? { state: 'on', toldRevision: change.toldRevision, toldDay: dateOf(change.toldDay) }
      : change.state === 'removed'
        ? { state: 'removed', secret: null, earlierSecret: null, earlierUntil: null }
        : { state: change.state }
  await transaction.webhook.update({ where: { id }, data })
}

function webhookFrom({ maker, state, createdAt, earlierUntil, ...row }: Row): KeptWebhook {
  return {
    ...row,
    state: known(STATES, state, 'state of a webhook'),
    earlierUntil: earlierUntil?.toISOString() ?? null,
    createdBy: maker.name,
    createdAt: createdAt.toISOString(),
  }
}
