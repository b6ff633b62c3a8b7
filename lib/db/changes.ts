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

/** Keys whose version ended with a revision, of every kind. The kinds are our own words, never a reader's. */
const ENDED = KINDS.map((kind) => `select '${kind}' as kind, key from ${kind}_version where superseded_in = $1`).join(
  ' union all ',
)

/** What a revision changed: the records that entered with it, and the keys under which nothing stands since. */
export async function changesIn({ pool, prisma }: Database, revision: number): Promise<readonly Change[]> {
  const entered = changesThatRecord(await readRecord(prisma, { recordedIn: revision }))
  const { rows } = await pool.query<{ kind: Kind; key: string }>(ENDED, [revision])
  const withdrawn = rows.filter(
    ({ kind, key }) => !entered.some((change) => change.kind === kind && change.key === key),
  )
  const retired = await prisma.retirement.findMany({ where: { recordedIn: revision } })
  const retirementOf = new Map(retired.map(({ kind, key, why, replacedBy }) => [`${kind} ${key}`, { why, replacedBy }]))
  return [
    ...entered,
    ...withdrawn.map(({ kind, key }): Change => {
      const retirement = retirementOf.get(`${kind} ${key}`)
      return { kind, key, record: null, ...(retirement === undefined ? {} : { retirement }) }
    }),
  ]
}
