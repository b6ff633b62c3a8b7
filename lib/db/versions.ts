import 'server-only'
import type { Kind, Records } from '@/lib/ledger/change'
import type { PrismaClient } from './generated/client'
import { askingAt } from './readers'
import type { Versioned } from './rows/cell'
import { type Citations, citationsOf } from './rows/citation'
import { claimOf } from './rows/claim'
import { eventOf, sourceOf } from './rows/event'
import { indicatorOf, pointsBySeries } from './rows/indicator'
import { instrumentOf, regimeOf } from './rows/instrument'
import { formOf, materialOf } from './rows/material'
import { partyOf, provisionOf } from './rows/provision'

/** What stood under a key from one revision on, up to but not including another; `null` means it still stands. */
export type Version = {
  readonly recordedIn: number
  readonly supersededIn: number | null
  readonly record: Records[Kind]
}

/**
 * The newest versions of a record that a revision or one before it recorded, the newest first.
 *
 * @param most how many at most; an earlier revision is asked for the rest.
 * @throws {DatabaseAway} when the database cannot be asked.
 */
export async function versionsOf(kind: Kind, key: string, at: number, most: number): Promise<readonly Version[]> {
  const versions = await askingAt(at, ({ prisma }) => readVersions(prisma, kind, key, at, most))
  return versions.map(({ supersededIn, ...rest }) => ({
    ...rest,
    supersededIn: supersededIn !== null && supersededIn > at ? null : supersededIn,
  }))
}

async function readVersions(prisma: PrismaClient, kind: Kind, key: string, at: number, most: number) {
  const own = { where: { key, recordedIn: { lte: at } }, orderBy: { recordedIn: 'desc' }, take: most } as const
  const cited = await citationsByVersion(prisma, kind, key, at)
  switch (kind) {
    case 'material':
      return each(await prisma.materialVersion.findMany(own), (row) => materialOf(row, cited(row)(kind, key)))
    case 'form':
      return each(await prisma.formVersion.findMany(own), formOf)
    case 'regime':
      return each(await prisma.regimeVersion.findMany(own), (row) => regimeOf(row, cited(row)(kind, key)))
    case 'instrument':
      return each(await prisma.instrumentVersion.findMany(own), (row) => instrumentOf(row, cited(row)(kind, key)))
    case 'provision':
      return each(await prisma.provisionVersion.findMany(own), (row) => provisionOf(row, cited(row)(kind, key)))
    case 'party':
      return each(await prisma.partyVersion.findMany(own), (row) => partyOf(row, cited(row)(kind, key)))
    case 'source':
      return each(await prisma.sourceVersion.findMany(own), sourceOf)
    case 'event':
      return each(await prisma.eventVersion.findMany(own), (row) => eventOf(row, cited(row)(kind, key)))
    case 'claim':
      return each(await prisma.claimVersion.findMany(own), (row) =>
        claimOf(row, cited(row)(kind, key), cited(row)(kind, key, 'assessment')),
      )
    case 'indicator': {
      const points = await prisma.indicatorPointVersion.findMany({ where: { indicator: key, recordedIn: { lte: at } } })
      return each(await prisma.indicatorVersion.findMany(own), (row) => {
        const of = points.filter(({ recordedIn }) => recordedIn === row.recordedIn)
        return indicatorOf(row, pointsBySeries(of).get(key) ?? [])
      })
    }
  }
}

/** What belongs to a version is recorded with it and ends with it, so the revision tells which is whose. */
async function citationsByVersion(prisma: PrismaClient, citingKind: Kind, citingKey: string, at: number) {
  const rows = await prisma.citation.findMany({ where: { citingKind, citingKey, recordedIn: { lte: at } } })
  return ({ recordedIn }: Versioned): Citations => citationsOf(rows.filter((row) => row.recordedIn === recordedIn))
}

function each<Row extends Versioned>(rows: readonly Row[], recordOf: (row: Row) => Records[Kind]): readonly Version[] {
  return rows.map((row) => ({
    recordedIn: row.recordedIn,
    supersededIn: row.supersededIn,
    record: recordOf(row),
  }))
}
