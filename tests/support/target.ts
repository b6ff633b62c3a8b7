import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

export type Received = { readonly path: string; readonly headers: IncomingHttpHeaders; readonly body: string }

/** Somebody whom webhooks are sent to. */
export type Target = {
  readonly url: string
  readonly received: readonly Received[]
  /** Resolves when it has received so many. */
  readonly hasReceived: (count: number) => Promise<void>
  readonly close: () => Promise<void>
}

/** A target on this machine that answers as it is told; one that does not answer hangs until it is closed. */
export async function aTarget(answer: (response: ServerResponse, request: Received) => void): Promise<Target> {
  const received: Received[] = []
  const waiting = new Set<() => void>()
  const server = createServer((request, response) => {
    let body = ''
    request.on('data', (part: Buffer) => {
      body += part
    })
    request.on('end', () => {
      const one = { path: request.url ?? '', headers: request.headers, body }
      received.push(one)
      for (const look of waiting) look()
      answer(response, one)
    })
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`,
    received,
    hasReceived: (count) =>
      new Promise((resolve) => {
        const look = () => {
          if (received.length >= count) resolve()
        }
        waiting.add(look)
        look()
      }),
    close: () =>
      new Promise((closed) => {
        server.close(() => closed())
        server.closeAllConnections()
      }),
  }
}
