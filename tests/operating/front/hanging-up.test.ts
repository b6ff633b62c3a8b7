import { createServer } from 'node:http'
import { type AddressInfo, connect } from 'node:net'
import { Readable } from 'node:stream'
import { expect, test } from 'vitest'
import { isHangingUp, mayHangUp } from '@/lib/operating/front/hanging-up.mjs'

/** What Next does with a request whose body it has read: the functions of another stream take the place of its own. */
function replaced(request: object): void {
  const other = new Readable({ read: () => undefined }) as unknown as Record<string, unknown>
  const base = request as Record<string, unknown>
  for (const key in other) {
    const value = other[key]
    base[key] = typeof value === 'function' ? value.bind(request) : value
  }
}

test('whoever hangs up before an answer breaks nothing, whatever was done to their request', async () => {
  const broke: unknown[] = []
  const listen = (error: unknown) => broke.push(error)
  const others = process.listeners('uncaughtException')
  process.removeAllListeners('uncaughtException').on('uncaughtException', listen)
  let close: () => void = () => undefined
  const closed = new Promise<void>((resolve) => {
    close = resolve
  })
  const server = createServer((request, response) => {
    mayHangUp(request, response)
    request.on('error', () => undefined)
    request.resume()
    replaced(request)
    response.once('close', () => setTimeout(close, 20))
    socket.resetAndDestroy()
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  const { port } = server.address() as AddressInfo
  const socket = connect(port, '127.0.0.1', () => {
    socket.write('POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 9\r\n\r\nabc')
  })
  await closed
  server.close()
  process.removeAllListeners('uncaughtException')
  for (const other of others) process.on('uncaughtException', other)
  expect(broke).toEqual([])
})

test('hanging up is told from what broke', () => {
  const reset = Object.assign(new Error('aborted'), { code: 'ECONNRESET' })
  const from = (destroyed: boolean) => ({ socket: { destroyed } }) as never
  expect(isHangingUp(from(true), reset)).toBe(true)
  // The database hung up on us, and whoever asked still waits.
  expect(isHangingUp(from(false), reset)).toBe(false)
  expect(isHangingUp(from(true), new TypeError('x'))).toBe(false)
})
