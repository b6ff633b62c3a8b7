import type { Database } from '@/lib/db/connection'

/** A column of a table, and another value for it than the one that stands there, as SQL. */
export type Column = {
  readonly table: string
  readonly name: string
  /** Whether it tells the rows of its table apart. */
  readonly keyed: boolean
  readonly other: string
}

type Described = { readonly table: string; readonly name: string; readonly type: string; readonly keyed: boolean }

/** Every column of every table, as the database itself lists them: a new one cannot be forgotten. */
export async function columnsOf({ pool }: Database): Promise<readonly Column[]> {
  const { rows } = await pool.query<Described>(
    `select case table_schema when 'public' then '' else table_schema || '.' end || table_name as table, column_name as name,
       udt_name as type, exists (
         select from pg_index join pg_attribute on attrelid = indrelid and attnum = any (indkey)
         where indisprimary and indrelid = format('%I.%I', table_schema, table_name)::regclass and attname = column_name
       ) as keyed
     from information_schema.columns join information_schema.tables using (table_schema, table_name)
     where table_schema in ('public', 'search') and table_type = 'BASE TABLE'
     order by 1, ordinal_position`,
  )
  return rows.map(({ table, name, type, keyed }) => ({ table, name, keyed, other: otherThan(`"${name}"`, type) }))
}

/** Where the row is, and what the check calls it. */
export async function identified(
  { pool }: Database,
  { table, name }: Column,
): Promise<{ readonly row: string; readonly key: string; readonly revision: number }> {
  const { rows: known } = await pool.query<{ columns: string[] }>('select columns from sealed_table where name = $1', [
    table,
  ])
  const columns = known[0]?.columns ?? OTHERS[table] ?? []
  // A row that has something to lose, of a late revision: an early one would drag many others along.
  const { rows } = await pool.query<{ row: string; key: string; revision: number }>(
    `select ctid::text as row, seal_key(to_jsonb(one), $1) as key,
       coalesce(to_jsonb(one) ->> 'recorded_in', to_jsonb(one) ->> 'number', '1')::integer as revision
     from ${table} as one order by "${name}" is null, ctid desc limit 1`,
    [columns],
  )
  const [found] = rows
  if (found === undefined) throw new Error(`${table} has no row to tamper with`)
  return found
}

const OTHERS: { readonly [table: string]: readonly string[] } = {
  draft_exception: ['draft', 'rule', 'kind', 'key'],
  'search.document': ['kind', 'key'],
}

export function tampered({ table, name, other }: Column, row: string): string {
  return `update ${table} set "${name}" = ${other} where ctid = '${row}'`
}

function otherThan(column: string, type: string): string {
  switch (type) {
    case 'int4':
    case 'int8':
    case 'float8':
      return `coalesce(${column} + 1, 7)`
    case 'bool':
      return `not ${column}`
    case 'date':
      return `coalesce(${column} + 1, '2020-01-01')`
    case 'timestamptz':
      return `coalesce(${column} + interval '1 hour', '2020-01-01')`
    case 'jsonb':
      return `case when ${column} = '[]' then '[{"id": "x", "text": "y"}]'::jsonb else '[]'::jsonb end`
    case '_text':
      return `${column} || '{tampered}'::text[]`
    case 'uuid':
      return 'gen_random_uuid()'
    case 'tsvector':
      return `${column} || 'tampered'::tsvector`
    default:
      return `coalesce(${column} || 'x', 'tampered')`
  }
}
