import { type Change, KINDS, type Kind, type Records } from '@/lib/ledger/change'
import type { Prisma } from './generated/client'
import { citationRows } from './rows/citation'
import { claimRow } from './rows/claim'
import { eventRow, sourceRow } from './rows/event'
import { indicatorRow, pointRows } from './rows/indicator'
import { instrumentRow, regimeRow } from './rows/instrument'
import { formRow, materialRow } from './rows/material'
import { partyRow, provisionRow } from './rows/provision'

/** Writes the rows of a revision: keys first, then the versions that name them, then what belongs to a version. */
export async function writeChanges(
  transaction: Prisma.TransactionClient,
  revision: number,
  changes: readonly Change[],
): Promise<void> {
  await nameKeys(transaction, revision, changes)
  await endVersions(transaction, revision, changes)
  await placeVersions(transaction, revision, changes)
  await placeWhatBelongs(transaction, revision, changes)
}

/**
 * A key keeps the revision that first used it, so one that is known already is left as it is.
 * Keys and citations are bound as arrays: thousands of rows are one statement with a handful of parameters.
 */
async function nameKeys(to: Prisma.TransactionClient, revision: number, changes: readonly Change[]): Promise<void> {
  for (const kind of KINDS) {
    const keys = entering(changes, kind).map(({ key }) => key)
    if (keys.length === 0) continue
    const name = `insert into ${kind} (key, recorded_in) select unnest($1::text[]), $2 on conflict do nothing`
    await to.$executeRawUnsafe(name, keys, revision)
  }
}

/** What belongs to a version ends with it: the database sees to that. */
async function endVersions(to: Prisma.TransactionClient, revision: number, changes: readonly Change[]): Promise<void> {
  for (const kind of KINDS) {
    const keys = changes.filter((change) => change.kind === kind).map(({ key }) => key)
    if (keys.length === 0) continue
    const end = `update ${kind}_version set superseded_in = $2 where key = any($1::text[]) and superseded_in is null`
    await to.$executeRawUnsafe(end, keys, revision)
  }
}

async function placeVersions(
  to: Prisma.TransactionClient,
  revision: number,
  changes: readonly Change[],
): Promise<void> {
  const versions = <K extends Kind, Row>(kind: K, rowOf: (record: Records[K]) => Row) => ({
    data: entering(changes, kind).map((record) => ({ ...rowOf(record), recordedIn: revision })),
  })
  await to.sourceVersion.createMany(versions('source', sourceRow))
  await to.formVersion.createMany(versions('form', formRow))
  await to.materialVersion.createMany(versions('material', materialRow))
  await to.regimeVersion.createMany(versions('regime', regimeRow))
  await to.instrumentVersion.createMany(versions('instrument', instrumentRow))
  await to.provisionVersion.createMany(versions('provision', provisionRow))
  await to.partyVersion.createMany(versions('party', partyRow))
  await to.eventVersion.createMany(versions('event', eventRow))
  await to.claimVersion.createMany(versions('claim', claimRow))
  await to.indicatorVersion.createMany(versions('indicator', indicatorRow))
}

async function placeWhatBelongs(
  to: Prisma.TransactionClient,
  revision: number,
  changes: readonly Change[],
): Promise<void> {
  const citations = changes.flatMap(({ kind, key, record }) => [
    ...(record !== null && 'sources' in record ? citationRows(kind, key, 'record', record.sources) : []),
    ...(record !== null && 'assessment' in record
      ? citationRows(kind, key, 'assessment', record.assessment.sources)
      : []),
  ])
  const points = entering(changes, 'indicator').flatMap(pointRows)
  await to.$executeRaw`
    insert into citation (
      citing_kind, citing_key, part, position, source, locator, clause_original, clause_gloss, recorded_in
    )
    select *, ${revision} from unnest(
      ${citations.map(({ citingKind }) => citingKind)}::text[], ${citations.map(({ citingKey }) => citingKey)}::text[],
      ${citations.map(({ part }) => part)}::text[], ${citations.map(({ position }) => position)}::integer[],
      ${citations.map(({ source }) => source)}::text[], ${citations.map(({ locator }) => locator)}::text[],
      ${citations.map(({ clauseOriginal }) => clauseOriginal)}::text[],
      ${citations.map(({ clauseGloss }) => clauseGloss)}::text[]
    )`
  await to.indicatorPointVersion.createMany({ data: points.map((row) => ({ ...row, recordedIn: revision })) })
  const retirements = changes.flatMap(({ kind, key, retirement }) =>
    retirement === undefined ? [] : [{ kind, key, ...retirement, recordedIn: revision }],
  )
  await to.retirement.createMany({ data: retirements })
}

/** The records of a kind that stand from this revision on. */
function entering<K extends Kind>(changes: readonly Change[], kind: K): readonly Records[K][] {
  return changes.flatMap((change) =>
    change.kind === kind && change.record !== null ? [change.record as Records[K]] : [],
  )
}
