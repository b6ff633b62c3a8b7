'use server'

import { refresh } from 'next/cache'
import { redirect } from 'next/navigation'
import type { SecretMade } from '@/components/admin/webhooks/webhook-form.client'
import { requireAdmin } from '@/lib/auth/guard'
import { mayAct } from '@/lib/auth/too-often'
import { comesBack, UNSENT } from '@/lib/contract/people/form-state'
import { sayWebhookRefusal, type WebhookRefusal } from '@/lib/contract/webhooks/refusal'
import type { Result } from '@/lib/ledger/result'
import { remove, rotate, sendAgain, sendTest, turn } from '@/lib/notifying/webhooks'

export async function turnOn(webhook: string): Promise<void> {
  const admin = await requireAdmin()
  back(webhook, await turn(admin, webhook, 'on'))
}

export async function turnOff(webhook: string): Promise<void> {
  const admin = await requireAdmin()
  back(webhook, await turn(admin, webhook, 'off'))
}

export async function removeWebhook(webhook: string): Promise<void> {
  const admin = await requireAdmin()
  back(webhook, await remove(admin, webhook))
}

export async function testWebhook(webhook: string): Promise<void> {
  const admin = await requireAdmin()
  const may = await mayAct(admin, 'webhook')
  back(webhook, may.ok ? await sendTest(admin, webhook) : may)
}

export async function sendMessageAgain(webhook: string, message: string): Promise<void> {
  const admin = await requireAdmin()
  const may = await mayAct(admin, 'webhook')
  back(webhook, may.ok ? await sendAgain(admin, webhook, message) : may)
}

/** The new secret is shown in the answer itself, once. */
export async function rotateSecret(webhook: string, _previous: SecretMade, form: FormData): Promise<SecretMade> {
  const admin = await requireAdmin()
  const made = await rotate(admin, webhook)
  if (!made.ok) return { ...comesBack([{ field: null, say: sayWebhookRefusal(made.refusal) }], form), secret: null }
  refresh()
  return { ...UNSENT, secret: made.value.secret }
}

/** To the webhook again, with what was refused in its address; to the list where there is no such webhook. */
function back(webhook: string, outcome: Result<unknown, WebhookRefusal>): never {
  if (outcome.ok) redirect(`/admin/webhooks/${webhook}`)
  const { why } = outcome.refusal
  redirect(why === 'no-such-webhook' ? `/admin/webhooks?refused=${why}` : `/admin/webhooks/${webhook}?refused=${why}`)
}
