// The server of readers and editors: Next.js, and in front of it what is answered without it. Started by the launcher
// (server.ts): node lib/operating/front/server.mjs <host> <port>
import http from 'node:http'
import { fileURLToPath } from 'node:url'
import next from 'next'
import { onStop, stopOnSignals } from '../stopping.mjs'
import { endGently } from './ending.mjs'
import { inFrontOf, lentNow } from './front.mjs'
import { healthOf } from './health.mjs'
import { readinessOf } from './readiness.mjs'

/** What is being answered when the server is asked to end has so long to be finished. */
const FINISH_MS = 10_000

const [host = '127.0.0.1', port = '3000'] = process.argv.slice(2)
const dir = fileURLToPath(new URL('../../..', import.meta.url))

// As `next start` sets them: what a page asks of its own server goes to this address, whatever a request's headers say.
process.env.NEXT_RUNTIME = 'nodejs'
process.env.PORT = port
process.env.__NEXT_PRIVATE_ORIGIN = `http://${nameOf(host)}:${port}`

const app = next({ dev: false, dir, hostname: host, port: Number(port), quiet: true })
const readiness = readinessOf(process.env.DATABASE_URL ?? '')
let stopping = false
let prepared = false

const prepare = app.prepare().then(() => {
  prepared = true
})
const health = healthOf(async () => {
  if (stopping) return [{ lacks: 'stopping', says: 'This server is going down.' }]
  if (!prepared) return [{ lacks: 'start', says: 'This server is still starting.' }]
  return readiness.lacking()
})
const front = inFrontOf(async (request, response) => {
  if (!prepared) await prepare
  await app.getRequestHandler()(request, response)
}, process.env)

const server = http.createServer((request, response) => {
  if (stopping) response.shouldKeepAlive = false
  answer(request, response).catch((error) => {
    console.error(error)
    if (!response.headersSent) response.writeHead(500, { 'cache-control': 'no-store' })
    response.end('Internal Server Error')
  })
})

/** @type {(request: http.IncomingMessage, response: http.ServerResponse) => Promise<void>} */
async function answer(request, response) {
  if (!(await health(request, response))) await front(request, response)
}

// What was begun last ends first: the connections of readers before those of the database.
onStop(() => readiness.end())
onStop(() => lentNow()?.closeDatabase())
onStop(() => app.close())
onStop(() => {
  stopping = true
  return endGently(server, { goOn: Number(process.env.STOP_AFTER_MS ?? 0), finish: FINISH_MS })
})
stopOnSignals(0, 'owned')

server.listen(Number(port), host)
await prepare

/** @param {string} listened */
function nameOf(listened) {
  if (listened === '0.0.0.0') return 'localhost'
  if (listened === '::') return '[::1]'
  return listened.includes(':') ? `[${listened}]` : listened
}
