import 'server-only'
import { believed } from '../believed'
import { askingAt } from '../readers'

/** So many are looked at: a name that more share is the name of none of them. */
const MOST = 50

const CALLED = `
select m.key from material_version as m
where ${believed('m')} and (
  lower(m.symbol) = lower($2) or lower(m.name_en) = lower($2) or lower(m.name_zh) = lower($2)
  or strpos(m.name_zh, $2) > 0 or exists (select from unnest(m.aliases) as alias where lower(alias) = lower($2))
) limit ${MOST}`

/**
 * Keys of materials that a text may be a name of, at a revision, and perhaps of some more.
 *
 * @throws {DatabaseAway} when the database cannot be asked.
 */
export async function materialsCalled(revision: number, said: string): Promise<readonly string[]> {
  const { rows } = await askingAt(revision, ({ pool }) =>
    pool.query<{ key: string }>({ name: 'materials-called', text: CALLED, values: [revision, said] }),
  )
  return rows.map(({ key }) => key)
}
