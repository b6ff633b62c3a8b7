import ICAL from 'ical.js'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { serve } from '@/app/api/v1/serve'
import { GET as calendar } from '@/app/calendar.ics/route'
import { GET as correctionsJson } from '@/app/feed/corrections.json/route'
import { GET as correctionsAtom } from '@/app/feed/corrections.xml/route'
import { GET as json } from '@/app/feed.json/route'
import { GET as atom } from '@/app/feed.xml/route'
import { closeDatabase } from '@/lib/db/client'
import { type Database, openDatabase } from '@/lib/db/connection'
import { ledgerAt } from '@/lib/db/ledger'
import { walkedTo } from '@/lib/reading/walk'
import { useDatabase } from '../support/database'
import { anaAndBen } from '../support/people'
import { append, appendHistory } from '../support/revisions'

const SITE = 'http://localhost'
let database: Database
let atFirst: string

type Item = {
  readonly id: string
  readonly title: string
  readonly url: string
  readonly summary: string
  readonly content_html: string
  readonly date_published: string
  readonly date_modified: string
  readonly authors: readonly { readonly name: string }[]
  readonly tags: readonly string[]
  readonly _sluice: { readonly revision: number }
}

type Flip = { readonly before?: { readonly status: string }; readonly after?: { readonly status: string } }

function ask(
  route: (request: Request) => Promise<Response>,
  address: string,
  headers: { readonly [name: string]: string } = {},
): Promise<Response> {
  return route(new Request(`${SITE}${address}`, { headers }))
}

async function items(address: string): Promise<readonly Item[]> {
  const route = address.startsWith('/feed/') ? correctionsJson : json
  const answer = await ask(route, address)
  expect(answer.status).toBe(200)
  return ((await answer.json()) as { readonly items: readonly Item[] }).items
}

const numbers = async (address: string) => (await items(address)).map(({ _sluice }) => _sluice.revision)

async function event(uid: string, address = '/calendar.ics') {
  const text = await (await ask(calendar, address)).text()
  const found = new ICAL.Component(ICAL.parse(text))
    .getAllSubcomponents('vevent')
    .find((one) => one.getFirstPropertyValue('uid') === uid)
  return found === undefined
    ? null
    : Object.fromEntries(
        ['dtstart', 'sequence', 'status', 'dtstamp', 'description'].map((name) => [
          name,
          String(found.getFirstPropertyValue(name)),
        ]),
      )
}

beforeAll(async () => {
  process.env['BASE_URL'] = SITE
  database = openDatabase(await useDatabase('record'))
  await anaAndBen(database)
  atFirst = await (await ask(calendar, '/calendar.ics')).text()
  await appendHistory(database)
  const again = { kind: 'correction', reason: 'Taken back too', recordedAt: '2026-11-24T05:00:00.000Z' } as const
  await append(database, again, [], { reverts: 3 })
}, 60_000)

afterAll(async () => {
  await database.close()
  await closeDatabase()
})

describe('the feed of revisions', () => {
  test('tells kind, reason, the cells that flip and their days, the newest first', async () => {
    const all = await items('/feed.json')
    expect(all.map(({ _sluice }) => _sluice.revision)).toEqual([8, 7, 6, 5, 4, 3, 2, 1])
    const second = all.find(({ _sluice }) => _sluice.revision === 2)
    expect(second?.title).toBe('Revision 2, law: The suspension lasts longer')
    expect(second?.content_html).toContain(
      'From 11 November 2026 through 10 January 2027: 45 cells of Er, Eu, Ho, Tm, Yb, Permanent-magnet material containing holmium are “paused” instead of “pause ended, not verified”.',
    )
    expect(second?.authors).toEqual([{ name: 'Ana of Sluice' }])
    expect(second?.tags).toEqual(['law'])
    expect(second?.url).toBe(`${SITE}/r/2/2026-11-22/changes/2`)
  })

  test('counts the cells that the comparison of the two revisions counts, on the first day that they flip', async () => {
    const told = (await items('/feed.json')).find(({ _sluice }) => _sluice.revision === 2)?.content_html ?? ''
    const [, count] = /From 11 November 2026 through 10 January 2027: (\d+) cells/.exec(told) ?? []
    const compared = '/api/v1/compare?a=1/2026-11-11&b=2/2026-11-11&scope=all'
    const answer = await serve(new Request(`${SITE}${compared}`, { headers: { host: 'localhost' } }))
    const { differences } = (await answer.json()) as { differences: readonly Flip[] }
    const flips = differences.filter(({ before, after }) => before?.status !== after?.status)
    expect(flips.map(({ before, after }) => `${before?.status} ${after?.status}`)).toEqual(
      Array(Number(count)).fill('pause-ended paused'),
    )
  })

  test('says what was made in a hurry and reviewed, and what was taken back, and that it was told anew then', async () => {
    const all = await items('/feed.json')
    const [third, second] = [3, 2].map((number) => all.find(({ _sluice }) => _sluice.revision === number))
    expect(third?.title).toBe('Revision 3, urgent correction: It does not')
    expect(third?.summary).toMatch(
      /^Published by one person in a hurry, and reviewed by another since, in revision 4\./,
    )
    expect(second?.summary).toMatch(/^Taken back by revision 7\./)
    expect(all.find(({ _sluice }) => _sluice.revision === 7)?.summary).toMatch(/^Takes back revision 2\./)
    expect([third?.date_published, third?.date_modified]).toEqual([
      '2026-11-22T03:00:00.000Z',
      '2026-11-24T05:00:00.000Z',
    ])
  })

  test('has ids made of the chain alone, the same in both formats', async () => {
    const all = await items('/feed.json')
    expect(all.find(({ _sluice }) => _sluice.revision === 2)?.id).toBe(`urn:sluice:revision:${'2'.padStart(64, '0')}`)
    const text = await (await ask(atom, '/feed.xml', { host: 'elsewhere.example' })).text()
    for (const { id } of all) expect(text).toContain(`<id>${id}</id>`)
  })

  test('follows materials and regimes: only what touched them is in it', async () => {
    expect(await numbers('/feed.json?material=Ho')).toEqual([7, 3, 2, 1])
    expect(await numbers('/feed.json?material=Ga')).toEqual([1])
    expect(await numbers('/feed.json?regime=october-9')).toEqual([7, 3, 2, 1])
    expect(await numbers('/feed.json?material=Ho&regime=april-4')).toEqual([1])
    expect(await numbers('/feed.json?kind=law,verification')).toEqual([4, 2])
    expect(await numbers('/feed.json?material=Ho&kind=correction')).toEqual([7, 3])
  })

  test('has the corrections on their own', async () => {
    expect(await numbers('/feed/corrections.json')).toEqual([8, 7, 6, 3])
    expect(await numbers('/feed/corrections.json?material=Ho')).toEqual([7, 3])
    expect(await (await ask(correctionsAtom, '/feed/corrections.xml')).text()).toContain(':kind=correction</id>')
  })
})

describe('the calendar', () => {
  test('moves a day under the same name, and raises its sequence with each revision that moves it', async () => {
    expect(await event('cn-2025-70.suspension-ends@sluice')).toMatchObject({
      dtstart: '2026-11-11',
      status: 'CONFIRMED',
    })
    const second = await event('cn-2025-70.suspension-ends-2@sluice')
    expect(second).toMatchObject({ dtstart: '2026-12-01', sequence: '2', status: 'CANCELLED' })
    expect(second?.['description']).toMatch(/^Revision 7 took this day away/)
    expect(atFirst).toContain('UID:cn-2025-70.suspension-ends@sluice')
    expect(atFirst).not.toContain('suspension-ends-2@sluice')
  })

  test('takes its instants from the record, so that two requests get the same bytes', async () => {
    const [first, again] = await Promise.all([ask(calendar, '/calendar.ics'), ask(calendar, '/calendar.ics')])
    expect(await first.text()).toBe(await again.text())
    const { rows } = await database.pool.query<{ at: Date }>('select recorded_at as at from revision where number = 1')
    const stamp = `${rows[0]?.at.toISOString().slice(0, 19)}Z`
    expect((await event('cn-2025-18.starts@sluice'))?.['dtstamp']).toBe(stamp)
  })

  test('follows materials and regimes', async () => {
    expect(await event('cn-2025-70.suspension-ends@sluice', '/calendar.ics?material=Ho')).not.toBeNull()
    expect(await event('cn-2025-18.starts@sluice', '/calendar.ics?material=Ho')).toBeNull()
    expect(await event('cn-2025-18.starts@sluice', '/calendar.ics?material=Dy&regime=april-4')).not.toBeNull()
    expect(await event('cn-2025-70.suspension-ends@sluice', '/calendar.ics?material=Dy&regime=april-4')).toBeNull()
  })

  test('says in every entry that it may be corrected, and at which address to check it', async () => {
    const text = await (await ask(calendar, '/calendar.ics')).text()
    const events = new ICAL.Component(ICAL.parse(text)).getAllSubcomponents('vevent')
    expect(events.length).toBeGreaterThan(60)
    for (const one of events) {
      const [description, url] = ['description', 'url'].map((name) => String(one.getFirstPropertyValue(name)))
      expect(description).toContain('It may be corrected, and the law may change.')
      expect(description?.endsWith(`Check ${url}`)).toBe(true)
      expect(url).toMatch(/^http:\/\/localhost\/(instruments|history)\/[a-z0-9/-]+$/)
    }
  })
})

describe('subscribers', () => {
  test('who hold the newest are told so, by its tag or else by its day', async () => {
    const answer = await ask(atom, '/feed.xml')
    const [etag, changed] = ['etag', 'last-modified'].map((name) => answer.headers.get(name) ?? '')
    expect(answer.headers.get('cache-control')).toBe('public, max-age=0, must-revalidate')
    const status = async (headers: { readonly [name: string]: string }) =>
      (await ask(atom, '/feed.xml', headers)).status
    expect(await status({ 'if-none-match': `W/${etag}` })).toBe(304)
    expect(await status({ 'if-modified-since': changed ?? '' })).toBe(304)
    expect(await status({ 'if-modified-since': 'Sun, 22 Nov 2020 00:00:00 GMT' })).toBe(200)
    expect(await status({ 'if-none-match': '"another"', 'if-modified-since': changed ?? '' })).toBe(200)
    expect(await status({ 'if-modified-since': 'yesterday' })).toBe(200)
  })

  test('are led from other spellings to the one address', async () => {
    const answer = await ask(calendar, '/calendar.ics?element=tb,Dy')
    expect([answer.status, answer.headers.get('location')]).toEqual([308, '/calendar.ics?material=Dy,Tb'])
    for (const comma of [',', '%2C']) {
      expect((await ask(calendar, `/calendar.ics?material=Dy${comma}Tb`)).status).toBe(200)
    }
  })

  test('who follow what never stood in the record are told so, with the nearest that does', async () => {
    const answer = await ask(atom, '/feed.xml?material=Dy&regime=ocober-9')
    expect(answer.status).toBe(404)
    expect(await answer.text()).toMatch(
      /The nearest it has is “october-9”\.\n\/feed\.xml\?material=Dy&regime=october-9\n$/,
    )
    const problem = await ask(json, '/feed.json?kind=lwa')
    expect([problem.status, problem.headers.get('content-type')]).toEqual([400, 'application/problem+json'])
  })
})

test('a walk through the revisions comes to the record that the newest one holds, and goes on from where it was', async () => {
  const walked = await walkedTo(8)
  expect(JSON.stringify(walked.record)).toBe(JSON.stringify(await ledgerAt(8)))
  expect(await walkedTo(8)).toBe(walked)
})
