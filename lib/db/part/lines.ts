import type { Wanted } from '@/lib/ledger/part/wanted'
import { believed } from '../believed'
import type { Database } from '../connection'

/** Revisions from one to another, both included; one alone is a stretch too. */
export type Stretch = { readonly first: number; readonly last: number }

/** What a line names. */
export type NamedByLine = {
  readonly key: string
  readonly instrument: string
  readonly targets: readonly string[]
  readonly materials: readonly string[]
  readonly party_list: string | null
}

/** The lines of a part, and the materials whose cells are asked: by a question, and besides by the series that are told beside the law. */
export type Lines = {
  readonly asked: readonly string[]
  readonly series: readonly string[]
  readonly cells: readonly string[]
  readonly lines: readonly NamedByLine[]
}

const LINE = 'p.key, p.instrument, p.targets, p.materials, p.party_list'

const BELIEVED = believed('p', '$1', '$2')

/** Acts upon some lines: those that target a line or its instrument. */
const actsOn = (lines: string) => `select ${LINE} from provision_version as p
  where p.targets && (select array(select key from ${lines} union select instrument from ${lines})) and ${BELIEVED}`

/** How far acts are followed at once: a suspension, what extends it, what suspends the extension … */
const STEPS = [1, 2, 3, 4, 5]

/**
 * Set by set, as tests/ledger/part says it key by key: each is one look into an index by all keys at once. Of the acts that were found last it
 * is told, so that whoever asks can go on.
 */
const LINES = `
with asked as materialized (
  select array(
    select unnest($3::text[])
    union select m.key from material_version as m where $4 and m.kind = 'element' and ${believed('m', '$1', '$2')}
  ) as keys
), series as materialized (
  select i.key, i.materials from indicator_version as i
  where $7 <> 'none' and i.materials && (select keys from asked) and ${believed('i', '$1', '$2')}
), cells as materialized (
  select array(select unnest(keys) from asked union select unnest(materials) from series where $7 = 'beside the law') as keys
), told as materialized (
  select ${LINE} from provision_version as p where p.instrument = any($5::text[]) and ${BELIEVED}
  union all select ${LINE} from provision_version as p where p.key = any($6::text[]) and ${BELIEVED}
), aims as materialized (
  select array(select unnest(targets) from told) as keys,
    array(select key from told union select instrument from told union select unnest($5::text[])) as own
), suspending as materialized (
  select distinct p.instrument from provision_version as p
  where p.targets && (select own from aims) and p.effect = 'suspend' and ${BELIEVED}
), step0 as materialized (
  select ${LINE} from provision_version as p
  where p.materials && ((select keys from cells) || 'controlled-items'::text)
    and p.effect in ('licence', 'prohibit', 'exempt') and ${BELIEVED}
  union all select * from told
  union all select ${LINE} from provision_version as p where p.key = any((select keys from aims)::text[]) and ${BELIEVED}
  union all select ${LINE} from provision_version as p
    where p.instrument = any((select keys from aims)::text[]) and ${BELIEVED}
  union all select ${LINE} from provision_version as p
    where p.instrument = any(array(select instrument from suspending)) and p.effect = 'suspend' and ${BELIEVED}
), ${STEPS.map((at) => `step${at} as materialized (${actsOn(`step${at - 1}`)})`).join(', ')}
select 'asked' as what, unnest(keys) as key, null as instrument, null::text[] as targets, null::text[] as materials,
  null as party_list from asked
union all select 'cell', unnest(keys), null, null, null, null from cells
union all select 'series', key, null, null, null, null from series
union all select 'line', * from step0
${STEPS.map((at) => `union all select '${at < STEPS.length ? 'line' : 'last'}', * from step${at}`).join('\n')}`

/** Acts upon what stands under some keys. */
const ACTS = `select 'last' as what, ${LINE} from provision_version as p where p.targets && $3::text[] and ${BELIEVED}`

type Row = NamedByLine & { readonly what: 'asked' | 'cell' | 'series' | 'line' | 'last' }

/**
 * The lines that suffice for what is asked, as they stood at some revision of a stretch: one statement, and another one for
 * each further step of acts upon acts upon acts.
 */
export async function linesOf({ pool }: Database, { first, last }: Stretch, wanted: Wanted): Promise<Lines> {
  const { materials, elements, instruments, provisions, series } = wanted
  const values = [first, last, materials, elements, instruments, provisions, series]
  const { rows } = await pool.query<Row>({ name: 'lines-of-a-part', text: LINES, values })
  const keys = (what: Row['what']) => [...new Set(rows.filter((row) => row.what === what).map(({ key }) => key))]
  const lines = new Map(rows.filter(({ what }) => what === 'line').map((row) => [row.key, row]))
  const found: NamedByLine[] = rows.filter(({ what }) => what === 'line')
  let latest = rows.filter(({ what, key }) => what === 'last' && !lines.has(key))
  while (latest.length > 0) {
    for (const row of latest) lines.set(row.key, row)
    found.push(...latest)
    const aims = [...new Set(latest.flatMap(({ key, instrument }) => [key, instrument]))]
    const next = await pool.query<Row>({ name: 'acts-of-a-part', text: ACTS, values: [first, last, aims] })
    latest = next.rows.filter(({ key }) => !lines.has(key))
  }
  return { asked: keys('asked'), series: keys('series'), cells: keys('cell'), lines: found }
}
