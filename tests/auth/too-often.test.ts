import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Person } from '@/lib/auth/person'
import { ACTS, mayAct } from '@/lib/auth/too-often'
import { closeDatabase } from '@/lib/db/client'
import { useDatabase } from '../support/database'

const [ana, ben] = [{ id: 'ana' }, { id: 'ben' }] as unknown as readonly [Person, Person]

beforeAll(() => useDatabase('tables'))

afterAll(closeDatabase)

test.for(['import', 'webhook', 'invitation'] as const)(
  '%s: as often as nobody does it by hand one has to wait; others, and other acts, have not',
  async (act) => {
    const { points } = ACTS[act]
    const all = await Promise.all(Array.from({ length: points + 3 }, () => mayAct(ana, act)))
    expect(all.filter(({ ok }) => ok)).toHaveLength(points)
    expect(await mayAct(ana, act)).toEqual({ ok: false, refusal: { why: 'wait', seconds: expect.any(Number) } })
    expect(await mayAct(ben, act)).toEqual({ ok: true, value: null })
    // What counts stands in the database, for every instance: connections that are opened anew find it.
    await closeDatabase()
    expect((await mayAct(ana, act)).ok).toBe(false)
  },
)
