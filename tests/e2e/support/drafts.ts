import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import pg from 'pg'
import { inProject } from '@/lib/operating/root'
import type { Who } from '../../support/accounts'

/** A draft as its form would have opened it. */
export type Kept = {
  readonly by: Who
  readonly title: string
  readonly kind: 'law' | 'correction' | 'wording'
  readonly reason: string
  /** What it says differently of Announcement 70, as its entry is kept; without it, the draft is empty. */
  readonly reworded?: { readonly [field: string]: string }
  /** Whether it waits for a review. */
  readonly submitted?: boolean
}

/** The records of a file of the first revision, as the file prints them. */
export function file(name: string): readonly { readonly [field: string]: unknown }[] {
  return JSON.parse(readFileSync(inProject(`prisma/data/${name}.json`), 'utf8'))
}

/**
 * Puts a draft on the newest revision where the forms would have put it: for tests of what follows. The forms themselves are
 * gone through in the story of a notice (editing-scenario.spec.ts).
 *
 * @returns the address of its page.
 */
export async function keepDraft(databaseUrl: string, kept: Kept): Promise<string> {
  const { by, title, kind, reason, submitted = false } = kept
  const id = randomUUID()
  const client = new pg.Client({ connectionString: databaseUrl })
  await client.connect()
  await client.query(
    `insert into draft (id, title, kind, reason, base, author, contributors, state, submitted_by)
     select $1, $2, $3, $4, max(number), $5, array[$5], $6, $7 from revision`,
    [id, title, kind, reason, by, submitted ? 'submitted' : 'open', submitted ? by : null],
  )
  if (kept.reworded) await keepEntry(client, id, kept)
  await client.end()
  return `/admin/drafts/${id}`
}

async function keepEntry(client: pg.Client, draft: string, { by, reworded }: Kept): Promise<void> {
  const record = file('instruments').find(({ key }) => key === 'cn-2025-70')
  await client.query(
    `insert into draft_entry (id, draft, kind, key, printed, changed_by) values ($1, $2, 'instrument', 'cn-2025-70', $3, $4)`,
    [randomUUID(), draft, JSON.stringify({ ...record, ...reworded }), by],
  )
}
