import * as z from 'zod'
import { KINDS } from '@/lib/ledger/change'

/**
 * What a form is bound to beside its fields comes back from the browser, and may be anything by then: each reader gives
 * `null` for what no form of ours was bound to.
 */
const reader =
  <Value>(schema: z.ZodType<Value>) =>
  (bound: unknown): Value | null =>
    schema.safeParse(bound).data ?? null

const kind = z.enum(KINDS as readonly [(typeof KINDS)[number], ...typeof KINDS])
const version = z.number().int()

/** Which record is meant. */
export const readNamed = reader(z.object({ kind, key: z.string() }))

/** Which entry of which draft. */
export const readWritten = reader(z.object({ draft: z.guid(), entry: z.guid() }))

/** Which entry, as it was seen. */
export const readSeen = reader(z.object({ id: z.guid(), version }))

/** Which key an entry retires. */
export const readRetired = reader(z.object({ id: z.guid(), kind, key: z.string(), version: version.nullable() }))

/** A revision by its number. */
export const readNumber = reader(z.number().int())
