import { gzipSync } from 'node:zlib'
import { type Burst, burst } from './load'
import { FLOORS, MATRIX, pageOfTheSameBytes } from './pages'
import type { Served } from './served'
import { median, orderOf, percentile, ratioOf } from './statistics'
import type { Measured, Ratio, Subject, Table } from './subject'
import { usageBelow } from './usage'

const CONNECTIONS = [1, 8, 32]
const ROUNDS = 7
const SECONDS = 0.4
const STATUS = '/api/v1/status?material=Dy&form=metal&on=2026-11-22&rev=1'

type Case = { readonly name: string; readonly path: string; readonly etag?: string }

/** What is held against what, each as `[what, its floor]`. */
const PAIRS = {
  pinned: ['matrix, pinned', 'static page of the same bytes'],
  pinnedEmpty: ['matrix, pinned', 'empty static page'],
  now: ['front page', 'empty dynamic page'],
  nowPinned: ['front page', 'matrix, pinned'],
  api304: ['API, 304', 'empty route handler'],
} as const

/**
 * The ratios that Sluice is held to. Every round asks every case in turn, there and back, at each number of connections; a
 * ratio is the median of its rounds' ratios over all of them, told with how far they were apart.
 */
export const targets: Subject = {
  name: 'targets',
  tells: 'what is asked most beside its floor',
  run: async (served) => held(await served()),
}

async function held(served: Served): Promise<Measured> {
  const cases = await casesOf(served)
  const ratios: { [name: string]: Ratio } = {}
  const rows: { [name: string]: Table[string] } = {}
  const everyRound: ReadonlyMap<string, number>[] = []
  const everyCpu: ReadonlyMap<string, number>[] = []
  for (const connections of CONNECTIONS) {
    const { rates, cpu, bursts } = await roundsOf(served, cases, connections)
    everyRound.push(...rates)
    everyCpu.push(...cpu)
    for (const { name } of cases) rows[`${name} · ${connections}`] = rowOf(name, rates, cpu, bursts)
    for (const [name, [one, other]] of Object.entries(PAIRS))
      ratios[`${name}At${connections}`] = ratioIn(rates, one, other)
  }
  for (const [name, [one, other]] of Object.entries(PAIRS)) {
    ratios[name] = ratioIn(everyRound, one, other)
    // Of CPU less is better: turned round, so that all ratios read alike.
    ratios[`${name}Cpu`] = ratioIn(everyCpu, other, one)
  }
  return { table: rows, ratios, notes: [await bytesTold(served)] }
}

async function casesOf(served: Served): Promise<readonly Case[]> {
  const etag = (await fetch(served.address + STATUS)).headers.get('etag')
  if (etag === null) throw new Error('the API gave no entity tag')
  return [
    { name: 'empty static page', path: FLOORS.emptyStatic },
    { name: 'matrix, pinned', path: MATRIX },
    { name: 'static page of the same bytes', path: await pageOfTheSameBytes(served) },
    { name: 'front page', path: '/' },
    { name: 'empty dynamic page', path: FLOORS.emptyDynamic },
    { name: 'API, 304', path: STATUS, etag },
    { name: 'empty route handler', path: FLOORS.emptyHandler },
  ]
}

async function roundsOf(served: Served, cases: readonly Case[], connections: number) {
  const rates: Map<string, number>[] = []
  const cpu: Map<string, number>[] = []
  const bursts = new Map<string, Burst[]>()
  for (let round = -1; round < ROUNDS; round += 1) {
    const rate = new Map<string, number>()
    const spent = new Map<string, number>()
    for (const { name, path, etag } of orderOf(cases, round + 1)) {
      const before = usageBelow(served.pid)
      const asked = etag === undefined ? {} : { status: 304, etag }
      const one = await burst(served.address + path, connections, SECONDS, asked)
      const after = usageBelow(served.pid)
      if (round < 0) continue // warms up
      rate.set(name, one.times.length / one.seconds)
      if (before !== null && after !== null) spent.set(name, (after.server - before.server) / one.times.length)
      bursts.set(name, [...(bursts.get(name) ?? []), one])
    }
    if (round >= 0) rates.push(rate)
    if (round >= 0 && spent.size > 0) cpu.push(spent)
  }
  return { rates, cpu, bursts }
}

function rowOf(
  name: string,
  rates: readonly ReadonlyMap<string, number>[],
  cpu: readonly ReadonlyMap<string, number>[],
  bursts: ReadonlyMap<string, readonly Burst[]>,
) {
  const times = Float64Array.from((bursts.get(name) ?? []).flatMap((one) => [...one.times])).sort()
  return {
    'per second': median(rates.map((rate) => rate.get(name) ?? Number.NaN)),
    'p50 ms': percentile(times, 0.5),
    'p99 ms': percentile(times, 0.99),
    'CPU µs': cpu.length === 0 ? null : median(cpu.map((spent) => spent.get(name) ?? Number.NaN)),
  }
}

function ratioIn(rounds: readonly ReadonlyMap<string, number>[], one: string, other: string): Ratio {
  return ratioOf(rounds.map((round) => [round.get(one) ?? Number.NaN, round.get(other) ?? Number.NaN]))
}

async function bytesTold(served: Served): Promise<string> {
  const told = async (path: string) => {
    const html = Buffer.from(await (await fetch(served.address + path)).arrayBuffer())
    return `${html.length} bytes of HTML, ${gzipSync(html).length} compressed`
  }
  const same = await told(await pageOfTheSameBytes(served))
  return `The matrix has ${await told(MATRIX)}; the static page that it is held against ${same}: its text is the matrix's own.`
}
