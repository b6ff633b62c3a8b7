import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Editor } from '@/lib/auth/person'
import { closeDatabase, kept } from '@/lib/db/client'
import { runImports } from '../fuzz/run-imports'
import { aSeed } from '../fuzz/seeds'
import { useDatabase } from '../support/database'
import { anaAndBen } from '../support/people'

const ana = { id: 'ana', name: 'Ana', role: 'reviewer' } as Editor
const RANDOM = aSeed()
let client: pg.Client

beforeAll(async () => {
  client = new pg.Client({ connectionString: await useDatabase('record') })
  await client.connect()
  await anaAndBen(kept().editors)
  return closeDatabase
})

afterAll(() => client.end())

test.for([1, RANDOM])('files that are broken in any way make a whole draft or none (seed %i)', async (seed) => {
  const ask = async (sql: string, values: readonly unknown[] = []) => (await client.query(sql, [...values])).rows
  const { ends, faults } = await runImports(ana, ask, { seed, runs: 80 })
  expect(Object.fromEntries(faults), `npm run fuzz -- --only=imports --seed=${seed}`).toEqual({})
  // Files of a seed that is known are stopped and are drafted, or it would be told of one end only.
  if (seed === RANDOM) return
  for (const end of ['stopped by problems', 'a draft']) expect(ends.get(end) ?? 0, end).toBeGreaterThan(0)
})
