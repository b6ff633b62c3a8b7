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

async function freeze(address: string, view: string): Promise<string> {
  const body = new URLSearchParams({ address: view })
  const answer = await fetch(`${address}/s`, { method: 'POST', body, redirect: 'manual' })
  const to = answer.headers.get('location')
  if (answer.status !== 303 || to === null) throw new Error(`not frozen: ${answer.status} ${await answer.text()}`)
  return to
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
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN
  return { p50: at(0.5), p99: at(0.99) }
}
