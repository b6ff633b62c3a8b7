import type { Standing } from '@/lib/ledger/part/record-index'
import { believed } from '../believed'

/** Of a list that is no law nobody turns on whether a party is on it. */
const BESIDE = `
from party_version as one
join instrument_version as list on list.key = one.instrument and list.binding = 'law' and ${believed('list')}
where ${believed('one')} and not one.instrument = any($2::text[])`

const ALL = `select one.key, one.instrument, one.country, 1 as "standsFor" ${BESIDE} limit $3`

/** A day before a key in one text, so that the least of them is found without sorting. */
const FIRST = `
select one.key, one.instrument, one.country, first.count as "standsFor" from (
  select count(*)::integer, min((to_char(one.listed_on, 'YYYY-MM-DD') || one.key) collate "C") as least ${BESIDE}
  group by one.country, one.delisted_on
) as first join party_version as one on one.key = substr(first.least, 11) and ${believed('one')}`

/** As an index of a record gives them: parties on other lists than these, or those that stand for them. */
export async function partiesBeside(
  rows: <Row>(name: string, text: string, ...values: readonly unknown[]) => Promise<readonly Row[]>,
  lists: readonly string[],
  most: number,
): Promise<readonly Standing[]> {
  const some = await rows<Standing>('index-parties-beside', ALL, lists, most + 1)
  return some.length > most ? rows('index-parties-first', FIRST, lists) : some
}
