import type { Ask } from './asked'
import { type Counted, faultsOf, type RowFault, type RowFaults } from './faults'

type SealedTable = { readonly name: string; readonly revision: string; readonly columns: readonly string[] }

/** The tables whose rows are sealed as they enter, by their names. */
export async function sealedTables(ask: Ask): Promise<readonly SealedTable[]> {
  const { rows } = await ask(({ pool }) =>
    pool.query<SealedTable>(`select * from sealed_table where name <> 'publication' order by name`),
  )
  return rows
}

/** Rows as they stand of one table (or view) beside their seals, and what of them does not agree. */
function entering(table: string, stands: string): string {
  return `select coalesce(stands.key, seal.of_key) as key, coalesce(stands.revision, seal.revision) as revision,
      case when seal.of_key is null then 'added' when stands.key is null then 'removed' else 'changed' end as fault,
      count(*) over () as total
    from (${stands}) as stands
    full join (select * from seal where of_table = '${table}' and act = 'entered') as seal
      on seal.of_key = stands.key and seal.revision = stands.revision
    where stands.digest is distinct from seal.digest
    order by 2, 1 limit $1`
}

function rowsOf({ name, revision, columns }: SealedTable): string {
  const number = revision === '' ? '0' : `(held ->> '${revision}')::integer`
  const key = columns.map((column) => `(held ->> '${column}')`).join(` || '/' || `)
  return `select ${key} as key, ${number} as revision, seal_digest(held) as digest from (select seal_held(one) as held from ${name} as one) as one`
}

const EXCEPTIONS = 'select of_key as key, revision, seal_digest(held) as digest from sealed_exception'
const PUBLICATIONS = 'select revision::text as key, revision, publication_digest(revision) as digest from publication'

type Entered = Counted & {
  readonly key: string
  readonly revision: number
  readonly fault: 'changed' | 'added' | 'removed'
}

/** Rows of a table that are not as they entered, that nobody saw enter, or that are gone. */
export async function notAsEntered(ask: Ask, table: SealedTable, most: number): Promise<RowFaults> {
  return unsealed(ask, table.name, rowsOf(table), most)
}

/** The same of the rules that were set aside for a published revision, and of who answers for it. */
export async function notAsPublished(ask: Ask, most: number): Promise<readonly RowFaults[]> {
  return [
    await unsealed(ask, 'draft_exception', EXCEPTIONS, most),
    await unsealed(ask, 'publication', PUBLICATIONS, most),
  ]
}

async function unsealed(ask: Ask, table: string, stands: string, most: number): Promise<RowFaults> {
  const { rows } = await ask(({ pool }) => pool.query<Entered>(entering(table, stands), [most]))
  return faultsOf(rows, ({ key, revision, fault }) => ({ table, key, revision, fault, is: null, should: null }))
}

type Ended = Counted & {
  readonly key: string
  readonly revision: number
  readonly is: number | null
  readonly should: number | null
}

/** Rows of a table that end with another revision than the one that ended them, or do not end although one did. */
export async function notAsEnded(ask: Ask, { name, columns }: SealedTable, most: number): Promise<RowFaults> {
  const key = columns.map((column) => `${column}::text`).join(` || '/' || `)
  const { rows } = await ask(({ pool }) =>
    pool.query<Ended>(
      `select stands.key, stands.revision, stands.superseded_in as is, seal.revision as should, count(*) over () as total
       from (
         select ${key} as key, recorded_in as revision, superseded_in, lead(recorded_in) over (
           partition by ${columns.join(', ')} order by recorded_in
         ) as next from ${name}
       ) as stands
       left join (select * from seal where of_table = '${name}' and act = 'ended') as seal
         on seal.of_key = stands.key and seal.revision > stands.revision and (next is null or seal.revision <= next)
       where stands.superseded_in is distinct from seal.revision
       order by 2, 1 limit $1`,
      [most],
    ),
  )
  const told = (revision: number | null) => (revision === null ? null : String(revision))
  return faultsOf(rows, (row): RowFault => {
    return {
      table: name,
      key: row.key,
      revision: row.revision,
      fault: 'ended',
      is: told(row.is),
      should: told(row.should),
    }
  })
}
