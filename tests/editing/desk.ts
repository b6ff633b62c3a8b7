import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import type { Admin, Editor, Person, Reviewer } from '@/lib/auth/person'
import type { Printed } from '@/lib/contract/edit/draft'
import { kept } from '@/lib/db/client'
import { headRevision } from '@/lib/db/revisions'
import { openDraftWith } from '@/lib/editing/entries'
import { publishDraft } from '@/lib/editing/publish'
import { submit } from '@/lib/editing/review'
import { standingOf } from '@/lib/editing/standing'
import type { TypedEntry } from '@/lib/editing/typed'
import { type Kind, LIST_OF } from '@/lib/ledger/change'
import type { Result } from '@/lib/ledger/result'
import type { RevisionKind } from '@/lib/ledger/revision'
import { aDatabase } from '../support/database'

const PEOPLE = [
  { id: 'ana', name: 'Ana', role: 'editor', publicName: 'Ana of Sluice' },
  { id: 'ben', name: 'Ben', role: 'reviewer', publicName: null },
  { id: 'cai', name: 'Cai', role: 'reviewer', publicName: 'Cai' },
  { id: 'ada', name: 'Ada', role: 'admin', publicName: null },
  { id: 'vera', name: 'Vera', role: 'viewer', publicName: null },
] as const

/** Who is at the desk, each with the proof that a signed-in request would bring. */
export const [ana, ben, cai, ada, vera] = PEOPLE.map((one) => ({
  ...one,
  email: `${one.id}@example.org`,
})) as unknown as [Editor, Reviewer, Reviewer, Admin, Person]

/** A database of its own with the record as revision 1, and the people at the desk. Gives its address. */
export async function aDesk(): Promise<string> {
  const url = await aDatabase('record')
  process.env['DATABASE_URL'] = url
  await kept().editors.prisma.person.createMany({
    data: PEOPLE.map((one) => ({ ...one, email: `${one.id}@example.org` })),
  })
  return url
}

/** One record as the files of the first revision print it, with something else in it. */
export function printed(kind: Kind, key: string, said: Printed = {}): Printed {
  const file = new URL(`../../prisma/data/${LIST_OF[kind]}.json`, import.meta.url)
  const rows = JSON.parse(readFileSync(file, 'utf8')) as readonly Printed[]
  const row = rows.find((one) => one['key'] === key)
  if (row === undefined) throw new Error(`no ${kind} ${key}`)
  return { ...row, ...said }
}

/** The entry that saves a record for the first time. */
export function entry(kind: Kind, record: Printed, id: string = randomUUID()): TypedEntry {
  return { id, kind, printed: record, version: null }
}

/** The value of what was not refused. */
export function value<Value>(result: Result<Value, unknown>): Value {
  if (!result.ok) throw new Error(`refused: ${JSON.stringify(result.refusal)}`)
  return result.value
}

/** The refusal of what was. */
export function refusal<Refusal>(result: Result<unknown, Refusal>): Refusal {
  if (result.ok) throw new Error(`not refused: ${JSON.stringify(result.value)}`)
  return result.refusal
}

/** A draft of Ana's with these entries; gives its id. */
export async function aDraft(
  kind: RevisionKind = 'law',
  entries: readonly TypedEntry[] = [],
  { by = ana, reason = 'Because the gazette says so.' } = {},
): Promise<string> {
  const id = randomUUID()
  const on = (await headRevision()) ?? 0
  value(await openDraftWith(by, { id, title: `A draft of kind ${kind}`, kind, reason, on }, entries))
  return id
}

/** What somebody names who publishes a draft that was just looked at. */
export async function lookedAt(draft: string, urgent = false) {
  const standing = await standingOf(ana, draft)
  if (standing === null) throw new Error(`no draft ${draft}`)
  return { draft, fingerprint: standing.fingerprint, urgent }
}

/** Ana submits and Ben publishes; gives the revision. */
export async function published(draft: string): Promise<number> {
  value(await submit(ana, { draft, words: '' }))
  return value(await publishDraft(ben, await lookedAt(draft))).revision
}

/** A form whose name nobody reads in any test but the one that changes it: entries that break no rule. */
export const reworded = (said: Printed = {}) =>
  entry('source', printed('source', 'mofcom-ann-2025-70', { note: 'Read again.', ...said }))
