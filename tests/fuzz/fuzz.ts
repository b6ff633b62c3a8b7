import type fc from 'fast-check'
import { addressOf } from '@/lib/contract/address'
import { freePort } from '@/lib/operating/embedded-postgres'
import { inProject } from '@/lib/operating/root'
import { onStop, stop } from '@/lib/operating/stopping.mjs'
import { makeAccounts } from '../support/accounts'
import { someCoordinates } from '../support/coordinates'
import { newDatabase, type RunningSluice, startSluice } from '../support/sluice'
import { startThrowAwayPostgres } from '../support/throw-away-postgres'
import { aSnapshot } from './a-snapshot'
import { addressRequests } from './address-requests'
import { apiRequests } from './api-requests'
import type { Bounds } from './faults'
import { fuzzForms } from './fuzz-forms'
import { fuzzImports } from './fuzz-imports'
import { headerRequests } from './header-requests'
import { runRaw } from './run-raw'
import { runRequests } from './run-requests'
import { aSeed } from './seeds'
import type { Asked } from './sending'

/** How many of each kind a whole run sends. */
const RUNS = { api: 2500, addresses: 3000, headers: 2000, forms: 1500, imports: 10_000 }
type Kind = keyof typeof RUNS
const KINDS = Object.keys(RUNS) as Kind[]

/** An answer that takes longer has hung, in milliseconds. */
const SLOW_MS = 2000

/** One request is made ready while another is answered, and no more: what is measured is how long one takes. */
const AT_ONCE = 2

/** `npm run fuzz`: sends a server of its own what nobody should send, and tells what it could not bear. */
export async function fuzz(words: readonly string[]): Promise<void> {
  const said = (name: string) => words.find((word) => word.startsWith(`--${name}=`))?.slice(name.length + 3)
  const seed = Number(said('seed') ?? aSeed())
  const only = said('only')
  if (only !== undefined && !KINDS.some((kind) => kind === only))
    throw new Error(`--only is one of ${KINDS.join(', ')}.`)
  if (!Number.isSafeInteger(seed)) throw new Error('--seed is a whole number.')
  const runsOf = (kind: Kind) => Number(said('runs') ?? RUNS[kind])
  const asked = KINDS.filter((kind) => only === undefined || kind === only)
  console.log(`Seed ${seed}.`)

  const postgres = await startThrowAwayPostgres()
  onStop(postgres.remove)
  const faults: string[] = []
  const tell = (kind: string, summary: string, found: readonly string[]) => {
    console.log(`${kind}: ${summary}`)
    for (const fault of found) console.log(`  - ${fault}`)
    faults.push(...found)
  }
  if (asked.includes('imports')) {
    const { url } = await newDatabase(postgres.url('postgres'))
    tell('imports', ...(await fuzzImports(url, { seed, runs: runsOf('imports') })))
  }
  if (asked.some((kind) => kind !== 'imports')) {
    const { url } = await newDatabase(postgres.url('postgres'))
    const sluice = await serve(url)
    const bounds = { slowMs: SLOW_MS, secrets: [inProject('.'), new URL(url).password].filter((one) => one !== '') }
    for (const kind of asked) {
      const terms = { address: sluice.address, bounds, seed, runs: runsOf(kind), atOnce: AT_ONCE }
      if (kind === 'forms') tell(kind, ...(await fuzzForms(terms)))
      else if (kind !== 'imports') tell(kind, ...(await fuzzRequests(await requestsOf(kind, sluice.address), terms)))
      if (kind === 'headers') tell('raw', 'sent', await runRaw(sluice.address, bounds.slowMs))
    }
    // A server that complained, or that is gone, is a fault as any other.
    await sluice.stop().catch((error: Error) => tell('the server', 'at the end', [error.message]))
  }
  console.log(
    faults.length === 0 ? 'No failure.' : `${faults.length} failures; “--seed=${seed} --only=…” shows them again.`,
  )
  await stop(faults.length === 0 ? 0 : 1)
}

/** Requests are not logged: whatever is still said is a complaint. */
const SILENT = { LOG_LEVEL: 'error', LOG_REQUESTS: 'none' }

async function serve(databaseUrl: string): Promise<RunningSluice> {
  process.env['NEXT_DIST_DIR'] ??= '.next'
  const log = inProject('.cache/tests/fuzz.log')
  const sluice = await startSluice({
    host: '127.0.0.1',
    port: String(await freePort()),
    databaseUrl,
    log,
    settings: SILENT,
  })
  await makeAccounts(databaseUrl)
  return sluice
}

const pinned = someCoordinates.map((coordinates) => addressOf({ ...coordinates, revision: 1 }))

async function requestsOf(kind: 'api' | 'addresses' | 'headers', address: string): Promise<fc.Arbitrary<Asked>> {
  if (kind === 'api') return apiRequests(address)
  return kind === 'headers' ? headerRequests() : addressRequests(await aSnapshot(address), [pinned])
}

async function fuzzRequests(
  requests: fc.Arbitrary<Asked>,
  terms: { address: string; bounds: Bounds; seed: number; runs: number; atOnce: number },
): Promise<[string, readonly string[]]> {
  const { asked, statuses, faults, slowestMs } = await runRequests(requests, terms)
  const counted = [...statuses].sort(([a], [b]) => a - b).map(([status, times]) => `${status} ${times}×`)
  return [
    `${asked} requests, slowest ${slowestMs} ms; ${counted.join(', ')}`,
    [...faults].map(([fault, { times, request }]) => `${fault}, ${times}×: ${request}`),
  ]
}
