import { KINDS, type Kind } from '@/lib/ledger/change'
import type { Keys, Wanted } from '@/lib/ledger/part/wanted'
import { keysOf } from '@/lib/ledger/part/wanted'
import { believed } from '../believed'
import type { Database } from '../connection'
import { besideLines, type Found } from './beside'
import { linesOf, type Stretch } from './lines'

/**
 * The regimes of the instruments of a part, and the sources that some of its records cite or were measured by. Each key is
 * one look into an index, which the fences (`offset 0`) say: the planner does not know how few rows a key has, and would
 * rather read two million citations whole than look for some thousands.
 */
const CITED = `
with regime as materialized (
  select distinct i.regime as key from unnest($3::text[]) as law(key) cross join lateral (
    select one.regime from instrument_version as one
    where one.key = law.key and ${believed('one', '$1', '$2')} offset 0
  ) as i
), citing as materialized (
  select * from unnest($4::text[], $5::text[]) as own(kind, key)
  union all select 'regime', key from regime where $6
)
select 'regime' as kind, key from regime
union select 'source', c.source from citing as own cross join lateral (
  select c.source from citation as c
  where c.citing_kind = own.kind and c.citing_key = own.key and ${believed('c', '$1', '$2')} offset 0
) as c
union select 'source', point.source from citing as own cross join lateral (
  select point.source from indicator_point_version as point
  where point.indicator = own.key and ${believed('point', '$1', '$2')} offset 0
) as point where own.kind = 'indicator'`

/**
 * What tests/ledger/part finds in the whole record, found by the database in three statements; of a stretch of revisions, what it
 * finds at any of them. Keys under which nothing stands may be among them.
 */
export async function keysAt(database: Database, stretch: Stretch, wanted: Wanted): Promise<Keys> {
  const lines = await linesOf(database, stretch, wanted)
  const beside = await besideLines(database, stretch, wanted, lines)
  const named = KINDS.flatMap((kind) => [...(wanted.named[kind] ?? [])].map((key): Found => ({ kind, key })))
  const found = keysIn([...beside, ...named])
  const telling: readonly Kind[] = wanted.cited === 'all' ? KINDS : ['claim']
  const citing = telling.flatMap((kind) => [...found[kind]].map((key): Found => ({ kind, key })))
  const { rows } = await database.pool.query<Found>({
    name: 'cited-by-a-part',
    text: CITED,
    values: [
      stretch.first,
      stretch.last,
      [...found.instrument],
      citing.map(({ kind }) => kind),
      citing.map(({ key }) => key),
      wanted.cited === 'all',
    ],
  })
  const cited = keysIn(rows)
  return keysOf((kind) => [...found[kind], ...cited[kind]])
}

function keysIn(found: readonly Found[]): Keys {
  const keys = keysOf(() => []) as { readonly [kind in Kind]: Set<string> }
  for (const { kind, key } of found) keys[kind].add(key)
  return keys
}
