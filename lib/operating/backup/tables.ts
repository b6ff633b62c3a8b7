import type pg from 'pg'

/** A table, named as SQL names it, with the columns that are written and not computed. */
export type Table = { readonly name: string; readonly columns: readonly string[] }

/**
 * Tables that a backup holds without their rows, and why. Whoever was signed in signs in again: a session that was ended after the
 * backup must not come back with it, and nobody who reads the file shall hold one.
 */
export const ROWS_LEFT_OUT: ReadonlyMap<string, string> = new Map([
  ['public.session', 'who was signed in signs in again'],
  ['public.sign_in_token', 'what was half-way through a sign-in begins again'],
  ['public.rate_limit', 'attempts are counted anew'],
  ['public.sharing_limit', 'so are frozen answers'],
  ['public.instance', 'whoever served the database before does not serve this one'],
])

/** What every migration writes down as it is applied: it is applied again before the rows come back. */
export const HISTORY = 'public._prisma_migrations'

/** Where our migrations make tables. A database may hold other schemas, of whoever runs it. */
const OUR_SCHEMAS = `('public', 'search')`

/** What an extension brought comes and goes with it. */
const OF_AN_EXTENSION = `exists (select from pg_depend where classid = 'pg_class'::regclass and objid = place.oid and deptype = 'e')`

const TABLES = `
  select format('%I.%I', space.nspname, place.relname) as name,
    array(
      select format('%I', attname) from pg_attribute
      where attrelid = place.oid and attnum > 0 and not attisdropped and attgenerated = '' order by attnum
    ) as columns,
    array(
      select distinct format('%I.%I', other_space.nspname, other.relname)
      from pg_constraint join pg_class as other on other.oid = confrelid
        join pg_namespace as other_space on other_space.oid = other.relnamespace
      where conrelid = place.oid and contype = 'f' and confrelid <> conrelid
    ) as after
  from pg_class as place join pg_namespace as space on space.oid = place.relnamespace
  where place.relkind = 'r' and space.nspname in ${OUR_SCHEMAS} and not ${OF_AN_EXTENSION}
  order by name`

type Found = Table & { readonly after: readonly string[] }

/** Every table in the schemas that hold ours, each after those that its rows name. */
export async function tablesOf(client: pg.ClientBase): Promise<readonly Table[]> {
  const { rows } = await client.query<Found>(TABLES)
  return inOrder(rows).map(({ name, columns }) => ({ name, columns }))
}

/** Tables that name each other in a circle come last: that they are backed up matters more than how they go back. */
export function inOrder(tables: readonly Found[]): readonly Found[] {
  const placed = new Set<string>()
  let waiting = tables
  while (waiting.length > 0) {
    const free = waiting.filter(({ after }) => after.every((name) => placed.has(name)))
    for (const { name } of free.length > 0 ? free : waiting) placed.add(name)
    waiting = waiting.filter(({ name }) => !placed.has(name))
  }
  const order = [...placed]
  return [...tables].sort((a, b) => order.indexOf(a.name) - order.indexOf(b.name))
}

/** A sequence that has been drawn from, and the last number that it gave. */
export type Sequence = { readonly name: string; readonly last: string }

/**
 * The sequences of tables that have been drawn from. Numbers are drawn outside of transactions: never fewer than the rows that one
 * sees.
 */
export async function sequencesOf(
  client: pg.ClientBase,
  tables: readonly Table[],
  drawn: 'drawn-from' | 'all' = 'drawn-from',
): Promise<readonly Sequence[]> {
  const { rows } = await client.query<{ name: string; last: string | null }>(
    `select format('%I.%I', space.nspname, place.relname) as name, pg_sequence_last_value(place.oid)::text as last
     from pg_class as place join pg_namespace as space on space.oid = place.relnamespace
       join pg_depend on classid = 'pg_class'::regclass and objid = place.oid and deptype in ('a', 'i')
     where place.relkind = 'S' and refobjid = any ($1::regclass[]::oid[]) order by name`,
    [tables.map(({ name }) => name)],
  )
  return rows.flatMap(({ name, last }) => (last === null && drawn === 'drawn-from' ? [] : [{ name, last: last ?? '' }]))
}

/** What somebody else keeps in a database: tables and views beside ours, and whole schemas. Names are as SQL writes them. */
export type Others = { readonly tables: readonly string[]; readonly schemas: readonly string[] }

/** @param made the names of what our migrations made; `null` where that is not known, and everything beside it may be ours. */
export async function othersBeside(client: pg.ClientBase, made: ReadonlySet<string> | null): Promise<Others> {
  const { rows } = await client.query<{ name: string; schema: string; beside: boolean }>(
    `select format('%I.%I', space.nspname, place.relname) as name, format('%I', space.nspname) as schema,
       space.nspname in ${OUR_SCHEMAS} as beside
     from pg_class as place join pg_namespace as space on space.oid = place.relnamespace
     where place.relkind in ('r', 'p', 'v', 'm', 'f') and space.nspname not like 'pg\\_%'
       and space.nspname <> 'information_schema' and not ${OF_AN_EXTENSION} order by name`,
  )
  const beside = rows.filter((one) => one.beside && made !== null && !made.has(one.name))
  const schemas = rows.filter((one) => !one.beside).map(({ schema }) => schema)
  return { tables: beside.map(({ name }) => name), schemas: [...new Set(schemas)] }
}
