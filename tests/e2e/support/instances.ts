import type { Server } from 'node:http'
import { request as ask, createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import path from 'node:path'
import { freePort } from '@/lib/operating/embedded-postgres'
import { inProject } from '@/lib/operating/root'
import { makeAccounts } from '../../support/accounts'
import { newDatabase, startSluice } from '../../support/sluice'
import { test as withEditors } from './editors'

/** Processes of Sluice on one database, each with a folder of its own and nothing else in common but a secret. */
export type Instances = {
  /** Where each answers. */
  readonly each: readonly string[]
  /** A proxy in front of all of them: every request goes to the next, whoever sends it. */
  readonly all: string
  readonly databaseUrl: string
}

/** Playwright's `test` on three processes: `as` and `signIn` go through the proxy, so no two requests meet the same one. */
export const test = withEditors.extend<object, { readonly instances: Instances }>({
  instances: [
    async ({ sluice }, use, { workerIndex }) => {
      const started = await startThree(`${sluice}-${workerIndex}`)
      await use(started)
      await started.stop()
    },
    { scope: 'worker', timeout: 120_000 },
  ],
  editors: [
    ({ instances }, use) => use({ address: instances.all, databaseUrl: instances.databaseUrl }),
    { scope: 'worker' },
  ],
})

async function startThree(name: string): Promise<Instances & { readonly stop: () => Promise<void> }> {
  const database = await newDatabase(process.env['TEST_POSTGRES_URL'] ?? '')
  const ports = [await freePort(), await freePort(), await freePort()]
  // At once, on a database that has no tables yet: one of them makes tables and record, the others wait for it.
  const started = await Promise.all(
    ports.map((port) =>
      startSluice({
        host: '127.0.0.1',
        port: String(port),
        databaseUrl: database.url,
        log: path.join(inProject('.cache/tests'), `${name}-${port}.log`),
        settings: { SLUICE_SECRET: 'one secret for all instances of this run', WEBHOOKS_ALLOW_PRIVATE: '1' },
      }),
    ),
  )
  await makeAccounts(database.url)
  const proxy = await inTurn(ports)
  return {
    each: started.map(({ address }) => address),
    all: `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`,
    databaseUrl: database.url,
    async stop() {
      proxy.close()
      proxy.closeAllConnections()
      try {
        await Promise.all(started.map(({ stop }) => stop()))
      } finally {
        await database.drop()
      }
    },
  }
}

/** The plainest proxy: it passes on what it is sent, to one port after the other, and remembers nobody. */
async function inTurn(ports: readonly number[]): Promise<Server> {
  let turn = 0
  const proxy = createServer((request, response) => {
    const { method, url, headers } = request
    const port = ports[turn++ % ports.length]
    // A connection of its own: it may be broken off without hitting a request that came to use it next.
    const onward = ask({ host: '127.0.0.1', port, method, path: url, headers, agent: false })
    onward.on('response', (answer) => {
      response.writeHead(answer.statusCode ?? 502, answer.rawHeaders)
      answer.pipe(response)
    })
    onward.on('error', () => response.destroy())
    response.on('close', () => onward.destroy())
    request.pipe(onward)
  })
  await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve))
  return proxy
}
