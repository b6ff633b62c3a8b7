import { createHmac } from 'node:crypto'
import { Webhook } from 'standardwebhooks'
import { expect, test } from 'vitest'
import { newMessageId, newSecret, opened, sealed } from '@/lib/notifying/secrets'
import { signedHeaders } from '@/lib/notifying/signature'

const BODY = '{"type":"revision.published","timestamp":"2026-11-22T08:00:00.000Z","data":{"reason":"公告第70号"}}'

/** The scheme in three lines of its own: HMAC-SHA256 over id, seconds and body. */
function signatureBy(
  secret: string,
  { 'webhook-id': id, 'webhook-timestamp': at }: Record<string, string>,
  body: string,
) {
  const key = Buffer.from(secret.replace('whsec_', ''), 'base64')
  return `v1,${createHmac('sha256', key).update(`${id}.${at}.${body}`).digest('base64')}`
}

test('a message is signed by the scheme of Standard Webhooks', () => {
  const [secret, at] = [newSecret(), new Date()]
  const headers = signedHeaders('msg_1', BODY, at, [secret])

  expect(headers).toEqual({
    'webhook-id': 'msg_1',
    'webhook-timestamp': String(Math.floor(at.getTime() / 1000)),
    'webhook-signature': signatureBy(secret, headers, BODY),
  })
  expect(new Webhook(secret).verify(BODY, headers)).toEqual(JSON.parse(BODY))
  expect(() => new Webhook(secret).verify(`${BODY} `, headers)).toThrow('No matching signature')
  expect(() => new Webhook(newSecret()).verify(BODY, headers)).toThrow('No matching signature')
})

test('the example that the scheme itself gives comes out', () => {
  const secret = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw'
  const at = new Date(1_614_265_330_000)
  expect(signedHeaders('msg_p5jXN8AQM9LWM0D4loKWxJek', '{"test": 2432232314}', at, [secret])['webhook-signature']).toBe(
    'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=',
  )
})

test('while a secret is rotated, whoever has the old one or the new one can verify', () => {
  const [now, before] = [newSecret(), newSecret()]
  const headers = signedHeaders('msg_2', BODY, new Date(), [now, before])

  for (const secret of [now, before]) expect(new Webhook(secret).verify(BODY, headers)).toEqual(JSON.parse(BODY))
  expect(headers['webhook-signature'].split(' ')[0]).toBe(signatureBy(now, headers, BODY))
})

test('secrets are long, and never the same', () => {
  const secrets = new Set(Array.from({ length: 50 }, newSecret))
  expect(secrets.size).toBe(50)
  for (const secret of secrets) expect(secret).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/)
})

test('ids of messages sort as the messages were made', () => {
  const [at, later] = [new Date('2026-11-22T08:00:00.000Z'), new Date('2026-11-22T08:00:00.001Z')]
  const ids = [newMessageId(at), newMessageId(at, 1), newMessageId(at, 300), newMessageId(later)]
  expect(ids.toSorted()).toEqual(ids)
  expect(ids.filter((id) => !/^msg_[0-9a-f]{32}$/.test(id))).toEqual([])
})

test('what is kept of a secret does not hold it, and opens only with the secret of the server', async () => {
  const secret = newSecret()
  const kept = await sealed(secret, 'a secret of the server that is long')

  expect(kept).not.toContain(secret.slice(6, 20))
  expect(await opened(kept, 'a secret of the server that is long')).toBe(secret)
  expect(await opened(kept, 'another secret of a server, as long')).toBeNull()
})
