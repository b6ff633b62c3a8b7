import type { APIResponse } from '@playwright/test'
import { expect, test } from '@playwright/test'
import { matrixAnswer, statusAnswer } from '@/lib/contract/answer'
import { problemDetails } from '@/lib/contract/problem-shape'
import { test as quiet } from './support/quiet'

const STATUS = '/api/v1/status'
const MATRIX = '/api/v1/matrix'

test.describe('the status of one cell', () => {
  test('has the promised shape, with the whole question filled in', async ({ request }) => {
    const response = await request.get(
      `${STATUS}?material=Dy&form=metal&on=2025-11-08&known=2025-11-01&rev=1&from=CN&to=US&use=civil&route=export`,
    )
    const answer = await response.json()
    expect(response.headers()['content-type']).toBe('application/json; charset=utf-8')
    expect(statusAnswer.strict().safeParse(answer).error?.issues).toBeUndefined()
    expect(answer).toMatchObject({
      material: 'Dy',
      form: 'metal',
      status: 'licence',
      openness: 'licence',
      resumes: null,
      floor: 'licence',
      verified: true,
      verifiedThrough: '2026-10-10',
      coverage: 'whole',
      beforeEffect: false,
      since: '2025-04-04',
      lastDay: null,
      next: null,
      question: {
        on: '2025-11-08',
        known: '2025-11-01',
        rev: 1,
        from: 'CN',
        to: 'US',
        use: 'civil',
        party: null,
        route: 'export',
      },
    })
    expect(answer.because[0]).toMatchObject({ provision: 'cn-2025-18-1c905-a-1', state: 'in-force' })
  })

  test('tells what resumes and what holds in any case where a pause has ended unverified', async ({ request }) => {
    const answer = await (await request.get(`${STATUS}?material=Ho&form=metal&on=2026-11-22`)).json()
    expect(answer).toMatchObject({
      status: 'pause-ended',
      openness: 'unclear',
      resumes: 'licence',
      floor: 'not-controlled',
      verified: false,
      since: '2026-11-11',
    })
  })

  test('bounds a pause by its first and last day, and says what comes next', async ({ request }) => {
    const answer = await (await request.get(`${STATUS}?material=Ho&form=metal&on=2026-01-15`)).json()
    expect(answer).toMatchObject({
      status: 'paused',
      openness: 'open for now',
      beforeEffect: true,
      since: '2025-11-07',
      lastDay: '2026-11-10',
      next: { on: '2026-11-11', status: 'pause-ended' },
    })
  })

  test('is about today in Beijing and the newest revision when the request does not say', async ({ request }) => {
    const { question } = await (await request.get(`${STATUS}?material=Dy&form=metal`)).json()
    expect(question).toMatchObject({
      on: new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10),
      rev: 1,
      known: null,
      from: 'CN',
      to: null,
    })
  })

  test('is an answer too for a form that the material does not have', async ({ request }) => {
    const response = await request.get(`${STATUS}?material=Dy&form=battery&on=2025-11-08`)
    expect(response.status()).toBe(200)
    expect(await response.json()).toMatchObject({ status: 'not-applicable', because: [] })
  })

  test('understands a symbol in any case, and a field left empty', async ({ request }) => {
    const answer = await (await request.get(`${STATUS}?material=dy&form=Metal&on=2025-11-08&to=&party=`)).json()
    expect(answer).toMatchObject({ material: 'Dy', form: 'metal', question: { to: null, party: null } })
  })
})

test.describe('the matrix', () => {
  test('has every form of every rare earth, and of every material on request', async ({ request }) => {
    const few = await (await request.get(`${MATRIX}?on=2025-11-08`)).json()
    const all = await (await request.get(`${MATRIX}?on=2025-11-08&scope=all`)).json()
    expect(matrixAnswer.strict().safeParse(all).error?.issues).toBeUndefined()
    expect(new Set(few.cells.map((cell: { material: string }) => cell.material)).size).toBe(17)
    expect(new Set(all.cells.map((cell: { material: string }) => cell.material)).size).toBe(49)
  })

  test('says of a cell what the status of that cell says', async ({ request }) => {
    const { cells } = await (await request.get(`${MATRIX}?on=2026-11-22&to=JP&use=military&scope=all`)).json()
    for (const cell of cells.filter((_: unknown, index: number) => index % 17 === 0)) {
      const { because, question, ...alone } = await (
        await request.get(`${STATUS}?material=${cell.material}&form=${cell.form}&on=2026-11-22&to=JP&use=military`)
      ).json()
      expect(alone).toEqual(cell)
      expect([because.length >= 0, question.to]).toEqual([true, 'JP'])
    }
  })
})

test.describe('what cannot be answered', () => {
  const REFUSED = [
    ['material=Dy', 400, 'missing', 'form'],
    ['form=metal', 400, 'missing', 'material'],
    ['material=Dx&form=metal', 404, 'unknown-key', 'material'],
    ['material=Dy&form=soup', 404, 'unknown-key', 'form'],
    ['material=D+y&form=metal', 404, 'unknown-key', 'material'],
    ['material=Dy&form=metal&party=nobody', 404, 'unknown-key', 'party'],
    ['material=Dy&form=metal&to=XX', 400, 'unknown-country', 'to'],
    ['material=Dy&form=metal&to=EU', 400, 'union-of-countries', 'to'],
    ['material=Dy&form=metal&on=2025-02-30', 400, 'malformed-day', 'on'],
    ['material=Dy&form=metal&on=yesterday', 400, 'malformed-day', 'on'],
    ['material=Dy&form=metal&known=2025-1-1', 400, 'malformed-day', 'known'],
    ['material=Dy&form=metal&on=2020-10-16', 404, 'before-record', 'on'],
    ['material=Dy&form=metal&on=2099-01-01', 404, 'too-far-ahead', 'on'],
    ['material=Dy&form=metal&rev=99', 404, 'unpublished-revision', 'rev'],
    ['material=Dy&form=metal&rev=latest', 400, 'malformed-revision', 'rev'],
    ['material=Dy&form=metal&rev=0', 400, 'malformed-revision', 'rev'],
    ['material=Dy&form=metal&use=peaceful', 400, 'unknown-choice', 'use'],
    ['material=Dy&form=metal&route=sea', 400, 'unknown-choice', 'route'],
    ['material=Dy&form=metal&day=2025-11-08', 400, 'unknown-field', 'day'],
    ['material=Dy&material=Ho&form=metal', 400, 'repeated', 'material'],
  ] as const

  for (const [query, status, why, parameter] of REFUSED) {
    test(`${query} is a problem with words (RFC 9457)`, async ({ request }) => {
      const response = await request.get(`${STATUS}?${query}`)
      const problem = problemDetails.strict().parse(await response.json())
      expect(response.status()).toBe(status)
      expect(response.headers()['content-type']).toBe('application/problem+json; charset=utf-8')
      expect(response.headers()['cache-control']).toBe('no-store')
      expect(problem).toMatchObject({ status, type: `urn:sluice:problem:${why}`, instance: `${STATUS}?${query}` })
      expect(problem.errors).toMatchObject([{ parameter }])
      expect(problem.detail).toMatch(/^\S.{20,}[.]$/)
    })
  }

  test('several problems are told at once', async ({ request }) => {
    const response = await request.get(`${MATRIX}?on=2025-02-30&to=XX&scope=some`)
    expect((await response.json()).errors.map((error: { parameter: string }) => error.parameter)).toEqual([
      'on',
      'to',
      'scope',
    ])
  })
})

test.describe('the way it is served', () => {
  const etagOf = (response: APIResponse) => response.headers()['etag'] ?? ''

  test('an answer that a machine has already is not sent again', async ({ request }) => {
    const first = await request.get(`${MATRIX}?on=2025-11-08`)
    const again = await request.get(`${MATRIX}?on=2025-11-08`, {
      headers: { 'if-none-match': `"x", W/${etagOf(first)}` },
    })
    expect(again.status()).toBe(304)
    expect(etagOf(again)).toBe(etagOf(first))
    const other = await request.get(`${MATRIX}?on=2025-10-09`, { headers: { 'if-none-match': etagOf(first) } })
    expect(other.status()).toBe(200)
  })

  test('every site may read it, nobody may write', async ({ request }) => {
    const read = await request.get(MATRIX, { headers: { origin: 'https://elsewhere.example' } })
    expect(read.headers()['access-control-allow-origin']).toBe('*')
    const preflight = await request.fetch(MATRIX, { method: 'OPTIONS' })
    expect(preflight.status()).toBe(204)
    expect(preflight.headers()['access-control-allow-methods']).toBe('GET, HEAD, OPTIONS')
    for (const method of ['POST', 'PUT', 'PATCH', 'DELETE']) {
      expect((await request.fetch(MATRIX, { method })).status(), method).toBe(405)
    }
    expect((await request.fetch(MATRIX, { method: 'HEAD' })).status()).toBe(200)
  })
})

quiet.describe('the manual', () => {
  quiet('draws the document in place, where a request can be tried', async ({ page }) => {
    await page.goto('/api/docs')
    await page.getByText('/api/v1/status', { exact: true }).last().click()
    await page.getByRole('button', { name: 'Try it out' }).click()
    await page.getByRole('button', { name: 'Execute' }).click()
    await expect(page.locator('.live-responses-table')).toContainText('"status": "licence"')
  })

  quiet.describe('without scripts', () => {
    quiet.use({ javaScriptEnabled: false })

    quiet('lists every operation, and each request in it can be followed', async ({ page, request }) => {
      await page.goto('/api/docs')
      const { resources } = await (await request.get('/api/v1')).json()
      await expect(page.locator('.operation')).toHaveCount(resources.length)
      const [first] = await page
        .locator('.operation a')
        .evaluateAll((links) => links.map((link) => link.getAttribute('href')))
      expect((await request.get(first ?? '')).status()).toBe(200)
    })
  })
})

test('what is below /api and is not there is told in the format of machines', async ({ request }) => {
  for (const method of ['GET', 'POST', 'DELETE']) {
    const response = await request.fetch('/api/v2/status', { method })
    expect([response.status(), response.headers()['content-type']]).toEqual([
      404,
      'application/problem+json; charset=utf-8',
    ])
  }
})
