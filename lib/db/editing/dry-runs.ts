import type { Database } from '../connection'
import type { Prisma } from '../generated/client'

/** What somebody's last import would change, as it is kept: the shapes are the caller's. */
export type KeptDryRun = {
  readonly id: string
  readonly base: number
  readonly madeAt: Date
  readonly report: unknown
  readonly entries: unknown
}

/** Keeps a dry run in the place of the person's last one. */
export async function keepDryRun({ prisma }: Database, person: string, run: KeptDryRun): Promise<void> {
  const kept = { ...run, report: run.report as Prisma.InputJsonValue, entries: run.entries as Prisma.InputJsonValue }
  await prisma.dryRun.upsert({ where: { person }, create: { person, ...kept }, update: kept })
}

/** The person's last dry run, if it is the one meant. */
export async function keptDryRun({ prisma }: Database, person: string, id: string): Promise<KeptDryRun | null> {
  return prisma.dryRun.findFirst({ where: { person, id }, omit: { person: true } })
}
