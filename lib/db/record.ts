import type { Kind } from '@/lib/ledger/change'
import type { WholeRecord } from '@/lib/ledger/testimony'
import type { Versions } from './believed'
import type { PrismaClient } from './generated/client'
import { citationsOf } from './rows/citation'
import { claimOf } from './rows/claim'
import { eventOf, sourceOf } from './rows/event'
import { indicatorOf, pointsBySeries } from './rows/indicator'
import { instrumentOf, regimeOf } from './rows/instrument'
import { formOf, materialOf } from './rows/material'
import { partyOf, provisionOf } from './rows/provision'

/** All records of the versions meant, each list sorted by key. */
export async function readRecord(prisma: PrismaClient, where: Versions): Promise<WholeRecord> {
  return recordOf(await readRows(prisma, where))
}

/** Rows of all tables of the record, in any order. */
export type Rows = Awaited<ReturnType<typeof readRows>>

/** The records that rows tell, each list sorted by key. */
export function recordOf(rows: Rows): WholeRecord {
  const cited = citationsOf(rows.citations)
  const of = (kind: Kind) => (row: { readonly key: string }) => cited(kind, row.key)
  const pointsOf = pointsBySeries(rows.points)
  return {
    materials: byKey(rows.materials.map((row) => materialOf(row, of('material')(row)))),
    forms: byKey(rows.forms.map(formOf)),
    regimes: byKey(rows.regimes.map((row) => regimeOf(row, of('regime')(row)))),
    instruments: byKey(rows.instruments.map((row) => instrumentOf(row, of('instrument')(row)))),
    provisions: byKey(rows.provisions.map((row) => provisionOf(row, of('provision')(row)))),
    parties: byKey(rows.parties.map((row) => partyOf(row, of('party')(row)))),
    sources: byKey(rows.sources.map(sourceOf)),
    events: byKey(rows.events.map((row) => eventOf(row, of('event')(row)))),
    claims: byKey(rows.claims.map((row) => claimOf(row, of('claim')(row), cited('claim', row.key, 'assessment')))),
    indicators: byKey(rows.indicators.map((row) => indicatorOf(row, pointsOf.get(row.key) ?? []))),
  }
}

async function readRows(prisma: PrismaClient, where: Versions) {
  const [materials, forms, regimes, instruments, provisions, parties] = await Promise.all([
    prisma.materialVersion.findMany({ where }),
    prisma.formVersion.findMany({ where }),
    prisma.regimeVersion.findMany({ where }),
    prisma.instrumentVersion.findMany({ where }),
    prisma.provisionVersion.findMany({ where }),
    prisma.partyVersion.findMany({ where }),
  ])
  const [sources, events, claims, indicators, points, citations] = await Promise.all([
    prisma.sourceVersion.findMany({ where }),
    prisma.eventVersion.findMany({ where }),
    prisma.claimVersion.findMany({ where }),
    prisma.indicatorVersion.findMany({ where }),
    prisma.indicatorPointVersion.findMany({ where }),
    prisma.citation.findMany({ where }),
  ])
  return {
    materials,
    forms,
    regimes,
    instruments,
    provisions,
    parties,
    sources,
    events,
    claims,
    indicators,
    points,
    citations,
  }
}

/** By code unit, as the files are sorted: a collation of the database would have its own idea. */
function byKey<One extends { readonly key: string }>(records: readonly One[]): readonly One[] {
  return records.toSorted((a, b) => (a.key < b.key ? -1 : 1))
}
