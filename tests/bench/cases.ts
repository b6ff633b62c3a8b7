import { type Desk, deskOf } from './desk'
import { askTheDatabase } from './floor'
import { type Asked, type Burst, burst, summaryOf } from './load'
import { FLOORS, MATRIX, matricesNeverAsked, pageOfTheSameBytes } from './pages'
import type { Served } from './served'
import { orderOf } from './statistics'
import type { Measured, Row, Subject } from './subject'
import { type Usage, usageBelow } from './usage'

const CONNECTIONS = [1, 8, 32]
const ROUNDS = 3
const SECONDS = 0.3
/** A burst that would take longer than this is not begun: an answer of seconds, asked 32 times at once, tells no more … */
const PATIENCE_MS = 8_000
/** … and one that takes longer than this is asked in one round alone. */
const ONCE_MS = 2_000

type Case = {
  readonly name: string
  readonly ask: (connections: number, seconds: number) => Promise<Burst>
}
type Taken = { readonly bursts: Burst[]; server: number; database: number; counted: boolean; megabytes: number | null }

/** Everything that is asked, at 1, 8 and 32 connections, with the floors of the same build in the same rounds. */
export const cases: Subject = {
  name: 'cases',
  tells: 'what is asked, with the floors of the same build',
  run: async (served) => measured(await served()),
}

async function measured(served: Served): Promise<Measured> {
  const all = await casesOf(served, await deskOf(served))
  const table: { [row: string]: Row } = {}
  for (const connections of CONNECTIONS) {
    const burstOf = ({ name }: Case) => Number(table[`${name} · 1`]?.['p50 ms'] ?? 0) * connections
    const fit = all.filter((one) => burstOf(one) < PATIENCE_MS)
    const taken = await take(served, { all: fit, slow: fit.filter((one) => burstOf(one) > ONCE_MS) }, connections)
    for (const { name } of all) table[`${name} · ${connections}`] = rowOf(taken.get(name))
  }
  return { table, notes: NOTES }
}

const NOTES = [
  'CPU is user and system time of the server’s processes for one request; of the database’s apart.',
  '“select 1” is asked by this command itself through the driver of the pages: its CPU is the database’s alone.',
  'The generator’s CPU is that of the process that asks: where it is near to the time of an answer, that is its bound.',
  'A case that would take seconds for one burst is asked once, and one that would take longer is left out.',
  'MB is the resident memory of the server after the case.',
]

type Fit = { readonly all: readonly Case[]; readonly slow: readonly Case[] }

async function take(served: Served, { all, slow }: Fit, connections: number) {
  const taken = new Map<string, Taken>()
  const quick = all.filter((one) => !slow.includes(one))
  for (const { ask } of quick) await ask(connections, 0.1) // warms up
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const { name, ask } of orderOf(round === 0 ? all : quick, round)) {
      const before = usageBelow(served.pid)
      const one = await ask(connections, SECONDS)
      add(taken, name, one, before, usageBelow(served.pid))
    }
  }
  return taken
}

function add(taken: Map<string, Taken>, name: string, one: Burst, before: Usage | null, after: Usage | null): void {
  const all = taken.get(name) ?? { bursts: [], server: 0, database: 0, counted: false, megabytes: null }
  all.bursts.push(one)
  taken.set(name, all)
  if (before === null || after === null) return
  all.server += after.server - before.server
  all.database += after.database - before.database
  all.counted = true
  all.megabytes = after.megabytes
}

function rowOf(taken: Taken | undefined): Row {
  const { requests, perSecond, p50, p99, bytes } = summaryOf(taken?.bursts ?? [])
  const none = taken === undefined || requests === 0
  const cpu = (all: number) => (none || !taken.counted ? null : all / requests)
  const generator = taken?.bursts.reduce((sum, { cpu: one }) => sum + one, 0) ?? 0
  return {
    'per second': none ? null : perSecond,
    'p50 ms': none ? null : p50,
    'p99 ms': none ? null : p99,
    'CPU µs': cpu(taken?.server ?? 0),
    'database µs': cpu(taken?.database ?? 0),
    'generator µs': none ? null : generator / requests,
    bytes: none ? null : bytes,
    MB: taken?.megabytes ?? null,
  }
}

async function casesOf(served: Served, desk: Desk): Promise<readonly Case[]> {
  const { address, databaseUrl, text } = served
  const tagOf = async (path: string) => (await fetch(address + path)).headers.get('etag') ?? undefined
  const at = (name: string, path: string, asked: Asked = {}): Case => ({
    name,
    ask: (connections, seconds) => burst(address + path, connections, seconds, asked),
  })
  const held = async (name: string, path: string) => at(name, path, { status: 304, etag: await tagOf(path) })
  const status = '/api/v1/status?material=Dy&form=metal&on=2026-11-22&rev=1'
  return [
    { name: 'floor: node:http', ask: (connections, seconds) => burst(text.address, connections, seconds) },
    { name: 'floor: select 1', ask: (connections, seconds) => askTheDatabase(databaseUrl, connections, seconds) },
    at('floor: empty static page', FLOORS.emptyStatic),
    at('floor: static page of the same bytes', await pageOfTheSameBytes(served)),
    at('floor: empty dynamic page', FLOORS.emptyDynamic),
    at('floor: empty route handler', FLOORS.emptyHandler),
    at('front page', '/'),
    neverAsked(address),
    at('matrix, pinned', MATRIX),
    await held('matrix, pinned, 304', MATRIX),
    at('material, pinned', '/r/1/2026-11-22/materials/Dy'),
    at('material', '/materials/Dy'),
    at('proof', '/r/1/2026-11-22/proof/Ho/metal'),
    at('compare', '/r/1/2026-11-11/compare/1/2026-11-10'),
    at('claims', '/r/1/2026-11-22/claims'),
    at('product check', '/r/1/2026-11-22/to/US/check/code/2805301910/named/Mitsubishi'),
    at('API', status),
    await held('API, 304', status),
    at('snapshot', await desk.snapshot()),
    at('export, CSV', '/r/1/2026-11-22/matrix.csv'),
    at('export, XLSX', '/r/1/2026-11-22/matrix.xlsx'),
    at('search', '/search?q=dysprosium'),
    at('preview', await desk.previewed(), { cookie: await desk.cookie() }),
  ]
}

/** Each page of it is asked once, so each is made: however many are asked, none was kept. */
function neverAsked(address: string): Case {
  const fresh = matricesNeverAsked()
  return {
    name: 'matrix, pinned, first',
    ask: (connections, seconds) => {
      const paths = Array.from({ length: Math.ceil(400 * seconds) }, () => fresh.next().value ?? MATRIX)
      return burst(address, connections, seconds, { paths })
    },
  }
}
