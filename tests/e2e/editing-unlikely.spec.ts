import { inProject } from '@/lib/operating/root'
import { formRequests } from '../fuzz/form-requests'
import { formsBehind } from '../fuzz/fuzz-forms'
import { runRequests } from '../fuzz/run-requests'
import { aSeed } from '../fuzz/seeds'
import { sessionOf } from '../fuzz/session'
import { test } from './support/editors'
import { expect } from './support/quiet'

// The Sluice of the imports, after them: what is kept here disturbs no other file.
test.use({ sluice: 'transfer' })

const BOUNDS = { slowMs: 10_000, secrets: [inProject('.')] }

test('every form, filled in as nobody should, is answered in order, and no page shows it as markup', async ({
  editors: { address },
}) => {
  const cookie = await sessionOf(address, 'ada')
  const { forms, faults: before } = await formsBehind({ address, bounds: BOUNDS }, cookie)
  expect(before).toEqual([])
  expect(forms.length).toBeGreaterThan(15)
  for (const seed of [1, aSeed()]) {
    const requests = formRequests(forms, { origin: address, cookie })
    const { faults } = await runRequests(requests, { address, bounds: BOUNDS, seed, runs: 20, atOnce: 3 })
    expect(Object.fromEntries(faults), `seed ${seed}`).toEqual({})
  }
  const after = await formsBehind({ address, bounds: BOUNDS }, cookie)
  expect(after.faults).toEqual([])
})
