import { expect, test } from '@playwright/test'
import type fc from 'fast-check'
import { inProject } from '@/lib/operating/root'
import { aSnapshot } from '../fuzz/a-snapshot'
import { addressRequests } from '../fuzz/address-requests'
import { apiRequests } from '../fuzz/api-requests'
import { faultsOf } from '../fuzz/faults'
import { foundOnce } from '../fuzz/found-requests'
import { headerRequests } from '../fuzz/header-requests'
import { runRaw } from '../fuzz/run-raw'
import { runRequests } from '../fuzz/run-requests'
import { aSeed } from '../fuzz/seeds'
import { type Asked, senderTo } from '../fuzz/sending'

/** Another program may use the machine at the same time: what takes longer than this has hung for certain. */
const BOUNDS = { slowMs: 10_000, secrets: [inProject('.')] }

/** Few of each, so that it is over in seconds; `npm run fuzz` sends thousands. */
const FEW: readonly [name: string, runs: number, make: (address: string) => Promise<fc.Arbitrary<Asked>>][] = [
  ['the API', 60, apiRequests],
  ['addresses', 40, async (address) => addressRequests(await aSnapshot(address))],
  ['heads of requests', 60, async () => headerRequests()],
]

// In the words of each test is the seed of what it sent: `npm run fuzz -- --seed=…` sends it again.
for (const [name, runs, make] of FEW) {
  for (const seed of [1, 'random'] as const) {
    test(`${name} as nobody should ask are answered in order and tell of nothing inside (seed ${seed})`, async ({
      baseURL,
    }) => {
      const address = baseURL ?? ''
      const one = seed === 'random' ? aSeed() : seed
      const told = await runRequests(await make(address), { address, bounds: BOUNDS, seed: one, runs, atOnce: 3 })
      expect(Object.fromEntries(told.faults), `seed ${one}`).toEqual({})
      // Good questions are among them, of the seed that is known: a server that refuses everything would pass otherwise.
      if (seed === 1) expect(told.statuses.get(200) ?? 0, `answers among ${told.asked}`).toBeGreaterThan(3)
    })
  }
}

test('bytes that are no request, or two in one, are refused one by one', async ({ baseURL }) => {
  expect(await runRaw(baseURL ?? '', BOUNDS.slowMs)).toEqual([])
})

test('what broke the server once does not break it again', async ({ baseURL }) => {
  const address = baseURL ?? ''
  const sender = senderTo(address)
  for (const { name, asked, status } of foundOnce(address)) {
    const came = await sender.ask(asked, BOUNDS.slowMs)
    expect([name, came.came === 'answer' ? came.status : came, faultsOf(asked, came, BOUNDS)]).toEqual([
      name,
      status,
      [],
    ])
  }
  sender.close()
})
