import { type Change, changesThatRecord, KINDS, type Kind } from '@/lib/ledger/change'
import type { Revision } from '@/lib/ledger/revision'
import type { Database } from './connection'
import { readRecord } from './record'
import { revisionOf } from './rows/revision'

/** Every revision, the oldest first: the chain as its hashes link it. */
export async function chain({ prisma }: Database): Promise<readonly Revision[]> {
  const rows = await prisma.revision.findMany({ orderBy: { number: 'asc' } })
  return rows.map(revisionOf)
}

/** Keys of which a version entered or ended with a revision. The kinds are our own words, never a reader's. */
const TOUCHED = KINDS.map(
  (kind) => `select '${kind}' as kind, key, true as entered from ${kind}_version where recorded_in = $1
    union all select '${kind}', key, false from ${kind}_version where superseded_in = $1`,
).join(' union all ')

type Touched = { readonly kind: Kind; readonly key: string; readonly entered: boolean }

/**
 * What a revision changed: the records that entered with it, and the keys under which nothing stands since. Tables that it
 * left alone are not asked.
 */
export async function changesIn({ pool, prisma }: Database, revision: number): Promise<readonly Change[]> {
  const { rows } = await pool.query<Touched>({ name: 'touched-in', text: TOUCHED, values: [revision] })
  const entered = rows.filter((row) => row.entered)
  const isEntered = new Set(entered.map(({ kind, key }) => `${kind} ${key}`))
  const withdrawn = rows.filter(({ kind, key }) => !isEntered.has(`${kind} ${key}`))
  const kinds = new Set(entered.map(({ kind }) => kind))
  const [record, retired] = await Promise.all([
    readRecord(prisma, { recordedIn: revision }, kinds),
    withdrawn.length === 0 ? [] : prisma.retirement.findMany({ where: { recordedIn: revision } }),
  ])
  const retirementOf = new Map(retired.map(({ kind, key, why, replacedBy }) => [`${kind} ${key}`, { why, replacedBy }]))
  return [
    ...changesThatRecord(record),
    ...withdrawn.map(({ kind, key }): Change => {
      const retirement = retirementOf.get(`${kind} ${key}`)
      return { kind, key, record: null, ...(retirement === undefined ? {} : { retirement }) }
    }),
  ]
}
