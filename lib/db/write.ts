import type { Change, Kind, Records } from '@/lib/ledger/change'
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

/** A key keeps the revision that first used it, so one that is known already is left as it is. */
async function nameKeys(to: Prisma.TransactionClient, revision: number, changes: readonly Change[]): Promise<void> {
  const keys = (kind: Kind) => ({
    data: entering(changes, kind).map(({ key }) => ({ key, recordedIn: revision })),
    skipDuplicates: true,
  })
  await to.source.createMany(keys('source'))
  await to.form.createMany(keys('form'))
  await to.material.createMany(keys('material'))
  await to.regime.createMany(keys('regime'))
  await to.instrument.createMany(keys('instrument'))
  await to.provision.createMany(keys('provision'))
  await to.party.createMany(keys('party'))
  await to.event.createMany(keys('event'))
  await to.claim.createMany(keys('claim'))
  await to.indicator.createMany(keys('indicator'))
}

/** What belongs to a version ends with it: the database sees to that. */
async function endVersions(to: Prisma.TransactionClient, revision: number, changes: readonly Change[]): Promise<void> {
  const standing = (kind: Kind) => ({
    where: { key: { in: changes.filter((change) => change.kind === kind).map(({ key }) => key) }, supersededIn: null },
    data: { supersededIn: revision },
  })
  await to.sourceVersion.updateMany(standing('source'))
  await to.formVersion.updateMany(standing('form'))
  await to.materialVersion.updateMany(standing('material'))
  await to.regimeVersion.updateMany(standing('regime'))
  await to.instrumentVersion.updateMany(standing('instrument'))
  await to.provisionVersion.updateMany(standing('provision'))
  await to.partyVersion.updateMany(standing('party'))
  await to.eventVersion.updateMany(standing('event'))
  await to.claimVersion.updateMany(standing('claim'))
  await to.indicatorVersion.updateMany(standing('indicator'))
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
  await to.citation.createMany({ data: citations.map((row) => ({ ...row, recordedIn: revision })) })
  await to.indicatorPointVersion.createMany({ data: points.map((row) => ({ ...row, recordedIn: revision })) })
}

/** The records of a kind that stand from this revision on. */
function entering<K extends Kind>(changes: readonly Change[], kind: K): readonly Records[K][] {
  return changes.flatMap((change) =>
    change.kind === kind && change.record !== null ? [change.record as Records[K]] : [],
  )
}
