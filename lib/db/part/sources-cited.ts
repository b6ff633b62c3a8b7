import { KINDS } from '@/lib/ledger/change'
import type { Keys } from '@/lib/ledger/part/wanted'
import { believed } from '../believed'

const CITED = `
with own as materialized (select * from unnest($2::text[], $3::text[]) as own(kind, key))
select c.source from own join citation as c on c.citing_kind = own.kind and c.citing_key = own.key where ${believed('c')}
union select point.source from own join indicator_point_version as point on point.indicator = own.key
  where own.kind = 'indicator' and ${believed('point')}`

/** Every source that one of these records cites, or was measured by, at the revision `$1`. */
export async function sourcesCited(
  rows: <Row>(name: string, text: string, ...values: readonly unknown[]) => Promise<readonly Row[]>,
  keys: Keys,
): Promise<readonly string[]> {
  const own = KINDS.flatMap((kind) => [...keys[kind]].map((key) => [kind, key] as const))
  const found = await rows<{ source: string }>(
    'index-cited-by',
    CITED,
    own.map(([kind]) => kind),
    own.map(([, key]) => key),
  )
  return found.map(({ source }) => source)
}
