'use server'

import { refresh } from 'next/cache'
import type { SecretMade } from '@/components/admin/webhooks/webhook-form.client'
import { requireAdmin } from '@/lib/auth/guard'
import { comesBack, textOf, UNSENT } from '@/lib/contract/people/form-state'
import { sayWebhookRefusal, webhookField } from '@/lib/contract/webhooks/refusal'
import { subscribe } from '@/lib/notifying/webhooks'

const TEXTS = ['url', 'description', 'materials', 'regimes'] as const

/** A webhook's secret is shown in the answer itself, once, and stands in no address. */
export async function addWebhook(_previous: SecretMade, form: FormData): Promise<SecretMade> {
  const admin = await requireAdmin()
  const [url, description, materials, regimes] = TEXTS.map((name) => textOf(form, name)) as [
    string,
    string,
    string,
    string,
  ]
  const kinds = form.getAll('kinds').filter((value) => typeof value === 'string')
  const made = await subscribe(admin, { url, description, materials, regimes, kinds })
  if (!made.ok) {
    const problems = made.refusal.map((refusal) => ({ field: webhookField(refusal), say: sayWebhookRefusal(refusal) }))
    const state = comesBack(problems, form, TEXTS)
    return { ...state, typed: { ...state.typed, kinds: kinds.join(',') }, secret: null }
  }
  refresh()
  return { ...UNSENT, secret: made.value.secret }
}
