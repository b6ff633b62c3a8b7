import { say } from '@/lib/contract/words/catalogue'
import type { EventKind } from './kinds'

/** Why something about webhooks is not done. */
export type WebhookRefusal =
  | { readonly why: 'no-such-webhook' }
  | { readonly why: 'no-such-delivery' }
  /** It is turned off, or its target is gone: nothing is sent. */
  | { readonly why: 'not-on' }
  /** It was removed: nothing about it can be changed any more. */
  | { readonly why: 'removed' }
  /** The delivery waits for its next attempt, or was received. */
  | { readonly why: 'not-ended' }
  /** The database was busy, or refused it. */
  | { readonly why: 'not-kept' }
  /** Messages were sent by hand too often. */
  | { readonly why: 'wait' }
  | { readonly why: 'no-url' }
  | { readonly why: 'not-a-url' }
  | { readonly why: 'not-https' }
  | { readonly why: 'url-has-credentials' }
  | { readonly why: 'not-public' }
  | { readonly why: 'no-description' }
  | { readonly why: 'no-kind' }
  | { readonly why: 'no-such-material'; readonly key: string }
  | { readonly why: 'no-such-regime'; readonly key: string }

/** What an admin asks for, once it has been read. Empty lists let everything through. */
export type Subscription = {
  readonly url: string
  readonly description: string
  readonly kinds: readonly EventKind[]
  readonly materials: readonly string[]
  readonly regimes: readonly string[]
}

export function sayWebhookRefusal(refusal: WebhookRefusal): string {
  switch (refusal.why) {
    case 'no-such-material':
      return say('webhooks.refused.no-such-material', { key: refusal.key })
    case 'no-such-regime':
      return say('webhooks.refused.no-such-regime', { key: refusal.key })
    default:
      return say(`webhooks.refused.${refusal.why}`)
  }
}

const FIELDS: { readonly [why in WebhookRefusal['why']]?: 'url' | 'description' | 'materials' | 'regimes' } = {
  'no-url': 'url',
  'not-a-url': 'url',
  'not-https': 'url',
  'url-has-credentials': 'url',
  'not-public': 'url',
  'no-description': 'description',
  'no-such-material': 'materials',
  'no-such-regime': 'regimes',
}

/** The field of the form that a refusal is about; `null` when it is about something else. */
export function webhookField({ why }: WebhookRefusal) {
  return FIELDS[why] ?? null
}

const IN_ADDRESS = [
  'no-such-webhook',
  'no-such-delivery',
  'not-on',
  'removed',
  'not-ended',
  'not-kept',
  'wait',
] as const

/** The sentence for a refusal that an address names; `null` for an address that names none. */
export function sayWebhookRefusedInAddress(why: unknown): string | null {
  const known = IN_ADDRESS.find((word) => word === why)
  return known === undefined ? null : sayWebhookRefusal({ why: known })
}
