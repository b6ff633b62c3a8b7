import 'server-only'
import type { Scope } from '@/lib/ledger/scope'
import { believed } from '../believed'
import { askingAt } from '../readers'

/** Materials around one of a scope, by key: those before it, the nearest first, and those after it. */
export type Around = { readonly before: readonly string[]; readonly after: readonly string[] }

const OTHERS = `(m.kind collate "C", m.name_en collate "C", m.key collate "C")`
const ELEMENTS = `(coalesce(m.atomic_number, 0), m.key collate "C")`

const PLACES = ['place', 'number', 'kind collate "C"', 'name collate "C"', 'key collate "C"']
const FIRST_OTHER = ['kind', 'name', 'key'].map((one) => `coalesce(max(${one}), '')`).join(', ')

/** Whether a material comes after the one that is here, or before it; where none is here, all come after. */
const ELEMENT_IS = {
  after: `(not exists (select from here) or ${ELEMENTS} > (select number, key from here where kind = 'element'))`,
  before: `(exists (select from here where kind <> 'element') or ${ELEMENTS} < (select number, key from here))`,
}
const OTHER_IS = {
  after: `${OTHERS} > (select ${FIRST_OTHER} from here where kind <> 'element')`,
  before: `${OTHERS} < (select kind, name, key from here where kind <> 'element')`,
}

/** From one material on in the order of `materialsInScope`, forwards or backwards, as far as asked. */
function walk(side: 'after' | 'before'): string {
  const [order, most] = side === 'after' ? ['asc', '$5'] : ['desc', '$4']
  const sorted = (columns: readonly string[]) => columns.map((one) => `${one} ${order}`).join(', ')
  return `select '${side}' as side, key, row_number() over (order by ${sorted(PLACES)}) as nth from (
    select * from (
      (select m.key, 0 as place, coalesce(m.atomic_number, 0) as number, '' as kind, '' as name
        from material_version as m where m.kind = 'element' and ${believed('m')} and ${ELEMENT_IS[side]})
      union all
      (select m.key, 1, 0, m.kind, m.name_en from material_version as m
        where m.kind <> 'element' and $2 = 'all' and ${believed('m')} and ${OTHER_IS[side]}
        order by ${sorted(['m.kind collate "C"', 'm.name_en collate "C"', 'm.key collate "C"'])} limit ${most})
    ) as either order by ${sorted(PLACES)} limit ${most}
  ) as found`
}

const AROUND = `
with here as materialized (
  select m.kind collate "C" as kind, m.name_en collate "C" as name, m.key collate "C" as key,
    coalesce(m.atomic_number, 0) as number
  from material_version as m where m.key = $3 and ${believed('m')}
)
${walk('before')} union all ${walk('after')} order by side, nth`

/**
 * The materials around one of a scope at a revision, found without reading the others.
 *
 * @param key `null` stands before the first; so does one that the revision does not hold.
 * @param most how many on each side at most.
 * @throws {DatabaseAway} when the database cannot be asked.
 */
export async function materialsAround(
  revision: number,
  scope: Scope,
  key: string | null,
  most: { readonly before: number; readonly after: number },
): Promise<Around> {
  const { rows } = await askingAt(revision, ({ pool }) =>
    pool.query<{ side: keyof Around; key: string }>({
      name: 'materials-around',
      text: AROUND,
      values: [revision, scope, key, most.before, most.after],
    }),
  )
  const on = (side: keyof Around) => rows.filter((row) => row.side === side).map((row) => row.key)
  return { before: on('before'), after: on('after') }
}

/**
 * The materials that a series is about; none where no such series stands.
 *
 * @throws {DatabaseAway} when the database cannot be asked.
 */
export async function materialsOfSeries(revision: number, key: string): Promise<readonly string[]> {
  const { rows } = await askingAt(revision, ({ pool }) =>
    pool.query<{ materials: readonly string[] }>(
      `select v.materials from indicator_version as v where v.key = $2 and ${believed('v')}`,
      [revision, key],
    ),
  )
  return rows[0]?.materials ?? []
}
