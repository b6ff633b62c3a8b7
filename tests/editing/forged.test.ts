import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { closeDatabase, kept } from '@/lib/db/client'
import { openedDraft } from '@/lib/editing/drafts'
import { Led } from '../support/pretend-browser'
import { aDesk, aDraft, ada, published, reworded } from './desk'

vi.mock('next/headers', async () => (await import('../support/pretend-browser')).nextHeaders)
vi.mock('next/navigation', async () => (await import('../support/pretend-browser')).nextNavigation)
vi.mock('@/lib/auth/session', () => ({
  whoIsSignedIn: () => Promise.resolve({ person: ada, session: 'of-the-test', mustChangePassword: false }),
}))

type Action = (...sent: readonly unknown[]) => Promise<unknown>
const modules = import.meta.glob<Record<string, Action>>('../../app/admin/{drafts,history,import,verify}/**/actions.ts')

let draft = ''
let entry = ''

beforeAll(async () => {
  await aDesk()
  await published(await aDraft('wording', [reworded({ note: 'Published.' })]))
  draft = await aDraft('wording', [reworded({ note: 'Drafted.' })])
  entry = (await openedDraft(ada, draft))?.entries[0]?.id ?? ''
})
afterAll(closeDatabase)

/** What the pages bind to each action. Whoever adds an action adds a row. */
const BOUND: Readonly<Record<string, () => readonly unknown[]>> = {
  abandon: () => [draft],
  approve: () => [draft, 'as looked at'],
  autosaveEntry: () => [{ draft, entry }],
  comment: () => [draft, randomUUID()],
  confirmRule: () => [draft, { rule: 'E3', kind: 'form', key: 'metal' }],
  describe: () => [draft, 1],
  makeDraft: () => [randomUUID()],
  open: () => [randomUUID()],
  overrideRule: () => [draft, { rule: 'E6', kind: 'form', key: 'metal' }],
  prepareLook: () => [randomUUID()],
  publish: () => [draft, { fingerprint: 'as looked at', urgent: false }],
  publishLook: () => [draft, 'as looked at'],
  rebase: () => [draft, 2],
  remove: () => [draft, { id: entry, version: 1 }],
  requestChanges: () => [draft],
  retire: () => [draft, { id: randomUUID(), kind: 'form', key: 'metal', version: null }],
  revert: () => [randomUUID(), 2, { kind: 'source', key: 'mofcom-ann-2025-70' }],
  review: () => [2],
  saveEntry: () => [{ draft, entry }],
  submit: () => [draft],
  withdraw: () => [draft],
}

const ID = '0b6b4c1f-0000-4000-8000-000000000001'

/** What a browser can send in the place of anything that a form is bound to. */
const JUNK: readonly unknown[] = [
  ...[undefined, null, true, -1, Number.NaN, 1e300, 10n, '', 'x', '\0', '\u{d83d}', Symbol.for('x'), new Date(0)],
  ...[[], [ID], {}, new Map([['id', ID]]), { id: null }, { id: [ID], kind: 'constructor', key: {}, version: [] }],
  ...[
    { id: ID, kind: 'form', key: 7, version: 'x' },
    { id: ID, kind: ['form'], key: 'metal', version: null },
  ],
  ...[
    { draft: null, entry: {} },
    { draft: [ID], entry: [ID] },
    { rule: 1, kind: {}, key: null },
  ],
  ...[
    { fingerprint: {}, urgent: 'yes' },
    { id: ID, kind: '__proto__', key: '__proto__', version: null },
  ],
]

function aForm(): FormData {
  const form = new FormData()
  const said = { title: 'Else', kind: 'law', reason: 'Else.', words: 'Else.', why: 'Gone.', from: 'nothing' }
  const typed = {
    ...said,
    revision: '2',
    instruments: 'cn-2025-70',
    on: '2026-11-22',
    where: 'x',
    found: 'nothing',
    _kind: 'source',
  }
  for (const [name, value] of Object.entries(typed)) form.set(name, value)
  return form
}

/** Everything that a forged form must not have changed. */
async function written(): Promise<string> {
  const { prisma } = kept().editors
  const tables = [prisma.draft.findMany(), prisma.draftEntry.findMany(), prisma.draftComment.findMany()]
  return JSON.stringify([await Promise.all(tables), await prisma.draftException.count(), await prisma.revision.count()])
}

/** The answer to a form; where it led to another page, that address. */
async function answer(action: Action, bound: readonly unknown[]): Promise<unknown> {
  const rest = action.length > bound.length + 1 ? [{ problems: [], typed: {} }, aForm()] : [aForm()]
  return action(...bound, ...rest).catch((error: unknown) => {
    if (error instanceof Led) return { problems: [error.to] }
    throw error
  })
}

describe('what a form is bound to', async () => {
  const actions = (await Promise.all(Object.values(modules).map((load) => load()))).flatMap(Object.entries)

  test('is known of every action of drafts, revisions, imports and looks', () => {
    expect(actions.map(([name]) => name).sort()).toEqual(Object.keys(BOUND).sort())
  })

  test.for(actions.map(([name]) => name))(
    'may be forged: %s answers with a sentence and writes nothing',
    async (name) => {
      const action = actions.find(([own]) => own === name)?.[1]
      const bound = BOUND[name]
      if (action === undefined || bound === undefined) throw new Error(name)
      const before = await written()
      for (const at of bound().keys()) {
        for (const junk of JUNK) {
          // Nothing in particular means the whole revision.
          if (name === 'revert' && at === 2 && junk === null) continue
          const said = await answer(action, bound().with(at, junk))
          const told = said as { readonly problems?: readonly unknown[]; readonly say?: string }
          expect(told.problems?.length ?? told.say?.length).toBeGreaterThan(0)
        }
      }
      expect(await written()).toBe(before)
    },
  )
})
