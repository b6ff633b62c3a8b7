import 'server-only'
import { hkdfSync, randomBytes, randomUUID } from 'node:crypto'
import { symmetricDecrypt, symmetricEncrypt } from 'better-auth/crypto'

/** So long the secret before a rotated one still signs beside it. */
export const OVERLAP_HOURS = 24

/** A new secret as Standard Webhooks writes one. Whoever holds it can sign as Sluice does. */
export function newSecret(): string {
  return `whsec_${randomBytes(32).toString('base64')}`
}

/**
 * The id of a message: the same at every attempt, so that a target can tell what it has received before. Ids of one webhook
 * sort as its messages were made, also those of one instant.
 *
 * @param place of a message among those that are made with it.
 */
export function newMessageId(at: Date, place = 0): string {
  const hex = (value: number, digits: number) => value.toString(16).padStart(digits, '0')
  return `msg_${hex(at.getTime(), 12)}${hex(place, 4)}${randomBytes(8).toString('hex')}`
}

export function newWebhookId(): string {
  return randomUUID()
}

/** Encrypts a secret with a key that is derived from the server's, so that a copy of the database gives none away. */
export function sealed(secret: string, serverSecret: string): Promise<string> {
  return symmetricEncrypt({ key: keyFrom(serverSecret), data: secret })
}

/** The way back; `null` when it was encrypted under another server's secret. */
export async function opened(text: string, serverSecret: string): Promise<string | null> {
  try {
    return await symmetricDecrypt({ key: keyFrom(serverSecret), data: text })
  } catch {
    return null
  }
}

/** A key of its own: what encrypts second factors opens nothing here. */
function keyFrom(serverSecret: string): string {
  return Buffer.from(hkdfSync('sha256', serverSecret, '', 'secrets of webhooks', 32)).toString('base64')
}
