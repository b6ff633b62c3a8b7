import { isEventKind } from '@/lib/contract/webhooks/kinds'
import { isOutcome } from '@/lib/contract/webhooks/outcome'
import { say } from '@/lib/contract/words/catalogue'

/** Where the pages of webhooks are. */
export function webhookAddress(webhook: string, message?: string): string {
  return `/admin/webhooks/${webhook}${message === undefined ? '' : `/${message}`}`
}

export function kindInWords(kind: string): string {
  return isEventKind(kind) ? say(`webhooks.kind.${kind}`) : say('webhooks.kind.webhook.test')
}

/** What became of an attempt; a word of former times stands as it is. */
export function outcomeInWords(outcome: string): string {
  return isOutcome(outcome) ? say(`webhooks.outcome.${outcome}`) : outcome
}

/** What a webhook is told, and of what. */
export function toldInWords({
  kinds,
  materials,
  regimes,
}: {
  readonly kinds: readonly string[]
  readonly materials: readonly string[]
  readonly regimes: readonly string[]
}): string {
  const keys = [...materials, ...regimes].join(', ')
  const what = kinds.map((kind) => (isEventKind(kind) ? say(`webhooks.short.${kind}`) : kind)).join(', ')
  return keys === '' ? what : say('webhooks.only', { what, keys })
}
