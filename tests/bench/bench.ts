import http from 'node:http'
import { timeTheApi } from './api'
import { bytesOf } from './bytes'
import { bytesOfCharts } from './charts'
import { timeTheChecks } from './checks'
import { timeTheClaims } from './claims'
import { timeEditing } from './editing'
import { timeExports } from './exports'
import { timeTheLedger } from './ledger'
import { type Burst, burst, summaryOf } from './load'
import { timeThePalette } from './palette'
import { timePictures } from './pictures'
import { serveForBench } from './served'
import { timeSnapshots } from './snapshots'

const CONNECTIONS = 16
const ROUNDS = 4
const SECONDS = 2

/** Every case is asked in turn in every round, so that a busy spell of the machine falls on all of them alike. */
const CASES = {
  'node:http hello': '',
  'empty static page': '/api/bench/static',
  'empty dynamic page': '/api/bench/dynamic',
  'matrix, pinned': '/r/1/2026-11-22/matrix',
  'matrix, now (/)': '/',
  'material, pinned': '/r/1/2026-11-22/materials/Dy',
  'material, now': '/materials/Dy',
  'proof, pinned': '/r/1/2026-11-22/proof/Ho/metal',
  'claims, pinned': '/r/1/2026-11-22/claims',
  'API status': '/api/v1/status?material=Dy&form=metal&on=2026-11-22&rev=1',
} as const

type Case = keyof typeof CASES

const served = await serveForBench()
const hello = http.createServer((_, answer) => answer.end('hello')).listen(4791, '127.0.0.1')
try {
  const bursts = new Map<Case, Burst[]>()
  for (let round = 0; round <= ROUNDS; round += 1) {
    for (const [name, path] of Object.entries(CASES) as [Case, string][]) {
      const address = path === '' ? 'http://127.0.0.1:4791/' : served.address + path
      const measured = await burst(address, CONNECTIONS, round === 0 ? 0.5 : SECONDS)
      if (round > 0) bursts.set(name, [...(bursts.get(name) ?? []), measured]) // the first round warms up
    }
  }
  await report(bursts)
} finally {
  hello.close()
  await served.stop()
}

async function report(bursts: ReadonlyMap<Case, readonly Burst[]>): Promise<void> {
  const cases = Object.fromEntries([...bursts].map(([name, all]) => [name, summaryOf(all)]))
  const rate = (name: Case) => cases[name]?.perSecond ?? Number.NaN
  const bytes = {
    '/': await bytesOf(served.address, '/'),
    '/r/1/2026-11-22/matrix': await bytesOf(served.address, '/r/1/2026-11-22/matrix'),
    '/materials/Dy': await bytesOf(served.address, '/materials/Dy'),
    'empty static page': await bytesOf(served.address, '/api/bench/static'),
  }
  const result = {
    ratios: {
      pinnedEmpty: rate('matrix, pinned') / rate('empty static page'),
      now: rate('matrix, now (/)') / rate('empty dynamic page'),
    },
    cases,
    bytes,
    charts: await bytesOfCharts(served.address),
    ledger: timeTheLedger(),
    checks: timeTheChecks(),
    claims: timeTheClaims(),
    editing: await timeEditing(),
    api: await timeTheApi(served.address),
    palette: await timeThePalette(served.address),
    snapshots: await timeSnapshots(served.address),
    exports: await timeExports(),
    pictures: await timePictures(served.address),
    start: { first: served.firstStart, second: served.secondStart },
  }
  if (process.argv.includes('--json')) console.log(JSON.stringify(result))
  else show(result)
}

function show({
  ratios,
  cases,
  bytes,
  charts,
  ledger,
  checks,
  editing,
  api,
  palette,
  snapshots,
  exports,
  pictures,
  start,
}: Shown): void {
  console.table(rounded(cases))
  console.table(bytes)
  console.table(charts)
  console.table(rounded({ ratios }))
  console.table(rounded({ 'the ledger, ms': ledger }))
  console.table(rounded({ 'a check, ms': checks }))
  console.table(Object.fromEntries(Object.entries(editing).map(([work, ms]) => [work, { ms: Math.round(ms) }])))
  const { bytes: frozen, ...times } = snapshots
  console.table(rounded(times))
  console.table({ 'a snapshot, bytes': frozen })
  console.table(rounded(exports))
  console.table(rounded(pictures))
  console.table(api)
  console.table(palette)
  console.table(rounded({ 'start, s': start }))
}

type Figures = { readonly [name: string]: number }
type Shown = {
  readonly ratios: Figures
  readonly cases: { readonly [name: string]: Figures }
  readonly bytes: { readonly [name: string]: object }
  readonly charts: { readonly [name: string]: Figures }
  readonly ledger: Figures
  readonly checks: Figures
  readonly editing: Figures
  readonly api: { readonly [name: string]: Figures }
  readonly palette: { readonly [name: string]: Figures }
  readonly snapshots: Awaited<ReturnType<typeof timeSnapshots>>
  readonly exports: Awaited<ReturnType<typeof timeExports>>
  readonly pictures: Awaited<ReturnType<typeof timePictures>>
  readonly start: Figures
}

function rounded(table: { readonly [name: string]: Figures }) {
  const round = (figures: Figures) =>
    Object.fromEntries(Object.entries(figures).map(([name, value]) => [name, Math.round(value * 100) / 100]))
  return Object.fromEntries(Object.entries(table).map(([name, figures]) => [name, round(figures)]))
}
