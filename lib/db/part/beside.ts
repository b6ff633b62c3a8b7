import type { Kind } from '@/lib/ledger/change'
import type { Wanted } from '@/lib/ledger/part/wanted'
import { CONTROLLED_ITEMS } from '@/lib/ledger/record'
import { believed } from '../believed'
import type { Database } from '../connection'
import type { Lines, Stretch } from './lines'

/** A record of a part by its kind and key. */
export type Found = { readonly kind: Kind; readonly key: string }

const stands = (table: string) => believed(table, '$1', '$2')

/** Law as known on a day of the question, at a revision of the stretch. */
const COUNTS = (table: string) =>
  `${table}.binding = 'law' and ${table}.issued_on <= known.day and ${believed(table, 'at.revision')}`

/**
 * What stands for the whole record, at each revision of the stretch. Countries are found by leaps through
 * their index, and of each the first that counts is taken.
 */
const WITNESSES = `
  select 'instrument' as kind, first.key from at cross join lateral (
    select i.key from instrument_version as i where ${believed('i', 'at.revision')} order by i.issued_on, i.key limit 1
  ) as first
  union all
  select 'instrument', furthest.key from at cross join known cross join country cross join lateral (
    select i.key from instrument_version as i where i.jurisdiction = country.code and ${COUNTS('i')}
    order by i.verified_through desc, i.key limit 1
  ) as furthest
  union all
  select 'party', latest.key from at cross join known cross join lateral (
    select party.key from party_version as party
    where party.listed_on <= $4::date and (party.delisted_on is null or party.delisted_on > $4::date)
      and ${believed('party', 'at.revision')}
      and exists (select from instrument_version as i where i.key = party.instrument and ${COUNTS('i')})
    order by party.listed_on desc, party.key collate "C" limit 1
  ) as latest`

const CLAIMS = `
  select 'claim', c.key from claim_version as c where c.tags && $6::text[] and ${stands('c')}
  union all select 'claim', c.key from claim_version as c where c.asserts @> any($8::jsonb[]) and ${stands('c')}
  union all select 'claim', c.key from claim_version as c
    where c.asserts @> '[{"materials": "all-rare-earths"}]' and ${stands('c')}
      and exists (select from material_version as m where m.key = any($9::text[]) and m.rare_earth and ${stands('m')})`

const BESIDE = `
with recursive at as (select generate_series($1::integer, $2::integer) as revision),
known as (select unnest($3::date[]) as day),
country as (
  (select i.jurisdiction as code from instrument_version as i order by i.jurisdiction limit 1)
  union all
  select (select i.jurisdiction from instrument_version as i where i.jurisdiction > country.code order by i.jurisdiction limit 1)
  from country where country.code is not null
),
resting as materialized (
  select citing_kind as kind, citing_key as key from citation where source = any($10::text[]) and ${stands('citation')}
  union select 'indicator', indicator from indicator_point_version as point
    where source = any($10::text[]) and ${stands('point')}
),
beside(kind, key) as materialized (
  ${WITNESSES}
  union all select kind, key from resting
  union all select 'party', party.key from party_version as party
    where party.instrument = any($6::text[]) and ${stands('party')}
  union all select 'party', unnest($5::text[])
  union all select 'event', e.key from unnest($7::text[]) as law(key)
    join event_version as e on e.instruments @> array[law.key] and ${stands('e')}
  union all ${CLAIMS}
)
select kind, key from beside
union select 'form', form.key from form_version as form where ${stands('form')}
union select 'material', m.key from material_version as m where m.kind = 'element' and ${stands('m')}
union select 'material', unnest(m.components) from material_version as m where m.key = any($11::text[]) and ${stands('m')}
union select 'instrument', party.instrument from party_version as party
  where party.key in (select key from beside where kind = 'party') and ${stands('party')}
union select 'instrument', unnest(p.targets || array[p.instrument, p.party_list]) from provision_version as p
  where p.key in (select key from resting where kind = 'provision') and ${stands('p')}`

/** What a part holds beside its lines: what stands for the whole, parties, names, and what is said, told and measured. */
export async function besideLines(
  { pool }: Database,
  { first, last }: Stretch,
  wanted: Wanted,
  { asked, series, cells, lines }: Lines,
): Promise<readonly Found[]> {
  const law = [...new Set([...wanted.instruments, ...lines.flatMap(instrumentsNamed)])]
  const saying = asked.length === 0 ? [] : ['all', ...asked.map((key) => [key])]
  const values = [
    first,
    last,
    [...new Set(wanted.known.map((day) => day ?? 'infinity'))],
    wanted.listedOn,
    wanted.parties,
    wanted.instruments,
    wanted.events ? law : [],
    saying.map((materials) => JSON.stringify([{ materials }])),
    asked,
    wanted.sources,
    cells,
  ]
  const { rows } = await pool.query<Found>({ name: 'beside-the-lines-of-a-part', text: BESIDE, values })
  const named = [...new Set([...cells, ...lines.flatMap(({ materials }) => materials)])]
  const of = (kind: Kind, keys: readonly string[]) => keys.map((key): Found => ({ kind, key }))
  return [
    ...rows.filter(({ key }) => key !== null),
    ...of(
      'provision',
      lines.map(({ key }) => key),
    ),
    ...of('indicator', series),
    ...of('instrument', law),
    ...of(
      'material',
      named.filter((key) => key !== CONTROLLED_ITEMS),
    ),
    ...of('source', wanted.sources),
  ]
}

function instrumentsNamed({ instrument, targets, party_list: list }: Lines['lines'][number]): readonly string[] {
  return [instrument, ...targets, ...(list === null ? [] : [list])]
}
