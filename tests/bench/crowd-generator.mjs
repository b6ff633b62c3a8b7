// A crowd of readers: a process of its own, on bare sockets, that writes down what became of every request. Loopback only, and
// bounded in time and in connections. What breaks or is refused is told and ends nothing.
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { Line } from './line.mjs'

/**
 * @typedef {'rewrite' | 'header' | 'feed'} Names how an answer to "now" says of which revision it is
 * @typedef {{ path: string, names?: Names }} Place
 * @typedef {{ id: number, host: string, port: number, headers: string, places: readonly Place[], seconds: number }} Common
 * @typedef {Common & { connections: number }} Closed each connection asks again when it was answered
 * @typedef {Common & { perSecond: number, most: number }} Open so many ask a second, whatever becomes of those before
 */

process.on('message', (/** @type {{ closed?: Closed, open?: Open }} */ { closed, open }) => {
  const told = new Told()
  const work = closed
    ? askAgain(closed, told)
    : open
      ? arrive(open, told)
      : Promise.reject(new Error('nothing was asked'))
  const id = closed?.id ?? open?.id
  work.then(
    (late) => process.send?.({ id, value: { ...told.value(), late } }),
    (error) => process.send?.({ id, error: String(error?.message ?? error) }),
  )
})
process.on('disconnect', () => process.exit(0))
process.channel?.ref() // waits for orders, however long none comes

/** Milliseconds of the one clock that all processes of a machine share. */
const now = () => Number(process.hrtime.bigint()) / 1e6

class Told {
  /** @type {{ [outcome: string]: { count: number, times: number[] } }} by place and status, or what broke */
  outcomes = {}
  /** @type {number[]} when a request of "now" began, and the revision that its answer named, in turn */
  named = []

  add(/** @type {string} */ path, /** @type {string} */ outcome, /** @type {number} */ ms) {
    const name = `${path} ${outcome}`
    this.outcomes[name] ??= { count: 0, times: [] }
    const at = this.outcomes[name]
    at.count += 1
    at.times.push(ms)
  }

  value() {
    const pack = (/** @type {number[]} */ numbers) => Buffer.from(Float64Array.from(numbers).buffer).toString('base64')
    const outcomes = Object.entries(this.outcomes).map(([name, { count, times }]) => ({
      name,
      count,
      times: pack(times),
    }))
    return { outcomes, named: pack(this.named) }
  }
}

async function askOnce(/** @type {Line} */ line, /** @type {Place} */ { path, names }, /** @type {Told} */ told) {
  const began = now()
  try {
    const answer = await line.ask(path, names === 'feed')
    told.add(path, outcomeOf(answer), now() - began)
    if (names !== undefined && answer.status === 200) told.named.push(began, revisionIn(answer, names))
  } catch (error) {
    told.add(path, `broke: ${error instanceof Error ? error.message : error}`, now() - began)
    line.close()
  }
}

/** What pages say where the database does not answer them in time. */
const RECORD_AWAY = '30'

/** Whoever is turned away is told when to come again, or it is a fault. */
function outcomeOf(/** @type {import('./answer-reader.mjs').Answer} */ { status, head }) {
  const again = status === 503 ? /\r\nretry-after: (\d+)\r\n/.exec(head)?.[1] : undefined
  if (again === undefined) return String(status)
  return again === RECORD_AWAY ? '503 with retry-after, the record is away' : '503 with retry-after'
}

const NAMES = { rewrite: /\r\nx-middleware-rewrite: [^\r]*?\/r\/(\d+)\//, header: /\r\nx-sluice-revision: (\d+)/ }

function revisionIn(/** @type {import('./answer-reader.mjs').Answer} */ answer, /** @type {Names} */ names) {
  if (names !== 'feed') return Number(NAMES[names].exec(answer.head)?.[1] ?? Number.NaN)
  const { encoding, body } = answer
  const bytes = encoding === 'gzip' ? gunzipSync(body) : encoding === 'br' ? brotliDecompressSync(body) : body
  return Math.max(...[...bytes.toString().matchAll(/\/changes\/(\d+)/g)].map(([, number]) => Number(number)))
}

async function askAgain(
  /** @type {Closed} */ { host, port, headers, places, seconds, connections },
  /** @type {Told} */ told,
) {
  const until = now() + seconds * 1000
  const one = async (/** @type {number} */ first) => {
    const line = new Line(host, port, headers)
    // Each begins elsewhere: together they ask for everything at any time.
    for (let next = first * 7; now() < until; next += 1) {
      const place = places[next % places.length]
      if (place !== undefined) await askOnce(line, place, told)
    }
    line.close()
  }
  await Promise.all(Array.from({ length: connections }, (_, first) => one(first)))
  return 0
}

/** How often those are sent who came meanwhile, in milliseconds. */
const BEAT_MS = 5

/** @returns {Promise<number>} how many were not sent, because as many as may were still waiting for their answers */
async function arrive(
  /** @type {Open} */ { host, port, headers, places, seconds, perSecond, most },
  /** @type {Told} */ told,
) {
  /** @type {Line[]} */
  const free = []
  /** @type {Set<Promise<void>>} */
  const underWay = new Set()
  const began = now()
  let came = 0
  let late = 0
  const send = () => {
    const place = places[came % places.length]
    came += 1
    if (place === undefined) return
    if (underWay.size >= most) {
      late += 1
      return
    }
    const line = free.pop() ?? new Line(host, port, headers)
    const asked = askOnce(line, place, told).then(() => {
      free.push(line)
      underWay.delete(asked)
    })
    underWay.add(asked)
  }
  await new Promise((resolve) => {
    const beat = setInterval(() => {
      const passed = (now() - began) / 1000
      for (const due = Math.floor(Math.min(passed, seconds) * perSecond); came < due; ) send()
      if (passed < seconds) return
      clearInterval(beat)
      resolve(undefined)
    }, BEAT_MS)
  })
  await Promise.all(underWay)
  for (const line of free) line.close()
  return late
}
