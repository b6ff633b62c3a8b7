import type { ServerResponse } from 'node:http'
import { Webhook } from 'standardwebhooks'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import type { Admin } from '@/lib/auth/person'
import type { Outcome } from '@/lib/contract/webhooks/outcome'
import { DatabaseAway } from '@/lib/db/away'
import { closeDatabase, kept } from '@/lib/db/client'
import { keepLooking, type NotifierSettings, notifier } from '@/lib/notifying/notifier'
import {
  allWebhooks,
  deliveryPage,
  remove,
  rotate,
  sendAgain,
  sendTest,
  subscribe,
  turn,
  webhookPage,
} from '@/lib/notifying/webhooks'
import { value } from '../editing/desk'
import { useDatabase } from '../support/database'
import { anaAndBen } from '../support/people'
import { append } from '../support/revisions'
import { aTarget, type Target } from '../support/target'
import { openSql, type Sql } from './sql'

const ADA = { id: 'ada', name: 'Ada', email: 'ada@example.org', role: 'admin', publicName: null } as unknown as Admin
const SECRET = 'a secret of the tests that is long enough'

let owner: Sql

beforeAll(async () => {
  process.env['SLUICE_SECRET'] = SECRET
  process.env['WEBHOOKS_ALLOW_PRIVATE'] = '1'
  owner = await openSql(await useDatabase('record'))
  await anaAndBen(kept().editors)
  await kept().editors.prisma.person.create({ data: { id: 'ada', name: 'Ada', email: ADA.email, role: 'admin' } })
})

afterAll(async () => {
  await owner.close()
  await closeDatabase()
})

const targets: Target[] = []
const told: unknown[] = []
/** The clock of these tests begins at the real instant and goes on by hand. */
let ahead = 0

afterEach(async () => {
  ahead = 0
  await Promise.all(targets.splice(0).map((target) => target.close()))
  for (const { id, state } of await allWebhooks(ADA)) if (state !== 'removed') value(await remove(ADA, id))
  expect(told.splice(0)).toEqual([])
})

async function target(answer: (response: ServerResponse) => void): Promise<Target> {
  const made = await aTarget(answer)
  targets.push(made)
  return made
}

const answering = (status: number) => target((response) => void response.writeHead(status).end('Said in few words.'))
const hanging = () => target(() => undefined)

const ALL = ['revision.published', 'revision.corrected', 'deadline.approaching', 'deadline.passed']

async function aWebhookTo(to: Target, said: { readonly kinds?: readonly string[]; readonly materials?: string } = {}) {
  const typed = { url: to.url, description: 'A hook', kinds: ALL, materials: '', regimes: '', ...said }
  return value(await subscribe(ADA, typed))
}

function someone(said: Partial<NotifierSettings> = {}) {
  return notifier({
    secret: SECRET,
    allowPrivate: true,
    patienceMs: 20_000,
    origin: 'https://sluice.example',
    clock: () => new Date(Date.now() + ahead),
    dice: () => 0,
    atOnce: 8,
    claimMs: 30_000,
    report: (error) => told.push(error),
    ...said,
  })
}

async function lookUntilQuiet(said: Partial<NotifierSettings> = {}): Promise<void> {
  const one = someone(said)
  await one.look()
  await one.settled()
}

/** The messages of a webhook, the oldest first: kind, state, and how each attempt ended. */
async function messagesOf(id: string) {
  const { deliveries } = (await webhookPage(ADA, id)) ?? { deliveries: [] }
  return deliveries.toReversed().map(({ kind, state, attempts }) => [kind, state, attempts.map((one) => one.outcome)])
}

async function onlyMessageOf(id: string) {
  const [message] = (await webhookPage(ADA, id))?.deliveries ?? []
  if (message === undefined) throw new Error('no message')
  return message
}

describe('a revision', () => {
  test('is told once to who asked, signed and with its own address, however often and by however many it is looked', async () => {
    const [everything, corrections, elements] = [await answering(204), await answering(204), await answering(204)]
    const { id, secret } = await aWebhookTo(everything)
    await aWebhookTo(corrections, { kinds: ['revision.corrected'] })
    await aWebhookTo(elements, { kinds: ['revision.corrected'], materials: 'la' })
    const [first, second] = [someone(), someone()]
    await append(kept().editors, { kind: 'law', reason: 'Told of' }, [])
    await append(kept().editors, { kind: 'correction', reason: 'Put right' }, [])
    await Promise.all([first.look(), second.look()])
    await Promise.all([first.settled(), second.settled()])
    await lookUntilQuiet()

    expect(await messagesOf(id)).toEqual([
      ['revision.published', 'delivered', ['delivered']],
      ['revision.corrected', 'delivered', ['delivered']],
    ])
    const said = everything.received.map(({ headers, body }) => new Webhook(secret).verify(body, headers as never))
    const ofRevision = (revision: number, type: string, kind: string, reason: string) =>
      expect.objectContaining({
        type,
        data: expect.objectContaining({
          ...{ revision, kind, reason, cellsFlipped: 0, materials: [], regimes: [] },
          address: expect.stringMatching(
            new RegExp(`^https://sluice\\.example/r/${revision}/\\d{4}-\\d\\d-\\d\\d/changes/${revision}$`),
          ),
        }),
      })
    expect(said).toHaveLength(2)
    expect(said).toContainEqual(ofRevision(2, 'revision.published', 'law', 'Told of'))
    expect(said).toContainEqual(ofRevision(3, 'revision.corrected', 'correction', 'Put right'))
    expect(corrections.received.map(({ body }) => JSON.parse(body).data.revision)).toEqual([3])
    expect(elements.received).toEqual([])
  })

  test('published while nobody looked is told by whoever looks next', async () => {
    const to = await answering(200)
    const { id } = await aWebhookTo(to)
    for (const reason of ['One', 'Two', 'Three']) await append(kept().editors, { kind: 'addition', reason }, [])
    ahead = 40 * 24 * 3_600_000
    await lookUntilQuiet()

    const reasons = to.received.map(({ body }) => JSON.parse(body).data.reason)
    expect(reasons.filter((reason) => reason !== undefined).sort()).toEqual(['One', 'Three', 'Two'])
    expect((await messagesOf(id)).every(([, state]) => state === 'delivered')).toBe(true)
  })

  test('published while the webhook was off is not told', async () => {
    const to = await answering(200)
    const { id } = await aWebhookTo(to)
    value(await turn(ADA, id, 'off'))
    await append(kept().editors, { kind: 'addition', reason: 'Unheard' }, [])
    await lookUntilQuiet()
    value(await turn(ADA, id, 'on'))
    await lookUntilQuiet()
    expect(await messagesOf(id)).toEqual([])
  })
})

describe('who is told', () => {
  test('is told although somebody else cannot be, which is reported, and made up for', async () => {
    const [broken, fine] = [await answering(200), await answering(200)]
    const hooks = await Promise.all([broken, fine].map((to) => aWebhookTo(to, { kinds: ['revision.published'] })))
    const { id: spoilt = '' } = hooks.toSorted((one, other) => (one.id < other.id ? -1 : 1))[0] ?? {}
    await owner.run(`
      create function cannot_be_told() returns trigger language plpgsql as
        $$ begin if new.webhook = '${spoilt}' then raise exception 'cannot be told'; end if; return new; end $$;
      create trigger cannot_be_told before insert on webhook_delivery for each row execute function cannot_be_told();`)
    await append(kept().editors, { kind: 'law', reason: 'Told of all the same' }, [])
    await lookUntilQuiet()
    await owner.run('drop trigger cannot_be_told on webhook_delivery; drop function cannot_be_told()')

    expect(told.splice(0).map(String).join()).toContain('cannot be told')
    expect([broken, fine].map(({ received }) => received.length).sort()).toEqual([0, 1])
    await lookUntilQuiet()
    expect([broken, fine].map(({ received }) => received.length)).toEqual([1, 1])
  })

  test('before anything was recorded begins with the first revision, and hears of the second', async () => {
    const to = await answering(200)
    const { id } = await aWebhookTo(to, { kinds: ['revision.published'] })
    await kept().editors.pool.query('update webhook set told_revision = 0 where id = $1', [id])
    await lookUntilQuiet()
    expect(to.received.map(({ body }) => JSON.parse(body).data.revision).toSorted()[0]).toBe(2)
  })
})

test('a day that passes with nothing published is told once, and legal days before they come', async () => {
  const to = await answering(200)
  const { id } = await aWebhookTo(to, { kinds: ['deadline.approaching', 'deadline.passed'] })
  const at = (instant: string) => () => new Date(instant)
  await kept().editors.pool.query('update webhook set told_day = $1 where id = $2', ['2026-10-11', id])
  const [sent, day] = [
    () =>
      to.received.map(({ body }) => JSON.parse(body)).filter(({ data }) => data.id === 'cn-2025-70.suspension-ends'),
    { on: '2026-11-11', lastDay: '2026-11-10', instrument: 'cn-2025-70' },
  ]
  // What is made at an instant is sent at that instant; attempts are timed by the same clock.
  await lookUntilQuiet({ clock: at('2026-10-11T16:00:00Z') })
  await lookUntilQuiet({ clock: at('2026-10-12T03:00:00Z') })
  expect(sent()).toMatchObject([{ type: 'deadline.approaching', data: { ...day, daysLeft: 30 } }])

  await lookUntilQuiet({ clock: at('2026-11-10T15:59:59Z') })
  expect(sent()).toHaveLength(2)
  await lookUntilQuiet({ clock: at('2026-11-10T16:00:00Z') })
  await lookUntilQuiet({ clock: at('2026-11-11T16:00:00Z') })
  expect(sent().slice(1)).toMatchObject([
    { type: 'deadline.approaching', data: { ...day, daysLeft: 1 } },
    { type: 'deadline.passed', data: { ...day, published: 'nothing' } },
  ])
})

describe('a target', () => {
  test('that hangs is cut off, and keeps nobody else waiting', async () => {
    const [slow, quick] = [await hanging(), await answering(200)]
    const [{ id }, other] = [await aWebhookTo(slow), await aWebhookTo(quick)]
    for (let sent = 0; sent < 5; sent += 1) {
      value(await sendTest(ADA, id))
      value(await sendTest(ADA, other.id))
    }
    const one = someone({ patienceMs: 1_500, atOnce: 2 })
    await one.look()
    await Promise.all([quick.hasReceived(5), slow.hasReceived(1)])
    expect((await messagesOf(id)).flatMap(([, , ended]) => ended)).toEqual([])

    await one.stop()
    await lookUntilQuiet({ patienceMs: 50 })
    expect(await messagesOf(id)).toEqual(Array(5).fill(['webhook.test', 'waiting', ['too-slow']]))
  })

  test('that hangs in the middle of its answer has answered', async () => {
    const half = await target((response) => void response.writeHead(500).write('Halfway'))
    const { id } = await aWebhookTo(half)
    value(await sendTest(ADA, id))
    await lookUntilQuiet({ patienceMs: 300 })
    expect((await onlyMessageOf(id)).attempts).toMatchObject([{ outcome: 'refused', code: 500, excerpt: 'Halfway' }])
  })

  test('that never stops talking is read no further than it takes', async () => {
    const endless = await target((response) => {
      const say = () => response.destroyed || response.write('line\n\u0000'.repeat(1_000), say)
      response.writeHead(200)
      say()
    })
    const { id } = await aWebhookTo(endless)
    value(await sendTest(ADA, id))
    await lookUntilQuiet()
    const [attempt] = (await onlyMessageOf(id)).attempts
    expect(attempt).toMatchObject({ outcome: 'delivered', excerpt: 'line '.repeat(40) })
  })

  test('that fails is asked ten times in three days under one id, then given up, and again when an admin says so', async () => {
    const failing = await answering(503)
    // In the three days that are played through, legal days may come near: this one is told of revisions alone.
    const { id } = await aWebhookTo(failing, { kinds: ['revision.published'] })
    value(await sendTest(ADA, id))
    const waits: number[] = []
    for (let attempt = 0; attempt < 12; attempt += 1) {
      await lookUntilQuiet()
      const { nextAt } = await onlyMessageOf(id)
      if (nextAt === null) continue
      const wait = Date.parse(nextAt) - Date.now() - ahead
      waits.push(Math.ceil(wait / 60_000))
      ahead += wait
    }
    const { id: message, state, attempts } = await onlyMessageOf(id)
    expect([state, attempts.length, waits]).toEqual(['given-up', 10, [1, 5, 30, 120, 300, 600, 840, 1200, 1440]])
    expect(new Set(failing.received.map(({ headers }) => headers['webhook-id']))).toEqual(new Set([message]))
    expect(new Set(failing.received.map(({ headers }) => headers['webhook-timestamp'])).size).toBeGreaterThan(5)

    value(await sendAgain(ADA, id, message))
    expect(await sendAgain(ADA, id, message)).toEqual({ ok: false, refusal: { why: 'not-ended' } })
    await lookUntilQuiet()
    expect((await onlyMessageOf(id)).attempts).toHaveLength(11)
  })

  test('that is gone is told nothing more, and the log says why', async () => {
    const gone = await answering(410)
    const { id } = await aWebhookTo(gone)
    value(await sendTest(ADA, id))
    value(await sendTest(ADA, id))
    await lookUntilQuiet()
    expect((await messagesOf(id)).map(([, state, ended]) => [state, ended])).toEqual(
      expect.arrayContaining([
        ['given-up', ['gone']],
        ['dropped', []],
      ]),
    )
    expect((await webhookPage(ADA, id))?.webhook.state).toBe('gone')
    const act = await kept().editors.prisma.auditEntry.findFirst({ where: { subject: id }, orderBy: { id: 'desc' } })
    expect(act).toMatchObject({ act: 'webhook.turned-off', person: null })
    expect(await sendTest(ADA, id)).toEqual({ ok: false, refusal: { why: 'not-on' } })
  })

  test('that points elsewhere is not followed', async () => {
    const elsewhere = await answering(200)
    const pointing = await target((response) => void response.writeHead(307, { location: elsewhere.url }).end())
    const { id } = await aWebhookTo(pointing)
    value(await sendTest(ADA, id))
    await lookUntilQuiet()
    expect((await onlyMessageOf(id)).attempts).toMatchObject([{ outcome: 'redirected', code: 307 }])
    expect(elsewhere.received).toEqual([])
  })

  test.for([
    ['http://127.0.0.1', 'not-allowed'],
    ['https://127.0.0.1', 'not-allowed'],
    ['https://hooks.example', 'not-allowed'],
  ] as const satisfies readonly (readonly [string, Outcome])[])(
    'at %s inside the network is never connected to',
    async ([origin, outcome]) => {
      const inside = await answering(200)
      const { id } = await aWebhookTo(inside)
      await kept().editors.pool.query(`update webhook set url = replace(url, 'http://127.0.0.1', $1) where id = $2`, [
        origin,
        id,
      ])
      value(await sendTest(ADA, id))
      // A name that leads inside by the time it is asked for, whatever it led to when the webhook was added.
      const resolve = (
        _name: string,
        _options: object,
        found: (e: null, all: { address: string; family: number }[]) => void,
      ) => found(null, [{ address: '127.0.0.1', family: 4 }])
      await lookUntilQuiet({ allowPrivate: false, resolve })
      expect((await onlyMessageOf(id)).attempts).toMatchObject([{ outcome, code: null }])
      expect(inside.received).toEqual([])
    },
  )

  test('where nobody listens is unreachable', async () => {
    const closed = await answering(200)
    const { id } = await aWebhookTo(closed)
    await closed.close()
    value(await sendTest(ADA, id))
    await lookUntilQuiet()
    expect((await onlyMessageOf(id)).attempts).toMatchObject([{ outcome: 'unreachable', code: null }])
  })
})

test('two that look at once never send a message twice', async () => {
  const to = await answering(200)
  const ids = [await aWebhookTo(to), await aWebhookTo(to), await aWebhookTo(to)].map(({ id }) => id)
  for (const id of [...ids, ...ids, ...ids, ...ids]) value(await sendTest(ADA, id))
  const crew = [someone(), someone(), someone()]
  await Promise.all(crew.map((one) => one.look()))
  await Promise.all(crew.map((one) => one.settled()))
  await lookUntilQuiet()

  const sent = to.received.map(({ headers }) => headers['webhook-id'])
  expect([sent.length, new Set(sent).size]).toEqual([12, 12])
})

test('what was on its way when the process ended is sent again under its id, and a lost claim writes nothing', async () => {
  const held: ServerResponse[] = []
  const to = await target((response) => void (held.length < 2 ? held.push(response) : response.writeHead(200).end()))
  const { id } = await aWebhookTo(to)
  value(await sendTest(ADA, id))
  const [stopped, late] = [someone(), someone()]
  await stopped.look()
  await to.hasReceived(1)
  await stopped.stop()
  await late.look() // takes it on, and comes to hear of it when its claim has ended
  await to.hasReceived(2)

  await lookUntilQuiet()
  expect(to.received).toHaveLength(2)
  ahead = 31_000
  await lookUntilQuiet()
  held[1]?.writeHead(500).end()
  await late.settled()
  expect(new Set(to.received.map(({ headers }) => headers['webhook-id'])).size).toBe(1)
  expect(await messagesOf(id)).toEqual([['webhook.test', 'delivered', ['delivered']]])
})

describe('a secret', () => {
  test('that is rotated signs beside the new one for a day', async () => {
    const to = await answering(200)
    const { id, secret } = await aWebhookTo(to)
    const { secret: next } = value(await rotate(ADA, id))
    value(await sendTest(ADA, id))
    await lookUntilQuiet()
    const [both] = to.received
    for (const one of [secret, next])
      expect(new Webhook(one).verify(both?.body ?? '', both?.headers as never)).toMatchObject({ type: 'webhook.test' })

    ahead = 25 * 3_600_000
    value(await sendTest(ADA, id))
    await lookUntilQuiet()
    expect(to.received[0]?.headers['webhook-signature']).toMatch(/^v1,\S+ v1,\S+$/)
    expect(to.received[1]?.headers['webhook-signature']).toMatch(/^v1,\S+$/)
  })

  test('that nobody can open any more is told as such, and nothing is sent unsigned', async () => {
    const to = await answering(200)
    const { id } = await aWebhookTo(to)
    value(await sendTest(ADA, id))
    await lookUntilQuiet({ secret: 'another secret of a server, long enough' })
    expect((await onlyMessageOf(id)).attempts).toMatchObject([{ outcome: 'secret-lost' }])
    expect(to.received).toEqual([])
  })

  test('stands in no table, page, log or error, and is forgotten with its webhook', async () => {
    const to = await target((response) => void response.writeHead(500).end('No.'))
    const { id, secret } = await aWebhookTo(to)
    const { secret: next } = value(await rotate(ADA, id))
    value(await sendTest(ADA, id))
    await lookUntilQuiet()
    const { id: message } = await onlyMessageOf(id)
    const pages = [await allWebhooks(ADA), await webhookPage(ADA, id), await deliveryPage(ADA, id, message)]
    const rows = await Promise.all(
      ['webhook', 'webhook_delivery', 'webhook_attempt', 'audit_entry'].map(async (table) => {
        const { rows: all } = await kept().editors.pool.query(`select ${table}::text as row from ${table}`)
        return all
      }),
    )
    const seen = JSON.stringify([pages, rows, to.received])
    expect(seen).toContain(message)
    for (const one of [secret, next]) expect(seen).not.toContain(one.replace('whsec_', ''))
    expect(JSON.stringify(pages)).not.toMatch(/secret|sealed/i)

    value(await remove(ADA, id))
    const { rows: left } = await kept().editors.pool.query('select secret, earlier_secret from webhook where id = $1', [
      id,
    ])
    expect(left).toEqual([{ secret: null, earlier_secret: null }])
  })
})

test('who looks by itself goes on after whatever goes wrong, tells what was not to be expected, and ends', async () => {
  const looks: (() => Promise<void>)[] = [
    () => Promise.resolve(),
    () => Promise.reject(new DatabaseAway('down')),
    () => Promise.reject(new Error('a fault')),
  ]
  const faults: unknown[] = []
  let looked = 0
  await new Promise<void>((ended) => {
    const look = async () => {
      const next = looks[looked]
      looked += 1
      if (next !== undefined) return next()
      queueMicrotask(() => void stop().then(ended))
    }
    const loop = { look, settled: () => Promise.resolve(), stop: () => Promise.resolve() }
    const stop = keepLooking(loop, { everyMs: 0, awayMs: 0, report: (error) => faults.push(error) })
  })
  expect([looked, faults]).toEqual([4, [new Error('a fault')]])
})

test('what is asked for wrongly is refused with all its reasons', async () => {
  const asked = await subscribe(ADA, {
    url: 'https://example.org',
    description: 'A hook',
    kinds: ALL,
    materials: 'Dy, Xx',
    regimes: 'april-4 nowhere',
  })
  expect(asked).toEqual({
    ok: false,
    refusal: [
      { why: 'no-such-material', key: 'Xx' },
      { why: 'no-such-regime', key: 'nowhere' },
    ],
  })
  const empty = await subscribe(ADA, { url: 'ftp://x', description: ' ', kinds: ['else'], materials: '', regimes: '' })
  expect(empty).toEqual({
    ok: false,
    refusal: [{ why: 'not-https' }, { why: 'no-description' }, { why: 'no-kind' }],
  })
  expect(await sendTest(ADA, 'nobody')).toEqual({ ok: false, refusal: { why: 'no-such-webhook' } })
})

test('readers can see nothing of it', async () => {
  for (const table of ['webhook', 'webhook_delivery', 'webhook_attempt'])
    await expect(kept().database.pool.query(`select from ${table}`)).rejects.toThrow('permission denied')
})
