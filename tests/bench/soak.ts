import { setTimeout as pause } from 'node:timers/promises'
import { stopChildren } from '@/lib/operating/processes'
import { onStop, stop } from '@/lib/operating/stopping.mjs'
import { burst } from './load'
import { startMeasured } from './measured-server'
import { FLAT_BELOW, type Sample, verdictOf } from './soak-verdict'

const CONNECTIONS = 4
/** Of every second so much is asked for, so that the rate is bounded and the machine is left some time. */
const ASKED = 0.5
const EVERY_SECONDS = 5

/** Few enough that it is full of pages long before the half: what leaves it again has to leave the memory too. */
const PAGE_STORE_MB = '32'

const KEPT = ['/', '/r/1/2026-11-22/matrix', '/materials/Dy', '/claims', '/evidence', '/zh/']
const MADE = [
  '/api/v1/status?material=Dy&form=metal&on=2026-11-22&rev=1',
  '/search?q=dysprosium',
  '/compare?a=1&b=1',
  '/r/1/2026-11-22/matrix.csv',
  '/r/1/2026-11-22/matrix.svg',
  '/feed.xml',
  '/there/is/no/such/page',
]

/** Pages that nobody asked for before: a day further back each time, for one of three materials. */
function neverAsked(number: number): string {
  const day = new Date(Date.UTC(2026, 10, 21) - (number % 1000) * 86_400_000).toISOString().slice(0, 10)
  return `/r/1/${day}/materials/${['Dy', 'Tb', 'Ho'][Math.floor(number / 1000) % 3]}`
}

/** `npm run soak`: reads a production server for some minutes and tells whether its memory stays flat. */
export async function soak(words: readonly string[]): Promise<void> {
  const minutes = minutesIn(words, 10)
  onStop(() => stopChildren())
  const server = await startMeasured({ PAGE_STORE_MB })
  const samples: Sample[] = []
  const began = performance.now()
  const second = () => (performance.now() - began) / 1000
  let requests = 0
  for (let next = 0; second() < minutes * 60; next += 1) {
    const kinds = [KEPT[next % KEPT.length], MADE[next % MADE.length], neverAsked(next)]
    for (const place of kinds) requests += await ask(server.address + place)
    await pause(1000 * (1 - ASKED))
    if (second() >= samples.length * EVERY_SECONDS) samples.push(await sample(server.inside, second()))
  }
  console.log(`${requests} requests over ${CONNECTIONS} connections; pages kept: ${PAGE_STORE_MB} MB at most.`)
  tellMemory(samples)
  await stop(verdictOf(samples).flat ? 0 : 1)
}

/** How long it takes, by the words of the command. */
export function minutesIn(words: readonly string[], usual: number): number {
  const minutes = Number(words.find((word) => word.startsWith('--minutes='))?.slice('--minutes='.length) ?? usual)
  if (!(minutes > 0 && minutes <= 120)) throw new Error('--minutes must be a number above 0, 120 at most.')
  return minutes
}

/** Asks for one address until its share of a second is over, whatever it answers: refusals are answers too. */
async function ask(address: string): Promise<number> {
  const { status } = await fetch(address, { redirect: 'manual' })
  return (await burst(address, CONNECTIONS, ASKED / 3, { status })).times.length
}

export async function sample(inside: <Told>(place: string) => Promise<Told>, second: number): Promise<Sample> {
  const { heap, rss } = await inside<{ heap: number; rss: number }>('/memory')
  return { second, heap: heap / 2 ** 20, rss: rss / 2 ** 20 }
}

/** Tells how much memory was taken when. */
export function tellMemory(samples: readonly Sample[]): void {
  const shown = samples.filter((_, at) => at % Math.ceil(samples.length / 20) === 0 || at === samples.length - 1)
  const rounded = shown.map((one) => ({
    second: Math.round(one.second),
    'heap, MB': tenth(one.heap),
    'all, MB': tenth(one.rss),
  }))
  console.table(rounded)
  const { heap, rss, flat } = verdictOf(samples)
  console.log(
    `In the last half the heap grew by ${heap.toFixed(2)} MB a minute, all memory by ${rss.toFixed(2)}: ` +
      `${flat ? 'flat' : 'not flat'} (flat is below ${FLAT_BELOW.heap} and ${FLAT_BELOW.rss}).`,
  )
}

function tenth(value: number): number {
  return Math.round(value * 10) / 10
}
