import type { ChildProcess } from 'node:child_process'
import { endOf, startNode } from '@/lib/operating/processes'
import { inProject } from '@/lib/operating/root'
import { percentile } from './statistics'

/** What a burst of requests measured. Times are milliseconds, `cpu` microseconds of the generator itself. */
export type Burst = {
  readonly times: Float64Array
  readonly seconds: number
  readonly bytes: number
  /** Requests that were begun: where every path is asked once, how far the list is used up. */
  readonly asked: number
  readonly cpu: number
}

export type Asked = {
  /** The status that every answer must have; 200 where nothing is said. */
  readonly status?: number
  /** What is said to be held already, for answers that are not sent again. */
  readonly etag?: string | undefined
  readonly cookie?: string | undefined
  /** More addresses of the same server: each is asked once, and the burst ends with them. */
  readonly paths?: readonly string[]
}

type Order = { readonly burst: object } | { readonly watch: object }
type Reply = { readonly id: number; readonly value?: unknown; readonly error?: string }

/** What a browser says of itself, near enough. */
export const BROWSER =
  'User-Agent: bench\r\nAccept: text/html,*/*\r\nAccept-Language: en\r\nAccept-Encoding: gzip, deflate, br, zstd\r\n'

let generator: ChildProcess | undefined
let orders = 0

/**
 * Asks for one address over `connections` kept connections for `seconds`, each asking again when it was answered. A process
 * of its own asks; loopback only, and it ends by itself.
 *
 * @throws {Error} when an answer has another status.
 */
export async function burst(address: string, connections: number, seconds: number, asked: Asked = {}): Promise<Burst> {
  const { hostname: host, port, pathname, search } = new URL(address)
  const { status = 200, etag, cookie, paths } = asked
  const headers = `${BROWSER}${etag === undefined ? '' : `If-None-Match: ${etag}\r\n`}${cookie === undefined ? '' : `Cookie: ${cookie}\r\n`}`
  const where = { host, port: Number(port), paths: paths ?? [pathname + search], once: paths !== undefined }
  const order = { ...where, connections, seconds, status, headers }
  const measured = (await ordered((id) => ({ burst: { id, ...order } }))) as Omit<Burst, 'times'> & { times: string }
  const times = Buffer.from(measured.times, 'base64')
  return { ...measured, times: new Float64Array(times.buffer, times.byteOffset, times.length / 8) }
}

/** Asks for an address over one connection until its answer has `text` in it: when it had, in milliseconds since 1970. */
export async function watch(address: string, text: string, seconds: number): Promise<{ at: number; asked: number }> {
  const { hostname: host, port, pathname: path } = new URL(address)
  const order = { host, port: Number(port), path, headers: BROWSER, text, seconds }
  return (await ordered((id) => ({ watch: { id, ...order } }))) as { at: number; asked: number }
}

/** Requests per second, percentiles of what they took in milliseconds, and bytes of an answer, over several bursts. */
export function summaryOf(bursts: readonly Burst[]) {
  const times = Float64Array.from(bursts.flatMap((one) => [...one.times])).sort()
  const seconds = bursts.reduce((sum, one) => sum + one.seconds, 0)
  const bytes = bursts.reduce((sum, one) => sum + one.bytes, 0)
  return {
    requests: times.length,
    perSecond: times.length / seconds,
    p50: percentile(times, 0.5),
    p99: percentile(times, 0.99),
    bytes: bytes / times.length,
  }
}

function ordered(order: (id: number) => Order): Promise<unknown> {
  generator ??= launch()
  const child = generator
  orders += 1
  const id = orders
  return new Promise((resolve, reject) => {
    const settle = (act: () => void) => {
      child.off('message', hear)
      child.off('exit', lost)
      act()
    }
    const hear = (reply: Reply) => {
      if (reply.id !== id) return
      settle(() => (reply.error === undefined ? resolve(reply.value) : reject(new Error(reply.error))))
    }
    const lost = () => settle(() => reject(new Error('the load generator ended')))
    child.on('message', hear)
    child.on('exit', lost)
    child.send(order(id))
  })
}

/** It ends with this process: see `startNode`. */
function launch(): ChildProcess {
  const child = startNode([inProject('tests/bench/generator.mjs')], {}, ['ignore', 'ignore', 'inherit', 'ipc'])
  child.setMaxListeners(50)
  endOf(child).finally(() => {
    generator = undefined
  })
  return child
}
