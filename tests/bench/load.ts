import http from 'node:http'

/** What a burst of requests to one address measured. Times are milliseconds. */
export type Burst = { readonly requests: number; readonly seconds: number; readonly times: readonly number[] }

/**
 * Asks for one address over `connections` kept connections for `seconds`, each asking again when it was answered.
 * Loopback only, and it ends by itself.
 *
 * @param etag what is said to be held already, for answers that are not sent again.
 * @throws {Error} when an answer is not `status`.
 */
export async function burst(
  address: string,
  connections: number,
  seconds: number,
  status = 200,
  etag?: string,
): Promise<Burst> {
  const agent = new http.Agent({ keepAlive: true, maxSockets: connections })
  const times: number[] = []
  const began = performance.now()
  const until = began + seconds * 1000
  const one = async () => {
    while (performance.now() < until) {
      const asked = performance.now()
      const answered = await get(address, agent, etag)
      if (answered !== status) throw new Error(`${address} answered ${answered}`)
      times.push(performance.now() - asked)
    }
  }
  await Promise.all(Array.from({ length: connections }, one))
  agent.destroy()
  return { requests: times.length, seconds: (performance.now() - began) / 1000, times }
}

/** Requests per second and the middle and 99th percentile of what they took, over several bursts. */
export function summaryOf(bursts: readonly Burst[]) {
  const times = bursts.flatMap((one) => one.times).sort((a, b) => a - b)
  const seconds = bursts.reduce((sum, one) => sum + one.seconds, 0)
  const at = (share: number) => times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0
  return { perSecond: times.length / seconds, p50: at(0.5), p99: at(0.99) }
}

function get(address: string, agent: http.Agent, etag?: string): Promise<number> {
  const held = etag === undefined ? {} : { 'if-none-match': etag }
  return new Promise((resolve, reject) => {
    http
      .get(address, { agent, headers: { 'accept-encoding': 'gzip', ...held } }, (answer) => {
        answer.resume()
        answer.on('end', () => resolve(answer.statusCode ?? 0))
      })
      .on('error', reject)
  })
}
