import fc from 'fast-check'
import { type Bounds, faultsOf } from './faults'
import { type Asked, plainly, type Sender, senderTo, told } from './sending'

/** What a run of requests brought. */
export type Told = {
  readonly asked: number
  /** How often each status was answered. */
  readonly statuses: ReadonlyMap<number, number>
  /** Each fault once, with how often it was seen and the first request that showed it. */
  readonly faults: ReadonlyMap<string, { readonly times: number; readonly request: string }>
  readonly slowestMs: number
}

export type Terms = {
  readonly address: string
  readonly bounds: Bounds
  readonly seed: number
  readonly runs: number
  /** Requests under way at once. */
  readonly atOnce: number
}

/** So long an answer is waited for beyond the bound, to tell a slow one from none. */
const BEYOND_MS = 8000

/** Addresses of this machine that requests come from, so that no limit of one address hides what is behind it. */
const SENDERS = 200

/** Sends requests made from a seed, and judges every answer. */
export async function runRequests(requests: fc.Arbitrary<Asked>, terms: Terms): Promise<Told> {
  const { address, bounds, seed, runs, atOnce } = terms
  const waiting = fc.sample(requests, { seed, numRuns: runs })
  const senders = await sendersTo(address)
  const statuses = new Map<number, number>()
  const faults = new Map<string, { times: number; request: string }>()
  let [sent, slowestMs] = [0, 0]
  const next = async (): Promise<void> => {
    for (let asked = waiting.pop(); asked !== undefined; asked = waiting.pop()) {
      const came = await senders[sent++ % senders.length]?.ask(asked, bounds.slowMs + BEYOND_MS)
      if (came === undefined) throw new Error('nobody asks')
      if (came.came === 'answer') {
        statuses.set(came.status, (statuses.get(came.status) ?? 0) + 1)
        slowestMs = Math.max(slowestMs, came.ms)
      }
      const status = came.came === 'answer' ? ` (${came.status} ${came.headers['content-type'] ?? ''})` : ''
      for (const what of faultsOf(asked, came, bounds)) {
        const fault = what + status
        const before = faults.get(fault)
        faults.set(fault, { times: (before?.times ?? 0) + 1, request: before?.request ?? told(asked) })
      }
    }
  }
  await Promise.all(Array.from({ length: atOnce }, next))
  for (const sender of senders) sender.close()
  return { asked: sent, statuses, faults, slowestMs: Math.round(slowestMs) }
}

/** Where a machine has one address of its own only, as some systems do, all come from that. */
async function sendersTo(address: string): Promise<readonly Sender[]> {
  const { port } = new URL(address)
  const probe = senderTo(address, '127.0.7.1')
  const came = await probe.ask(plainly('/healthz'), 10_000)
  probe.close()
  if (came.came !== 'answer') return [senderTo(`http://127.0.0.1:${port}`)]
  return Array.from({ length: SENDERS }, (_, at) => senderTo(address, `127.${7 + at}.0.1`))
}
