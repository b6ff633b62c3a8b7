import 'server-only'
import { Webhook } from 'standardwebhooks'

/**
 * The headers of a message by the scheme of Standard Webhooks. While a secret is being rotated there are two, and so are the
 * signatures, the new one first: a target accepts either.
 *
 * @param at when this attempt is made: a target refuses what is older than some minutes.
 */
export function signedHeaders(id: string, body: string, at: Date, secrets: readonly string[]) {
  return {
    'webhook-id': id,
    'webhook-timestamp': String(Math.floor(at.getTime() / 1000)),
    'webhook-signature': secrets.map((secret) => new Webhook(secret).sign(id, at, body)).join(' '),
  }
}
