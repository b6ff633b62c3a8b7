import { z } from 'zod'

/**
 * A backup as JSON Lines, packed with gzip: first what it is of, then for each table a line that names it and a line for each of
 * its rows (the texts of its columns, as PostgreSQL writes them, or null), last a line with the number of rows and the digest of
 * every line before it.
 */
export const firstLine = z.object({
  format: z.literal('sluice-backup'),
  version: z.literal(1),
  madeAt: z.string(),
  postgres: z.string(),
  head: z.object({ number: z.int().positive(), hash: z.string() }),
  migrations: z.array(z.object({ name: z.string(), checksum: z.string() })),
  sequences: z.array(z.object({ name: z.string(), last: z.string().regex(/^-?\d+$/) })),
})

/** Names are as SQL writes them, quoted where that is needed. */
export const tableLine = z.object({ table: z.string(), columns: z.array(z.string()) })

export const lastLine = z.object({ rows: z.record(z.string(), z.int().nonnegative()), sha256: z.string() })

export const rowLine = z.array(z.string().nullable())

export type FirstLine = z.output<typeof firstLine>
