import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

/** A bare `node:http` server on loopback: the floor of every answer, and where the static page of given bytes asks for them. */
export type TextServer = {
  /** Answers `?chars=<n>` with so many signs of the text it was given, and anything else with five. */
  readonly address: string
  readonly give: (text: string) => void
  readonly close: () => void
}

export async function hasText(): Promise<TextServer> {
  let held = ''
  const server = createServer((request, answer) => {
    const chars = /[?]chars=(\d+)$/.exec(request.url ?? '')?.[1]
    answer.end(chars === undefined ? 'hello' : held.slice(0, Number(chars)))
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    give: (text) => {
      held = text
    },
    close: () => {
      server.close()
      server.closeAllConnections()
    },
  }
}
