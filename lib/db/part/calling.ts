import 'server-only'
import type { LocalDate } from '@/lib/ledger/interval'
import { believed } from '../believed'
import { askingAt } from '../readers'

/**
 * Instruments that may call for a look on a day: half as many by days of their lines that passed since the last look, the
 * latest first, and then those that nobody has looked at for longest. Why each does is for the ledger to say.
 */
const CALLING = `
with passed as (
  select p.instrument as key, max(coalesce(p.effective_to, p.effective_from)) as day from provision_version as p
  join instrument_version as i on i.key = p.instrument and ${believed('i')}
  where ${believed('p')} and (
    p.effective_to > i.verified_through and p.effective_to <= $2::date + 30
    or p.effective_from > i.verified_through and p.effective_from <= $2::date
  )
  group by p.instrument order by day desc, key limit $3 / 2
), oldest as (
  select one.key from instrument_version as one where ${believed('one')} order by one.verified_through, one.key limit $3
)
select key from passed union select key from oldest`

/**
 * Keys of instruments that call for a look first, as a large record stands at a revision.
 *
 * @throws {DatabaseAway} when the database cannot be asked.
 */
export async function callingAt(revision: number, on: LocalDate, most: number): Promise<readonly string[]> {
  const { rows } = await askingAt(revision, ({ pool }) =>
    pool.query<{ key: string }>({ name: 'calling-for-a-look', text: CALLING, values: [revision, on, most] }),
  )
  return rows.map(({ key }) => key)
}
