import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { ActState } from '@/components/admin/ui/act-state'
import { signIn } from '@/lib/auth/sign-in'
import { closeDatabase, kept } from '@/lib/db/client'
import { makeAccounts, PASSWORD, personOf, type Who } from '../support/accounts'
import { useDatabase } from '../support/database'
import { aBrowser, Led, requestOf, use } from '../support/pretend-browser'
import { ACTIONS } from './who-may'

type Action = (...given: unknown[]) => Promise<ActState>
const modules = import.meta.glob<Record<string, Action>>('../../app/admin/**/actions.ts')

/** Small forms: those of an entry carry what was typed in a way of their own. */
const FORMS = Object.keys(ACTIONS).filter((name) => ACTIONS[name] === 'form' && !name.includes('/entries/'))
const TYPED = { words: 'words that were typed', where: 'where it was looked', title: 'a title', reason: 'a reason' }

beforeAll(async () => {
  process.env['SLUICE_SECRET'] = 'a secret of the tests that is long enough'
  process.env['BASE_URL'] = ''
  await makeAccounts(await useDatabase('record'))
})
afterAll(closeDatabase)

async function send(name: string, credentials: { readonly [field: string]: string } = {}): Promise<ActState> {
  const [file = '', exported = ''] = name.split(' ')
  const action = (await modules[`../../app/admin/${file}`]?.())?.[exported]
  if (action === undefined) throw new Error(`there is no ${name}`)
  const form = new FormData()
  for (const [field, value] of Object.entries({ ...TYPED, ...credentials })) form.set(field, value)
  const bound = Array.from({ length: action.length - 1 }, () => '00000000-0000-4000-8000-000000000000')
  return action(...bound, form)
}

async function signedInAs(who: Who): Promise<void> {
  const browser = use(aBrowser({ 'x-peer-address': `203.0.113.${who.length}` }))
  const outcome = await signIn({ email: personOf(who).email, password: PASSWORD, code: '' }, requestOf(browser))
  if (!outcome.ok) throw new Error(outcome.refusal.why)
}

async function work(): Promise<number> {
  const { prisma } = kept().editors
  return (await prisma.draft.count()) + (await prisma.draftComment.count()) + (await prisma.draftEntry.count())
}

describe.for(FORMS)('%s, sent when the session had ended', (name) => {
  test('comes back with what was typed and with the fields to sign in, and does nothing', async () => {
    use(aBrowser())
    const before = await work()
    const state = await send(name)

    expect(state.problems).toEqual([{ field: null, say: 'Your session has ended.' }])
    expect(state.signIn?.fields.map((field) => field.name)).toEqual(['email', 'password', 'code'])
    expect(state.typed).toMatchObject(name.includes('/look/') ? { where: TYPED.where } : TYPED)
    expect(await work()).toBe(before)
  })

  test('never gives back a password that was wrong, and keeps the rest', async () => {
    use(aBrowser({ 'x-peer-address': '203.0.113.77' }))
    const state = await send(name, { email: 'nobody@example.org', password: 'not the password', code: '123456' })

    expect(state.signIn?.fields[0]).toMatchObject({ name: 'email', value: 'nobody@example.org' })
    expect(JSON.stringify(state)).not.toMatch(/not the password|123456/)
    expect(state.typed).toMatchObject(name.includes('/look/') ? { where: TYPED.where } : TYPED)
  })
})

test('a form signs in and is sent in one step', async () => {
  use(aBrowser())
  const sent = send('drafts/new/actions.ts open', {
    ...{ email: personOf('ana').email, password: PASSWORD, code: '' },
    ...{ kind: 'law', from: 'empty' },
  })

  await expect(sent).rejects.toBeInstanceOf(Led)
  expect(await kept().editors.prisma.draft.findFirst({ where: { title: TYPED.title } })).toMatchObject({
    author: 'ana',
    reason: TYPED.reason,
  })
})

test.for(['approve', 'overrideRule', 'requestChanges'])(
  'an editor who sends %s is told who may, and loses nothing',
  async (act) => {
    await signedInAs('ana')
    const state = await send(`drafts/[draft]/actions.ts ${act}`)

    expect(state.problems).toEqual([{ field: null, say: expect.stringContaining('Only a reviewer may do this.') }])
    expect(state.typed).toMatchObject(TYPED)
    expect(state.signIn).toBeUndefined()
  },
)
