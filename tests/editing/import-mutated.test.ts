import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Editor } from '@/lib/auth/person'
import { closeDatabase, kept } from '@/lib/db/client'
import { runImports } from '../fuzz/run-imports'
import { aSeed } from '../fuzz/seeds'
import { useDatabase } from '../support/database'
import { anaAndBen } from '../support/people'

const ana = { id: 'ana', name: 'Ana', role: 'reviewer' } as Editor
let client: pg.Client

beforeAll(async () => {
  client = new pg.Client({ connectionString: await useDatabase('record') })
  await client.connect()
  await anaAndBen(kept().editors)
  return closeDatabase
})

afterAll(() => client.end())

test.for([1, 2, aSeed()])('files that are broken in any way make a whole draft or none (seed %i)', async (seed) => {
  const ask = async (sql: string, values: readonly unknown[] = []) => (await client.query(sql, [...values])).rows
  const { ends, faults } = await runImports(ana, ask, { seed, runs: 120 })
  expect(Object.fromEntries(faults), `npm run fuzz -- --only=imports --seed=${seed}`).toEqual({})
  // All three ends are come to, or it would be told of only some.
  for (const end of ['stopped by problems', 'no change', 'a draft']) expect(ends.get(end) ?? 0, end).toBeGreaterThan(0)
})
