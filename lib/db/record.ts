import { KINDS, type Kind } from '@/lib/ledger/change'
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

/**
 * All records of the versions meant, each list sorted by key.
 *
 * @param kinds only tables of these kinds are asked.
 */
export async function readRecord(
  prisma: PrismaClient,
  versions: Versions,
  kinds: ReadonlySet<Kind> = new Set(KINDS),
): Promise<WholeRecord> {
  const rows = await readRows(prisma, {
    of: (kind) => (kinds.has(kind) ? versions : null),
    points: kinds.has('indicator') ? versions : null,
    citations: kinds.size > 0 ? versions : null,
  })
  return recordOf(rows)
}

/** Which rows are read of which table; `null` reads none, and asks nothing. */
type Where = {
  readonly of: (kind: Kind) => (Versions & { readonly key?: { in: string[] } }) | null
  readonly points: (Versions & { readonly indicator?: { in: string[] } }) | null
  readonly citations:
    | Versions
    | { AND: [Versions, { OR: { citingKind: string; citingKey: { in: string[] } }[] }] }
    | null
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

/** Rows of all tables of the record as they are asked for; six tables are asked at a time, as the connections are few. */
export async function readRows(prisma: PrismaClient, where: Where) {
  const [materials, forms, regimes, instruments, provisions, parties] = await Promise.all([
    found(where.of('material'), (one) => prisma.materialVersion.findMany({ where: one })),
    found(where.of('form'), (one) => prisma.formVersion.findMany({ where: one })),
    found(where.of('regime'), (one) => prisma.regimeVersion.findMany({ where: one })),
    found(where.of('instrument'), (one) => prisma.instrumentVersion.findMany({ where: one })),
    found(where.of('provision'), (one) => prisma.provisionVersion.findMany({ where: one })),
    found(where.of('party'), (one) => prisma.partyVersion.findMany({ where: one })),
  ])
  const [sources, events, claims, indicators, points, citations] = await Promise.all([
    found(where.of('source'), (one) => prisma.sourceVersion.findMany({ where: one })),
    found(where.of('event'), (one) => prisma.eventVersion.findMany({ where: one })),
    found(where.of('claim'), (one) => prisma.claimVersion.findMany({ where: one })),
    found(where.of('indicator'), (one) => prisma.indicatorVersion.findMany({ where: one })),
    found(where.points, (one) => prisma.indicatorPointVersion.findMany({ where: one })),
    found(where.citations, (one) => prisma.citation.findMany({ where: one })),
  ])
  const law = { materials, forms, regimes, instruments, provisions, parties }
  return { ...law, sources, events, claims, indicators, points, citations }
}

async function found<One, Row>(where: One | null, find: (where: One) => Promise<Row[]>): Promise<Row[]> {
  return where === null ? [] : find(where)
}

/** By code unit, as the files are sorted: a collation of the database would have its own idea. */
function byKey<One extends { readonly key: string }>(records: readonly One[]): readonly One[] {
  return records.toSorted((a, b) => (a.key < b.key ? -1 : 1))
}
