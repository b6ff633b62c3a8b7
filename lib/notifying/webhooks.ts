import 'server-only'
import type { Admin } from '@/lib/auth/person'
import { dayInBeijing } from '@/lib/contract/beijing'
import type { Act } from '@/lib/contract/people/acts'
import type { Subscription, WebhookRefusal } from '@/lib/contract/webhooks/refusal'
import { readSubscription, type TypedSubscription } from '@/lib/contract/webhooks/subscription'
import { asEditors, inTransaction, type Transaction } from '@/lib/db/editing/transaction'
import { ledgerAt } from '@/lib/db/ledger'
import { logAct } from '@/lib/db/people/audit'
import { headRevision } from '@/lib/db/revisions'
import { deliveriesOf, deliveryOf, dropWaiting, keepDeliveries, tryAgain } from '@/lib/db/webhooks/deliveries'
import { addWebhook, changeWebhook, type KeptWebhook, webhookOf, webhooks } from '@/lib/db/webhooks/webhooks'
import { ok, type Result, refused } from '@/lib/ledger/result'
import { ofTest } from './messages'
import { isPrivateLiteral } from './public-address'
import { newMessageId, newSecret, newWebhookId, OVERLAP_HOURS, sealed } from './secrets'
import { notifyingSettings } from './settings'

type Done<Value = null> = Promise<Result<Value, WebhookRefusal>>

/** How many deliveries a webhook's page lists. */
const LISTED = 100

/** Every webhook there is or was, those that are on first. */
export function allWebhooks(_admin: Admin) {
  return asEditors(webhooks)
}

/** A webhook with its newest deliveries; `null` for what is none. */
export async function webhookPage(_admin: Admin, id: string) {
  return asEditors(async (from) => {
    const webhook = await webhookOf(from, id)
    if (webhook === null) return null
    const { earlierUntil } = webhook
    const isOver = earlierUntil !== null && earlierUntil <= new Date().toISOString()
    const deliveries = await deliveriesOf(from, id, LISTED)
    return { webhook: isOver ? { ...webhook, earlierUntil: null } : webhook, deliveries, most: LISTED }
  })
}

/** One delivery of a webhook; `null` for what is none. */
export async function deliveryPage(_admin: Admin, id: string, message: string) {
  return asEditors(async (from) => {
    const webhook = await webhookOf(from, id)
    const delivery = webhook === null ? null : await deliveryOf(from, id, message)
    return webhook === null || delivery === null ? null : { webhook, delivery }
  })
}

/**
 * Adds a webhook. It is told of what is published from now on.
 *
 * @returns its id and its secret, which is told once: it is kept encrypted, and shown nowhere again.
 */
export async function subscribe(
  admin: Admin,
  typed: TypedSubscription,
): Promise<Result<{ readonly id: string; readonly secret: string }, readonly WebhookRefusal[]>> {
  const { allowPrivate, secret: serverSecret } = notifyingSettings()
  const read = readSubscription(typed, allowPrivate)
  if (!read.ok) return read
  const head = (await headRevision()) ?? 0
  const wrong = await unknownIn(read.value, head, allowPrivate)
  if (wrong.length > 0) return refused(wrong)

  const [id, secret] = [newWebhookId(), newSecret()]
  const from = { toldRevision: head, toldDay: dayInBeijing(new Date()), createdBy: admin.id }
  const kept = { id, ...read.value, ...from, secret: await sealed(secret, serverSecret) }
  const done = await inTransaction(async (transaction) => {
    await addWebhook(transaction, kept)
    await log(transaction, admin, 'webhook.added', id, { host: new URL(read.value.url).host })
    return ok(null)
  })
  return done.ok ? ok({ id, secret }) : refused([{ why: 'not-kept' }])
}

/** What only the record can tell: keys that stand nowhere; and a host that is no public one. */
async function unknownIn(
  { url, materials, regimes }: Subscription,
  head: number,
  allowPrivate: boolean,
): Promise<readonly WebhookRefusal[]> {
  const record = await ledgerAt(head)
  const isKnown = (list: readonly { readonly key: string }[] | undefined, key: string) =>
    list?.some((one) => one.key === key) === true
  return [
    ...(!allowPrivate && isPrivateLiteral(new URL(url).hostname) ? [{ why: 'not-public' } as const] : []),
    ...materials.flatMap((key) => (isKnown(record?.materials, key) ? [] : [{ why: 'no-such-material', key } as const])),
    ...regimes.flatMap((key) => (isKnown(record?.regimes, key) ? [] : [{ why: 'no-such-regime', key } as const])),
  ]
}

/** Turns a webhook on, from now on; or off, with all that waits. */
export async function turn(admin: Admin, id: string, state: 'on' | 'off'): Done {
  const head = (await headRevision()) ?? 0
  return change(id, async (transaction) => {
    const now = { toldRevision: head, toldDay: dayInBeijing(new Date()) }
    await changeWebhook(transaction, id, state === 'on' ? { state, ...now } : { state })
    if (state === 'off') await dropWaiting(transaction, id)
    await log(transaction, admin, state === 'on' ? 'webhook.turned-on' : 'webhook.turned-off', id)
    return ok(null)
  })
}

/** Gives a webhook another secret, told once. The one until now signs beside it for `OVERLAP_HOURS`. */
export async function rotate(admin: Admin, id: string): Done<{ readonly secret: string }> {
  const secret = newSecret()
  const kept = await sealed(secret, notifyingSettings().secret)
  const earlierUntil = new Date(Date.now() + OVERLAP_HOURS * 3_600_000)
  return change(id, async (transaction) => {
    await changeWebhook(transaction, id, { secret: kept, earlierUntil })
    await log(transaction, admin, 'webhook.secret-rotated', id)
    return ok({ secret })
  })
}

/** Ends a webhook for good. What it was sent stays to be looked at; its secrets go. */
export async function remove(admin: Admin, id: string): Done {
  return change(id, async (transaction) => {
    await changeWebhook(transaction, id, { state: 'removed' })
    await dropWaiting(transaction, id)
    await log(transaction, admin, 'webhook.removed', id)
    return ok(null)
  })
}

/** Sends a test event, which says of itself that it is one. */
export async function sendTest(admin: Admin, id: string): Done {
  const now = new Date()
  const message = newMessageId(now)
  const { event, kind, payload } = ofTest(message, now)
  return change(id, async (transaction, { state }) => {
    if (state !== 'on') return refused<WebhookRefusal>({ why: 'not-on' })
    await keepDeliveries(transaction, [{ id: message, webhook: id, event, kind, payload, at: now }])
    await log(transaction, admin, 'webhook.tested', id)
    return ok(null)
  })
}

/** Sends an event again that was given up, or dropped when the webhook was turned off. */
export async function sendAgain(admin: Admin, id: string, message: string): Done {
  return change(id, async (transaction, { state }) => {
    if (state !== 'on') return refused<WebhookRefusal>({ why: 'not-on' })
    if ((await deliveryOf(transaction, id, message)) === null)
      return refused<WebhookRefusal>({ why: 'no-such-delivery' })
    if (!(await tryAgain(transaction, message, new Date()))) return refused<WebhookRefusal>({ why: 'not-ended' })
    await log(transaction, admin, 'webhook.delivery-retried', id, { delivery: message })
    return ok(null)
  })
}

/** What changes a webhook that is there and was not removed. */
async function change<Value>(
  id: string,
  work: (transaction: Transaction, webhook: KeptWebhook) => Promise<Result<Value, WebhookRefusal>>,
): Done<Value> {
  const done = await inTransaction<Value, WebhookRefusal>(async (transaction) => {
    const webhook = await webhookOf(transaction, id)
    if (webhook === null) return refused({ why: 'no-such-webhook' })
    if (webhook.state === 'removed') return refused({ why: 'removed' })
    return work(transaction, webhook)
  })
  if (done.ok) return done
  return refused(
    'guard' in done.refusal || done.refusal.why === 'busy' || done.refusal.why === 'away'
      ? { why: 'not-kept' }
      : done.refusal,
  )
}

function log(
  transaction: Transaction,
  admin: Admin,
  act: Act,
  subject: string,
  detail: { readonly [name: string]: string } = {},
): Promise<void> {
  return logAct(transaction, { person: admin.id, act, subject, detail })
}
