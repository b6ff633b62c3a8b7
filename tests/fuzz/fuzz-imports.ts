import pg from 'pg'
import type { Editor } from '@/lib/auth/person'
import { closeDatabase, kept } from '@/lib/db/client'
import { loadRecord } from '@/lib/operating/load-record'
import { migrate } from '@/lib/operating/migrate'
import { inProject } from '@/lib/operating/root'
import { anaAndBen } from '../support/people'
import { runImports } from './run-imports'

const ana = { id: 'ana', name: 'Ana', role: 'reviewer' } as Editor

/** Broken files, into an empty database with the record; gives a summary and the faults. */
export async function fuzzImports(
  url: string,
  terms: { seed: number; runs: number },
): Promise<[string, readonly string[]]> {
  await migrate(url, inProject('prisma/migrations'))
  const loaded = await loadRecord({ url })
  if (!loaded.ok) throw new Error(loaded.refusal.join('\n'))
  process.env['DATABASE_URL'] = url
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await anaAndBen(kept().editors)
    const ask = async (sql: string, values: readonly unknown[] = []) => (await client.query(sql, [...values])).rows
    const { tried, ends, faults } = await runImports(ana, ask, terms)
    const counted = [...ends].map(([end, times]) => `${end} ${times}×`)
    return [`${tried} imports; ${counted.join(', ')}`, [...faults].map(([fault, said]) => `${fault}: ${said}`)]
  } finally {
    await client.end()
    await closeDatabase()
  }
}
