import { setTimeout as pause } from 'node:timers/promises'
import { stopChildren } from '@/lib/operating/processes'
import { onStop, stop } from '@/lib/operating/stopping.mjs'
import { clock, crowdOf, type Outcome, type Place, type Told } from './crowd'
import { type Acknowledged, faultsOf, staleOf, summed } from './crowd-verdict'
import { type Desk, deskOf } from './desk'
import { startMeasured } from './measured-server'
import { minutesIn, sample, tellMemory } from './soak'
import { isSteady, type Sample } from './soak-verdict'

const CONNECTIONS = 64
const MINUTES = 5
const EVERY_MS = 5_000

/** Full of pages long before the half: see `soak`. */
const PAGE_STORE_MB = '32'

/** What means "now", and says of which revision it is. */
const NOW: readonly Place[] = [
  { path: '/', names: 'rewrite' },
  { path: '/materials/Dy', names: 'rewrite' },
  { path: '/zh', names: 'rewrite' },
  { path: '/claims', names: 'rewrite' },
  { path: '/api/v1/status?material=Dy&form=metal', names: 'header' },
  { path: '/api/v1/matrix', names: 'header' },
  { path: '/feed.xml', names: 'feed' },
  { path: '/feed.json', names: 'feed' },
]

const ELSE = [
  '/r/1/2026-11-22/matrix',
  '/r/1/2025-10-09/known/2025-10-01/to/US/matrix',
  '/zh/r/1/2026-11-22/materials/Dy',
  '/r/1/2026-11-11/compare/1/2026-11-10',
  '/r/1/2026-11-22/to/US/check/code/2805301910/named/Mitsubishi',
  '/api/v1/status?material=Dy&form=metal&on=2026-11-22&rev=1',
  '/r/1/2026-11-22/matrix.csv',
  '/r/1/2026-11-22/matrix.xlsx',
  '/r/1/2026-11-22/matrix.svg',
  '/search?q=dysprosium',
  '/zh/search?q=%E9%95%9D',
  '/healthz',
]

/** A page in each round that few asked for before: a day further back each time, for one buyer after the other. */
function* neverAsked(): Generator<string> {
  for (const to of ['', '/to/US', '/to/JP', '/to/DE', '/to/KR', '/to/IN']) {
    for (let back = 0; back < 400; back += 1) {
      const day = new Date(Date.UTC(2026, 10, 21) - back * 86_400_000).toISOString().slice(0, 10)
      yield `/r/1/${day}${to}/materials/${['Dy', 'Tb', 'Ho'][back % 3]}`
    }
  }
}

/**
 * `npm run soak -- --load`: sixty-four readers ask for everything for five minutes while an editor publishes every five seconds.
 * Nothing may break, nobody may be told an older revision than the one that was acknowledged before they asked, and memory
 * stays flat.
 */
export async function soakUnderLoad(words: readonly string[]): Promise<void> {
  const seconds = minutesIn(words, MINUTES) * 60
  onStop(() => stopChildren())
  const server = await startMeasured({ PAGE_STORE_MB })
  const desk = await deskOf(server)
  const fresh = [...neverAsked()]
  const places = fresh.flatMap((path) => [...NOW, { path }, ...ELSE.map((one) => ({ path: one }))])
  let reading = true
  const crowd = crowdOf(server.address, places, seconds, { closed: { connections: CONNECTIONS } }).finally(() => {
    reading = false
  })
  const [told, acknowledged, samples] = await Promise.all([
    crowd,
    publishing(desk, () => reading),
    sampling(server.inside, () => reading),
  ])
  const stale = staleOf(told.named, acknowledged)
  const faults = faultsOf(told.outcomes)
  tellCrowd(told, seconds)
  console.log(`${acknowledged.length} revisions were published meanwhile.`)
  console.log(`${told.named.length} answers to “now” named their revision; stale: ${stale.length}.`)
  for (const { path, outcome, times } of faults)
    console.log(`not answered well: ${path}: ${outcome}, ${times.length} times`)
  for (const one of stale.slice(0, 5)) console.log(`stale: ${JSON.stringify(one)}`)
  tellMemory(samples)
  const good = faults.length === 0 && stale.length === 0 && acknowledged.length > 0 && isSteady(samples)
  console.log(good ? 'It held.' : 'It did not hold.')
  await stop(good ? 0 : 1)
}

/** Publishes as long as there are readers; gives when each revision was acknowledged. */
async function publishing(desk: Desk, going: () => boolean): Promise<readonly Acknowledged[]> {
  const acknowledged: Acknowledged[] = []
  while (going()) {
    const began = clock()
    const publish = await desk.drafted()
    const revision = await publish()
    acknowledged.push({ at: clock(), revision })
    await pause(Math.max(0, EVERY_MS - (clock() - began)))
  }
  return acknowledged
}

async function sampling(inside: Parameters<typeof sample>[0], going: () => boolean): Promise<readonly Sample[]> {
  const samples: Sample[] = []
  for (const began = clock(); going(); await pause(EVERY_MS))
    samples.push(await sample(inside, (clock() - began) / 1000))
  return samples
}

/** Tells what was asked, how often, and how long answers took; pages that were asked for once each are told as one. */
export function tellCrowd({ outcomes, late }: Told, seconds: number): void {
  const groups = new Map<string, Outcome[]>()
  for (const one of outcomes) groups.set(groupOf(one), [...(groups.get(groupOf(one)) ?? []), one])
  const rows = [...groups].map(([group, all]) => {
    const { requests, p50, p99 } = summed(all, all[0]?.outcome ?? '')
    return [group, { requests, 'p50 ms': Math.round(p50 * 10) / 10, 'p99 ms': Math.round(p99 * 10) / 10 }] as const
  })
  console.table(Object.fromEntries(rows))
  const all = outcomes.reduce((sum, { times }) => sum + times.length, 0)
  console.log(`${all} requests in ${seconds} s, ${Math.round(all / seconds)} a second; not sent: ${late}.`)
}

function groupOf({ path, outcome }: Outcome): string {
  return `${path.replace(/^\/r\/1\/\d{4}-\d\d-\d\d(\/to\/..)?\/materials\/\w\w$/, 'pages asked for seldom')} · ${outcome}`
}
