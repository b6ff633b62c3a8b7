import { randomUUID } from 'node:crypto'
import pg from 'pg'
import type { Who } from '../../support/accounts'
import type { EditorsSluice } from './editors'

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

/**
 * Puts a draft on the newest revision where the forms would have put it: for tests of what follows. The forms themselves are
 * gone through in the story of a notice (editing-scenario.spec.ts).
 *
 * @returns the address of its page.
 */
export async function keepDraft({ address, databaseUrl }: EditorsSluice, kept: Kept): Promise<string> {
  const { by, title, kind, reason, submitted = false } = kept
  const id = randomUUID()
  const client = new pg.Client({ connectionString: databaseUrl })
  await client.connect()
  await client.query(
    `insert into draft (id, title, kind, reason, base, author, contributors, state, submitted_by)
     select $1, $2, $3, $4, max(number), $5, array[$5], $6, $7 from revision`,
    [id, title, kind, reason, by, submitted ? 'submitted' : 'open', submitted ? by : null],
  )
  if (kept.reworded) await keepEntry(client, id, by, { ...(await announcement70(address)), ...kept.reworded })
  await client.end()
  return `/admin/drafts/${id}`
}

async function keepEntry(client: pg.Client, draft: string, by: Who, printed: object): Promise<void> {
  await client.query(
    `insert into draft_entry (id, draft, kind, key, printed, changed_by) values ($1, $2, 'instrument', 'cn-2025-70', $3, $4)`,
    [randomUUID(), draft, JSON.stringify(printed), by],
  )
}

/** As the newest revision prints it: others may have published meanwhile. */
async function announcement70(address: string): Promise<object> {
  const instruments = (await (await fetch(`${address}/data/instruments.json`)).json()) as { readonly key: string }[]
  const found = instruments.find(({ key }) => key === 'cn-2025-70')
  if (found === undefined) throw new Error('Announcement 70 is not on record')
  return found
}
