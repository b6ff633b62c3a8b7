import { readFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { LINES, SUBJECTS } from '@/lib/contract/service/judge'
import { inProject } from '@/lib/operating/root'
import { registry } from '@/lib/operating/telemetry/metrics.mjs'
import { withMetrics } from '@/lib/operating/telemetry/metrics-page.mjs'
import { tally } from '@/lib/operating/telemetry/tallies.mjs'

const home = globalThis as { 'sluice.service'?: unknown }
const servers: Server[] = []
afterEach(() => {
  delete home['sluice.service']
  for (const server of servers.splice(0)) server.close().closeAllConnections()
})

async function serverWith(settings: Record<string, string>) {
  const answer = withMetrics(
    async (_: unknown, response: { end: (text: string) => void }) => response.end('passed on'),
    settings,
  )
  const server = createServer((request, response) => void answer(request, response))
  servers.push(server)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return (path: string, authorization?: string, method = 'GET') =>
    fetch(address + path, { method, headers: authorization === undefined ? {} : { authorization } })
}

const TOKEN = '0123456789abcdef'

describe('the figures', () => {
  test('are no address where the operator has named no token', async () => {
    const get = await serverWith({ METRICS_TOKEN: '' })
    expect(await (await get('/metrics', 'Bearer ')).text()).toBe('passed on')
  })

  test('are for who has the token, and for no cache', async () => {
    const get = await serverWith({ METRICS_TOKEN: TOKEN })
    const answers = [
      await get('/metrics'),
      await get('/metrics', 'Bearer'),
      await get('/metrics', `Bearer ${TOKEN.slice(1)}`),
      await get('/metrics', `Basic ${TOKEN}`),
      await get('/metrics', `Bearer ${TOKEN}`, 'POST'),
      await get('/metrics', `Bearer ${TOKEN}`),
    ]
    expect(answers.map(({ status }) => status)).toEqual([401, 401, 401, 401, 405, 200])
    expect(new Set(answers.map(({ headers }) => headers.get('cache-control')))).toEqual(new Set(['no-store']))
    expect(await (await get('/metrics/x', `Bearer ${TOKEN}`)).text()).toBe('passed on')
    expect(await (answers.at(-1) as Response).text()).toContain('sluice_database_answers 0')
  })

  test('of requests are counted by kind, status and way, and timed by kind and way', async () => {
    for (const [status, milliseconds] of [
      [200, 0.4],
      [304, 3],
      [200, 5],
      [200, 60_000],
    ] as const) {
      tally('frame', status, 'kept', milliseconds)
    }
    const told = (await registry.metrics()).split('\n').filter((line) => line.includes('frame'))
    expect(
      told.filter((line) => !/le="(0\.[0-9]*[25]|[0-9.]*5|0\.1|1|10)",/.test(line) || line.includes('0.005')),
    ).toEqual([
      'sluice_requests_total{kind="frame",status="200",answered="kept"} 3',
      'sluice_requests_total{kind="frame",status="304",answered="kept"} 1',
      'sluice_request_seconds_bucket{le="0.001",kind="frame",answered="kept"} 1',
      'sluice_request_seconds_bucket{le="0.005",kind="frame",answered="kept"} 3',
      'sluice_request_seconds_bucket{le="0.01",kind="frame",answered="kept"} 3',
      'sluice_request_seconds_bucket{le="30",kind="frame",answered="kept"} 3',
      'sluice_request_seconds_bucket{le="+Inf",kind="frame",answered="kept"} 4',
      'sluice_request_seconds_sum{kind="frame",answered="kept"} 60.0084',
      'sluice_request_seconds_count{kind="frame",answered="kept"} 4',
    ])
  })

  test('that the database did not tell are missing, and not nought', async () => {
    const get = await serverWith({ METRICS_TOKEN: TOKEN })
    const text = await (await get('/metrics', `Bearer ${TOKEN}`)).text()
    expect(text).toContain('# TYPE sluice_webhooks_due gauge')
    expect(text).not.toMatch(/^sluice_(webhooks_due|silences|backup_failed) /m)
    expect(text).not.toMatch(/ nan$/im)
  })
})

type Rule = {
  readonly alert: string
  readonly expr: string
  readonly labels: { readonly urgency: string }
  readonly annotations: { readonly summary: string; readonly runbook_url: string }
}

const groups: readonly { readonly rules: readonly Rule[] }[] = parse(
  readFileSync(inProject('.config/alerts.yml'), 'utf8'),
).groups
const rules = groups.flatMap((group) => group.rules)
const runbook = readFileSync(inProject('.github/RUNBOOK.md'), 'utf8')
const parts = [...runbook.matchAll(/^## (.+)$/gm)].map(([, name]) => name)

describe('the alarms', () => {
  test('ask for figures that are told', async () => {
    const told = [...(await registry.metrics()).matchAll(/^# TYPE (\S+) (\S+)$/gm)].flatMap(([, name = '', type]) =>
      type === 'histogram' ? [`${name}_bucket`, `${name}_sum`, `${name}_count`] : [name],
    )
    const asked = rules.flatMap(({ expr }) => expr.match(/\bsluice_\w+/g) ?? [])
    expect(rules.length).toBeGreaterThan(15)
    expect(asked.filter((name) => !told.includes(name))).toEqual([])
    // Of the figures of what may go wrong none is told for nobody.
    const alarming = told.filter((name) =>
      /faults|shed|limited|webhooks_(due_age|given)|overdue|silences|backup/.test(name),
    )
    expect(alarming.filter((name) => !asked.includes(name))).toEqual([])
  })

  test('have a name, an urgency and a part of the runbook each', () => {
    expect(new Set(rules.map(({ alert }) => alert)).size).toBe(rules.length)
    for (const { labels, annotations } of rules) {
      expect(['look', 'act']).toContain(labels.urgency)
      const [file, part] = annotations.runbook_url.split('#')
      expect([file, parts.includes(part)]).toEqual(['.github/RUNBOOK.md', true])
    }
  })

  test('begin where the page of the status says to look', () => {
    const of = (name: string) => rules.find(({ alert }) => alert === name)?.expr ?? ''
    expect(of('SluiceBackupOld')).toContain(`> ${LINES.backup.look} `)
    expect(of('SluiceWebhooksWait')).toContain(`> ${LINES.due.look}`)
    expect(of('SluiceConnectionsRunOut')).toContain(`> ${LINES.connections.look}`)
  })
})

test('the runbook says for each part what it means, how to look, what to do and when it is over', () => {
  expect(SUBJECTS.filter((subject) => !parts.includes(subject))).toEqual([])
  for (const part of runbook.split(/^## /m).slice(1)) {
    expect([...part.matchAll(/^\*\*(Means|Look|Do|Over)\*\*/gm)].map(([, word]) => word)).toEqual([
      'Means',
      'Look',
      'Do',
      'Over',
    ])
  }
  const links = [...runbook.matchAll(/\]\(#([^)]+)\)/g)].map(([, part]) => part)
  expect(links.filter((part) => !parts.includes(part))).toEqual([])
})
