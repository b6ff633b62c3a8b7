import { type Change, changesThatRecord, KINDS, type Kind } from '@/lib/ledger/change'
import type { Revision } from '@/lib/ledger/revision'
import type { Database } from '../connection'
import { readRows, recordOf } from '../record'
import type { Ask } from './asked'

/** So many records are held in memory at once, whatever the size of their revision. */
const AT_ONCE = 500

/**
 * Revisions after one, in the order of their numbers, as they are stored: what stands there is not taken for well-formed.
 *
 * @param most how many at most.
 */
export async function storedRevisions(ask: Ask, after: number, most: number): Promise<readonly Revision[]> {
  const where = { number: { gt: after } }
  const rows = await ask(({ prisma }) => prisma.revision.findMany({ where, orderBy: { number: 'asc' }, take: most }))
  return rows.map((row) => ({ ...row, kind: row.kind as Revision['kind'], recordedAt: row.recordedAt.toISOString() }))
}

/** Keys that a revision touched. The kinds are our own words; byte order is code unit order, as keys are ASCII. */
const TOUCHED = `select kind, key, bool_or(entered) as entered from (${KINDS.map(
  (kind) => `select '${kind}' as kind, key, true as entered from ${kind}_version where recorded_in = $1
    union all select '${kind}', key, false from ${kind}_version where superseded_in = $1`,
).join(' union all ')}) as touched group by kind, key order by kind collate "C", key collate "C"`

type Touched = { readonly kind: Kind; readonly key: string; readonly entered: boolean }

/**
 * What a revision changed, piece by piece, in the order in which it is hashed: by kind and key. Of a large revision, only the
 * keys are held whole.
 *
 * @throws {TypeError} when the database holds what no record of ours can say.
 */
export async function* changesInOrder(ask: Ask, revision: number): AsyncGenerator<readonly Change[]> {
  const { rows } = await ask(({ pool }) =>
    pool.query<Touched>({ name: 'touched-in-order', text: TOUCHED, values: [revision] }),
  )
  for (let at = 0; at < rows.length; ) {
    const kind = rows[at]?.kind
    if (kind === undefined) return
    let end = at
    while (end - at < AT_ONCE && rows[end]?.kind === kind) end += 1
    const piece = rows.slice(at, end)
    yield await ask((database) => changesOfKeys(database, revision, kind, piece))
    at = end
  }
}

async function changesOfKeys(
  { prisma }: Database,
  revision: number,
  kind: Kind,
  touched: readonly Touched[],
): Promise<readonly Change[]> {
  const keysWhere = (entered: boolean) => ({
    in: touched.filter((one) => one.entered === entered).map(({ key }) => key),
  })
  const entered = keysWhere(true)
  const versions = { recordedIn: revision }
  const cites = kind !== 'form' && kind !== 'source' && kind !== 'indicator'
  const rows = await readRows(prisma, {
    of: (one) => (one === kind && entered.in.length > 0 ? { ...versions, key: entered } : null),
    points: kind === 'indicator' ? { ...versions, indicator: entered } : null,
    citations: cites ? { AND: [versions, { OR: [{ citingKind: kind, citingKey: entered }] }] } : null,
  })
  const gone = keysWhere(false)
  const retired =
    gone.in.length === 0 ? [] : await prisma.retirement.findMany({ where: { kind, key: gone, recordedIn: revision } })
  const saidOf = new Map(retired.map(({ key, why, replacedBy }) => [key, { why, replacedBy }]))
  const recorded = new Map(changesThatRecord(recordOf(rows)).map((change) => [change.key, change]))
  return touched.map(({ key }): Change => {
    const retirement = saidOf.get(key)
    return recorded.get(key) ?? { kind, key, record: null, ...(retirement === undefined ? {} : { retirement }) }
  })
}
