// The server of readers and editors: Next.js, and in front of it what is answered without it. Started by the launcher
// (server.ts): node lib/operating/front/server.mjs <host> <port>
import { createServer } from 'node:http'
import { fileURLToPath } from 'node:url'
import next from 'next'
import { onStop, stopOnSignals } from '../stopping.mjs'
import { telemetryOf } from '../telemetry/telemetry.mjs'
import { inFrontOf } from './front.mjs'
import { lentNow } from './once.mjs'
import { readinessOf } from './readiness.mjs'
import { serve } from './serving.mjs'

/** What is being answered when the server is asked to end has so long to be finished. */
const FINISH_MS = 10_000

/** @type {import('./readiness.mjs').Lack[]} */
const STARTING = [{ lacks: 'start', says: 'This server is still starting.' }]

const [host = '127.0.0.1', port = '3000'] = process.argv.slice(2)
const dir = fileURLToPath(new URL('../../..', import.meta.url))

// As `next start` sets them: what a page asks of its own server goes to this address, whatever a request's headers say.
process.env.NEXT_RUNTIME = 'nodejs'
process.env.PORT = port
process.env.__NEXT_PRIVATE_ORIGIN = `http://${nameOf(host)}:${port}`

const telemetry = await telemetryOf(process.env, { port, folder: dir })
// Next listens for who wants to speak another protocol, and then says nothing to them, ever. It listens at a server that nobody
// can reach, so that ours does as RFC 9110 (7.8) lets it: it answers in the protocol that it speaks.
const httpServer = createServer()
const app = next({ dev: false, dir, hostname: host, port: Number(port), quiet: true, httpServer })
const readiness = readinessOf(process.env.DATABASE_READER_URL || process.env.DATABASE_URL || '')
/** @type {ReturnType<typeof app.getRequestHandler> | null} */
let handle = null

const prepare = app.prepare().then(() => {
  handle = app.getRequestHandler()
})
/** @type {import('./front.mjs').Next} */
const make = async (request, response) => {
  if (handle === null) await prepare
  await handle?.(request, response)
}
const front = telemetry.watched(inFrontOf(telemetry.computing(make), process.env))

// What was begun last ends first: the connections of readers before those of the database.
onStop(() => readiness.end())
onStop(() => lentNow()?.closeDatabase())
onStop(() => telemetry.end())
onStop(() => app.close())
stopOnSignals(0, 'owned')
serve(front, async () => (handle === null ? STARTING : readiness.lacking()), {
  host,
  port: Number(port),
  goOn: Number(process.env.STOP_AFTER_MS ?? 0),
  finish: FINISH_MS,
})
await prepare
telemetry.begin()

/** @param {string} listened */
function nameOf(listened) {
  if (listened === '0.0.0.0') return 'localhost'
  if (listened === '::') return '[::1]'
  return listened.includes(':') ? `[${listened}]` : listened
}
