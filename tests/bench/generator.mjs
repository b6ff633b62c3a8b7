// The load generator: a process of its own, so that it shares an event loop with nothing that is measured. It speaks
// HTTP/1.1 on bare sockets, since the client of `node:http` costs more than a kept page does. Loopback only.
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { Line } from './line.mjs'

/**
 * @typedef {{ id: number, host: string, port: number, paths: readonly string[], once: boolean, connections: number,
 *   seconds: number, status: number, headers: string }} Burst
 * @typedef {{ id: number, host: string, port: number, path: string, headers: string, text: string, seconds: number }} Watch
 */

process.on('message', (/** @type {{ burst?: Burst, watch?: Watch }} */ { burst, watch }) => {
  const work = burst ? runBurst(burst) : watch ? runWatch(watch) : Promise.reject(new Error('nothing was asked'))
  const id = burst?.id ?? watch?.id
  work.then(
    (value) => process.send?.({ id, value }),
    (error) => process.send?.({ id, error: String(error?.message ?? error) }),
  )
})
process.on('disconnect', () => process.exit(0))
process.channel?.ref() // waits for orders, however long none comes

/** Asks over so many kept connections, each again when it was answered, until the time is over or every path was asked. */
async function runBurst(/** @type {Burst} */ { host, port, paths, once, connections, seconds, status, headers }) {
  const times = []
  let bytes = 0
  let next = 0
  const cpu = process.cpuUsage()
  const began = performance.now()
  const until = began + seconds * 1000
  const wanted = () => performance.now() < until && (!once || next < paths.length)
  const one = async () => {
    const line = new Line(host, port, headers)
    try {
      while (wanted()) {
        const path = paths[next++ % paths.length] ?? '/'
        const asked = performance.now()
        const answer = await line.ask(path)
        times.push(performance.now() - asked)
        bytes += answer.bytes
        if (answer.status !== status) throw new Error(`${path} answered ${answer.status}`)
      }
    } finally {
      line.close()
    }
  }
  await Promise.all(Array.from({ length: connections }, one))
  const took = (performance.now() - began) / 1000
  const { user, system } = process.cpuUsage(cpu)
  return {
    times: Buffer.from(Float64Array.from(times).buffer).toString('base64'),
    seconds: took,
    bytes,
    asked: next,
    cpu: user + system,
  }
}

/** Asks one address again and again until its answer has a text in it; gives the instant when that answer was whole. */
async function runWatch(/** @type {Watch} */ { host, port, path, headers, text, seconds }) {
  const line = new Line(host, port, headers)
  const until = performance.now() + seconds * 1000
  let asked = 0
  try {
    while (performance.now() < until) {
      const answer = await line.ask(path, true)
      asked += 1
      if (decoded(answer).includes(text)) return { at: performance.timeOrigin + performance.now(), asked }
    }
  } finally {
    line.close()
  }
  throw new Error(`${path} did not show “${text}” within ${seconds} s (${asked} answers)`)
}

function decoded(/** @type {import('./answer-reader.mjs').Answer} */ { body, encoding }) {
  if (encoding === 'gzip') return gunzipSync(body).toString()
  return (encoding === 'br' ? brotliDecompressSync(body) : body).toString()
}
