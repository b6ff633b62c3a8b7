import { Agent, type IncomingHttpHeaders, request } from 'node:http'

/** A request as it goes over the wire. */
export type Asked = {
  readonly method: string
  /** Path and query, in signs that an address may have. */
  readonly path: string
  readonly headers: { readonly [name: string]: string | readonly string[] }
  readonly body: Buffer | string | null
}

/** What came of it: an answer, none in time, or an end of the connection without one. */
export type Came =
  | {
      readonly came: 'answer'
      readonly status: number
      readonly headers: IncomingHttpHeaders
      readonly body: Buffer
      readonly ms: number
    }
  | { readonly came: 'nothing'; readonly ms: number }
  | { readonly came: 'broken'; readonly why: string }

/** Who asks: connections of one address, kept from one request to the next. */
export type Sender = { readonly ask: (asked: Asked, deadlineMs: number) => Promise<Came>; readonly close: () => void }

/** @param from the address to ask from, one of this machine; undefined for the usual one. */
export function senderTo(address: string, from?: string): Sender {
  const { hostname, port } = new URL(address)
  const agent = new Agent({ keepAlive: true, ...(from === undefined ? {} : { localAddress: from }) })
  const once = ({ method, path, headers, body }: Asked, deadlineMs: number) =>
    new Promise<Came & { again?: boolean }>((resolve) => {
      const began = performance.now()
      const late = setTimeout(() => {
        resolve({ came: 'nothing', ms: performance.now() - began })
        sent.destroy()
      }, deadlineMs)
      const end = (came: Came & { again?: boolean }) => {
        clearTimeout(late)
        resolve(came)
      }
      // Node says no length of a body by methods that seldom have one, and the body would be a request of its own.
      const length = body === null ? {} : { 'content-length': String(Buffer.byteLength(body)) }
      const head = { ...length, ...headers } as Record<string, string>
      const sent = request({ hostname, port, method, path, agent, headers: head })
      sent.on('response', (response) => {
        const parts: Buffer[] = []
        response.on('data', (part: Buffer) => parts.push(part))
        response.on('end', () => {
          const { statusCode: status = 0, headers: answered } = response
          const bytes = Buffer.concat(parts)
          end({ came: 'answer', status, headers: answered, body: bytes, ms: performance.now() - began })
        })
        response.on('error', (error) => end({ came: 'broken', why: error.message }))
      })
      // A kept connection may end just as it is used again: that is nobody's fault.
      sent.on('error', (error) => end({ came: 'broken', why: error.message, again: sent.reusedSocket }))
      sent.end(body ?? undefined)
    })
  return {
    ask: async (asked, deadlineMs) => {
      const came = await once(asked, deadlineMs)
      return came.again ? once(asked, deadlineMs) : came
    },
    close: () => agent.destroy(),
  }
}

/** A request without anything special. */
export function plainly(path: string, over: Partial<Asked> = {}): Asked {
  return { method: 'GET', path, headers: {}, body: null, ...over }
}

/** A request as somebody can read it, and send again. */
export function told({ method, path, headers, body }: Asked): string {
  const head = Object.entries(headers).map(([name, value]) => `${name}: ${JSON.stringify(value).slice(0, 200)}`)
  const sent = body === null ? '' : ` body(${body.length}) ${JSON.stringify(String(body).slice(0, 400))}`
  return `${method} ${path.slice(0, 600)} ${head.join('; ')}${sent}`
}
