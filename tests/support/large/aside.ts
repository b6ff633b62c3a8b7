import type pg from 'pg'
import { KINDS } from '@/lib/ledger/change'

/** The tables that grow with the record and that nothing else refers to. */
export const GROWING = [
  ...KINDS.map((kind) => `public.${kind}_version`),
  'public.citation',
  'public.indicator_point_version',
  'search.document',
]

/** All tables of the record: their guards ask for one revision in one transaction, and a whole history comes in one. */
const GUARDED = [...GROWING, ...KINDS.map((kind) => `public.${kind}`), 'public.revision', 'public.retirement']

type Laid = { readonly table: string; readonly name: string; readonly definition: string }

/**
 * Lays aside what would make a load of a million rows slow: guards, foreign keys and indexes. What is given back sets all
 * of it up again, which asks every row: keys, references, words and versions that overlap are refused then, in the same
 * transaction, and nothing of the load stays. The tables' owner may do all this; no other right is needed.
 */
export async function layAside(client: pg.Client): Promise<() => Promise<void>> {
  const { rows: constraints } = await client.query<Laid>(
    `select conrelid::regclass::text as table, quote_ident(conname) as name, pg_get_constraintdef(oid) as definition
     from pg_constraint where conrelid = any($1::regclass[]) and contype in ('f', 'p', 'x', 'u')
     order by contype = 'f' desc`,
    [GROWING],
  )
  for (const { table, name } of constraints) await client.query(`alter table ${table} drop constraint ${name}`)
  const { rows: indexes } = await client.query<Laid>(
    `select indrelid::regclass::text as table, indexrelid::regclass::text as name, pg_get_indexdef(indexrelid) as definition
     from pg_index where indrelid = any($1::regclass[])`,
    [GROWING],
  )
  for (const { name } of indexes) await client.query(`drop index ${name}`)
  for (const table of GUARDED) await client.query(`alter table ${table} disable trigger user`)
  return async () => {
    for (const { definition } of indexes) await client.query(definition)
    for (const { table, name, definition } of constraints.toReversed()) {
      await client.query(`alter table ${table} add constraint ${name} ${definition}`)
    }
    for (const table of GUARDED) await client.query(`alter table ${table} enable trigger user`)
  }
}
