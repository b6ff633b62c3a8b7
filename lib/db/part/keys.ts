import { KINDS } from '@/lib/ledger/change'
import type { Keys, Wanted } from '@/lib/ledger/part/wanted'
import { keysOf } from '@/lib/ledger/part/wanted'
import { believed } from '../believed'
import type { Database } from '../connection'
import { besideLines, type Found } from './beside'
import { linesOf, type Stretch } from './lines'

/** The regimes of the instruments of a part, and the sources that anything of it cites or was measured by. */
const CITED = `
with own as materialized (select * from unnest($3::text[], $4::text[]) as own(kind, key)),
regime as materialized (
  select distinct i.regime as key from own join instrument_version as i on i.key = own.key
  where own.kind = 'instrument' and ${believed('i', '$1', '$2')}
)
select 'regime' as kind, key from regime
union select 'source', c.source from (select * from own union select 'regime', key from regime) as own
  join citation as c on c.citing_kind = own.kind and c.citing_key = own.key where ${believed('c', '$1', '$2')}
union select 'source', point.source from own join indicator_point_version as point on point.indicator = own.key
  where own.kind = 'indicator' and ${believed('point', '$1', '$2')}`

/**
 * What tests/ledger/part finds in the whole record, found by the database in three statements; of a stretch of revisions, what it
 * finds at any of them. Keys under which nothing stands may be among them.
 */
export async function keysAt(database: Database, stretch: Stretch, wanted: Wanted): Promise<Keys> {
  const lines = await linesOf(database, stretch, wanted)
  const beside = await besideLines(database, stretch, wanted, lines)
  const named = KINDS.flatMap((kind) => [...(wanted.named[kind] ?? [])].map((key): Found => ({ kind, key })))
  const found = [...beside, ...named]
  const { rows } = await database.pool.query<Found>({
    name: 'cited-by-a-part',
    text: CITED,
    values: [stretch.first, stretch.last, found.map(({ kind }) => kind), found.map(({ key }) => key)],
  })
  const all = [...found, ...rows]
  return keysOf((kind) => all.flatMap((one) => (one.kind === kind ? [one.key] : [])))
}
