import { setTimeout as pause } from 'node:timers/promises'
import { stopChildren } from '@/lib/operating/processes'
import { onStop, stop } from '@/lib/operating/stopping.mjs'
import { crowdOf, type Place } from './crowd'
import { complaintsOf, faultsOf, summed } from './crowd-verdict'
import { type MeasuredServer, startMeasured } from './measured-server'
import { tellCrowd } from './soak-load'

/** How many times as many come as can be answered, and for how long. */
const TIMES = 10
const SECONDS = 60
/** As many as ask while the sustainable rate is measured, and while it is quiet. */
const MANY = 32
const FEW = 2
const MEASURED_SECONDS = 10
/** What is still being answered when the crowd is gone has so long. */
const REST_MS = 10_000
/** Connections of the crowd at most: who would be one more is not sent, and told. */
const MOST = 4_000
const MOST_A_SECOND = 20_000

const KEPT = ['/r/1/2026-11-22/matrix', '/r/1/2026-11-22/claims']

/** What has to be made each time: searches, comparisons, checks, files, and answers for machines. */
const MADE = [
  '/search?q=dysprosium',
  '/r/1/2026-11-22/matrix.csv',
  '/zh/search?q=%E9%95%9D',
  '/api/v1/search?q=Dy',
  '/r/1/2026-11-22/matrix.svg',
  '/api/v1/status?material=Dy&form=metal',
]

/**
 * `npm run soak -- --overload`: ten times as many readers as can be answered come for a minute, whatever becomes of those before
 * them. The server has to turn most of them away, answer the others, give what is kept to all, and be as it was soon after.
 */
export async function soakOverload(words: readonly string[]): Promise<void> {
  onStop(() => stopChildren())
  const server = await startMeasured()
  const made = MADE.map((path): Place => ({ path }))
  const places = [...made, ...KEPT.map((path) => ({ path }))]
  const ask = (connections: number) => crowdOf(server.address, made, MEASURED_SECONDS, { closed: { connections } })
  await ask(MANY) // warms up
  for (const path of KEPT) await (await fetch(server.address + path)).arrayBuffer()
  const before = await quiet(server, ask)
  const sustained = await ask(MANY)
  const sustainable = summed(sustained.outcomes, '200').requests / MEASURED_SECONDS
  const perSecond = Math.min(MOST_A_SECOND, sustainable * (timesIn(words) ?? TIMES))
  console.log(`${Math.round(sustainable)} answers a second can be made; ${Math.round(perSecond)} are asked for.`)
  const told = await crowdOf(server.address, places, SECONDS, { open: { perSecond, most: MOST } })
  await pause(REST_MS)
  const after = await quiet(server, ask)
  tellCrowd(told, SECONDS)
  console.table({ before, after })
  const faults = [...faultsOf(sustained.outcomes), ...faultsOf(told.outcomes, true)]
  for (const { path, outcome, times } of faults)
    console.log(`not answered well: ${path}: ${outcome}, ${times.length} times`)
  const overload = { before, outcomes: told.outcomes, kept: KEPT, after, restarted: before.pid !== after.pid }
  const complaints = complaintsOf(overload)
  console.log(complaints.length === 0 ? 'It got over it.' : `It did not: ${complaints.join(', ')}.`)
  await stop(complaints.length === 0 ? 0 : 1)
}

/** How quick a server is while few ask, and what its process holds. */
async function quiet({ inside }: MeasuredServer, ask: (connections: number) => ReturnType<typeof crowdOf>) {
  const { outcomes } = await ask(FEW)
  const { heap, rss, pid } = await inside<{ heap: number; rss: number; pid: number }>('/memory')
  return { p50: summed(outcomes, '200').p50, heap: heap / 2 ** 20, rss: rss / 2 ** 20, pid }
}

function timesIn(words: readonly string[]): number | null {
  const said = words.find((word) => word.startsWith('--times='))?.slice('--times='.length)
  return said === undefined ? null : Number(said)
}
