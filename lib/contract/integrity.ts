import * as z from 'zod'

const hash = z.string().regex(/^[0-9a-f]{64}$/)
const instant = z.iso.datetime()

/** How the chain of revisions stands, as this process has computed it again. */
export const integrity = z.object({
  /** How many revisions there are, and the number of the newest: they are the same, as there is no gap. */
  revisions: z.int().positive(),
  revision: z.int().positive(),
  hash,
  previousHash: hash.nullable(),
  recordedAt: instant,
  genesis: z.object({ hash, recordedAt: instant }).nullable(),
  /** The seal of the newest publication. */
  publications: hash.nullable(),
  integrity: z.enum(['intact', 'verifying', 'broken']),
  /** Every revision up to this one was computed again and has its hash; `null` before the first was. */
  verifiedThrough: z.int().positive().nullable(),
  verifiedAt: instant.nullable(),
  /** The first revision that does not hold, and why. */
  broken: z.object({ revision: z.int(), fault: z.enum(['gap', 'link', 'hash', 'unreadable']) }).nullable(),
})

export type Integrity = z.output<typeof integrity>
