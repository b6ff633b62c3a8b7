import { afterEach, expect, test, vi } from 'vitest'
import { inProject } from '@/lib/operating/root'
import { telemetryOf } from '@/lib/operating/telemetry/telemetry.mjs'

const home = globalThis as { 'sluice.verify'?: () => Promise<unknown> }
afterEach(() => {
  delete home['sluice.verify']
  vi.useRealTimers()
})

test('a process that serves sees to it every minute that the chain is verified, whether or not anybody looks', async () => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] })
  const verify = vi.fn(() => Promise.reject(new Error('the database is away')))
  home['sluice.verify'] = verify
  const telemetry = await telemetryOf({}, { port: '0', folder: inProject() })
  telemetry.begin()
  expect(verify).not.toHaveBeenCalled()
  await vi.advanceTimersByTimeAsync(180_000)
  expect(verify).toHaveBeenCalledTimes(3)
  await telemetry.end()
  await vi.advanceTimersByTimeAsync(180_000)
  expect(verify).toHaveBeenCalledTimes(3)
})
