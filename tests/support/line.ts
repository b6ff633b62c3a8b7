import type { Socket } from 'node:net'
import { connect, createServer } from 'node:net'

/** A line to a database that can be cut, slowed and mended while somebody uses it. */
export type Line = {
  readonly port: number
  /** Breaks every connection, and refuses new ones. */
  readonly cut: () => void
  /**
   * Nothing arrives any more at either end, and neither is told: packets are dropped on the way. Connections that were open
   * stay so for ever, also when the line is whole again.
   */
  readonly swallow: () => void
  /** Everything takes so many milliseconds longer, each way; 0 for as it was. */
  readonly slow: (ms: number) => void
  readonly mend: () => void
  /** From now on new connections lead to another port. */
  readonly leadTo: (port: number) => void
  /** Once, when these bytes are about to pass towards the database: `then` decides whether they still arrive. */
  readonly once: (bytes: string, then: () => 'pass' | 'drop') => void
  readonly close: () => Promise<void>
}

type Pair = { readonly near: Socket; readonly far: Socket; swallowed: boolean }

/** Lays a line from a free port of this machine to the port `to`, of this machine or of another. */
export async function lineTo(to: number, host = '127.0.0.1'): Promise<Line> {
  const pairs = new Set<Pair>()
  let target = to
  let state: 'whole' | 'cut' | 'swallowing' = 'whole'
  let delay = 0
  let awaited: { readonly bytes: string; readonly then: () => 'pass' | 'drop' } | null = null

  const server = createServer((near) => {
    if (state === 'cut') {
      near.destroy()
      return
    }
    const pair: Pair = { near, far: connect(target, host), swallowed: state === 'swallowing' }
    pairs.add(pair)
    join(pair, near, pair.far, true)
    join(pair, pair.far, near, false)
  })

  function join(pair: Pair, from: Socket, other: Socket, towards: boolean): void {
    from.on('error', () => undefined) // it closes
    from.on('close', () => {
      if (pair.swallowed) return // the other end is not told
      pairs.delete(pair)
      other.destroy()
    })
    from.on('data', (data) => {
      if (towards && awaited !== null && data.includes(awaited.bytes)) {
        const { then } = awaited
        awaited = null
        if (then() === 'drop') return
      }
      if (pair.swallowed) return
      if (delay === 0) other.write(data)
      else setTimeout(() => !pair.swallowed && !other.destroyed && other.write(data), delay)
    })
  }

  function drop(): void {
    for (const { near, far } of pairs) {
      near.destroy()
      far.destroy()
    }
    pairs.clear()
  }

  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('the line has no port')
  return {
    port: address.port,
    cut() {
      state = 'cut'
      drop()
    },
    swallow() {
      state = 'swallowing'
      for (const pair of pairs) pair.swallowed = true
    },
    slow(ms) {
      delay = ms
    },
    mend() {
      state = 'whole'
    },
    leadTo(port) {
      target = port
    },
    once(bytes, then) {
      awaited = { bytes, then }
    },
    close() {
      drop()
      return new Promise((resolve) => server.close(() => resolve()))
    },
  }
}
