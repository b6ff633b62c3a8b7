import { freeze } from './desk'
import { percentile } from './statistics'

/** Fewer than one address may freeze in a while; each is another day, so each is worked out and kept anew. */
const FROZEN = 50
const READS = 200

type Percentiles = { readonly p50: number; readonly p99: number }

/** Milliseconds to freeze a matrix and to read it again, one request after the other, and how many bytes that is. */
export async function timeSnapshots(address: string) {
  const created: number[] = []
  let last = ''
  for (let at = 0; at < FROZEN; at += 1) {
    const day = new Date(Date.UTC(2025, 9, 1 + at)).toISOString().slice(0, 10)
    const began = performance.now()
    last = await freeze(address, `/r/1/${day}/matrix`)
    created.push(performance.now() - began)
  }
  const payload = await (await fetch(`${address}${last}.json`)).arrayBuffer()
  const page = await (await fetch(`${address}${last}`)).arrayBuffer()
  const table = {
    'frozen, ms': percentilesOf(created),
    'page read, ms': { ...(await timeReads(`${address}${last}`)), bytes: page.byteLength },
    'file read, ms': { ...(await timeReads(`${address}${last}.json`)), bytes: payload.byteLength },
  }
  return { table }
}

async function timeReads(address: string): Promise<Percentiles> {
  const times: number[] = []
  for (let round = 0; round < READS; round += 1) {
    const began = performance.now()
    const answer = await fetch(address)
    await answer.arrayBuffer()
    times.push(performance.now() - began)
    if (answer.status !== 200) throw new Error(`${address}: ${answer.status}`)
  }
  return percentilesOf(times)
}

function percentilesOf(times: readonly number[]): Percentiles {
  const sorted = times.toSorted((a, b) => a - b)
  return { p50: percentile(sorted, 0.5), p99: percentile(sorted, 0.99) }
}
