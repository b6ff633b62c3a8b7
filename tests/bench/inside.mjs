// Loaded into the server (NODE_OPTIONS=--import …) by whoever measures it: answers on a port of its own what only the process
// itself can tell. No part of what is served.
import http from 'node:http'
import inspector from 'node:inspector/promises'
import v8 from 'node:v8'
import vm from 'node:vm'

const port = Number(process.env.SLUICE_BENCH_INSIDE)
if (process.argv[1]?.endsWith('front/server.mjs') && port > 0) {
  v8.setFlagsFromString('--expose-gc')
  const collect = vm.runInNewContext('gc')
  const session = new inspector.Session()
  session.connect()

  const answers = {
    /** Bytes: all of the process, and what is still reachable after a whole collection. */
    '/memory': () => {
      collect()
      const { rss, heapUsed, external } = process.memoryUsage()
      return { rss, heap: heapUsed, external, pid: process.pid }
    },
    '/profile/start': async () => {
      await session.post('Profiler.enable')
      await session.post('Profiler.setSamplingInterval', { interval: 500 })
      await session.post('Profiler.start')
      return {}
    },
    '/profile/stop': async () => (await session.post('Profiler.stop')).profile,
  }

  const server = http.createServer(async (request, response) => {
    const answer = answers[request.url ?? '']
    response.end(JSON.stringify((await answer?.()) ?? null))
  })
  server.listen(port, '127.0.0.1')
  server.unref()
}
