import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { actInWords } from '@/components/admin/audit/act-words'
import { changeNames, changePassword } from '@/lib/auth/account'
import { invitationBehind, join } from '@/lib/auth/join'
import { changeRole, disable, invite, takeSecondFactorAway, withdraw as withdrawInvitation } from '@/lib/auth/people'
import { beginSecondFactor, confirmSecondFactor, stopSecondFactor } from '@/lib/auth/second-factor'
import { whoIsSignedIn } from '@/lib/auth/session'
import { signIn } from '@/lib/auth/sign-in'
import { endAllSessions, endThisSession } from '@/lib/auth/sign-out'
import { ACTS, type Act } from '@/lib/contract/people/acts'
import { closeDatabase, kept } from '@/lib/db/client'
import { headRevision } from '@/lib/db/revisions'
import { abandonDraft, describeDraft } from '@/lib/editing/drafts'
import { putEntries, putEntry, removeEntry } from '@/lib/editing/entries'
import { publishDraft } from '@/lib/editing/publish'
import { rebaseDraft } from '@/lib/editing/rebase'
import { approve, comment, confirmRule, overrideRule, requestChanges, submit, withdraw } from '@/lib/editing/review'
import { noteSnapshot } from '@/lib/editing/snapshot-notes'
import { reviewUrgent } from '@/lib/editing/urgent'
import { remove, rotate, sendAgain, sendTest, subscribe, turn, webhookPage } from '@/lib/notifying/webhooks'
import { doWithPeople } from '@/lib/operating/people-tasks'
import { readTask } from '@/lib/operating/people-words'
import { keepSnapshot } from '@/lib/sharing/snapshots'
import { aDraft, ada, ana, ben, cai, entry, lookedAt, printed, published, value, vera } from '../editing/desk'
import { EXTENSION, NOTICE, theNotice } from '../editing/notice'
import { makeAccounts, PASSWORD, personOf, type Who } from '../support/accounts'
import { useDatabase } from '../support/database'
import { anExhibit } from '../support/exhibits'
import { aBrowser, type PretendBrowser, requestOf, use } from '../support/pretend-browser'
import { codeNow } from '../support/totp'

let url = ''

beforeAll(async () => {
  process.env['SLUICE_SECRET'] = 'a secret of the tests that is long enough'
  process.env['BASE_URL'] = '' // Vitest has another use for it
  url = await useDatabase('record')
  await makeAccounts(url)
})

afterAll(closeDatabase)

let times = 0
const changed = () => entry('source', printed('source', 'mofcom-ann-2025-70', { note: `Read again ${times++}.` }))
const step = async (kind: 'law' | 'wording' = 'law') => ({
  draft: await aDraft(kind, [changed()]),
  words: 'Like this.',
})
const command = (...words: string[]) => doWithPeople(url, readTask(words), 'https://sluice.example')

async function browserOf(who: Who, password = PASSWORD): Promise<PretendBrowser> {
  const browser = use(aBrowser({ 'x-peer-address': `203.0.113.${times++}` }))
  await signIn({ email: personOf(who).email, password, code: '' }, requestOf(browser))
  return browser
}

async function secondFactorOf(who: Who): Promise<PretendBrowser> {
  const browser = await browserOf(who)
  const person = { vera, cai }[who as 'vera' | 'cai']
  const { secret } = value(await beginSecondFactor(person, PASSWORD, requestOf(browser)))
  value(await confirmSecondFactor(person, codeNow(secret), requestOf(browser)))
  return browser
}

async function submitted() {
  const taken = await step()
  value(await submit(ana, taken))
  return taken
}

async function invited(email: string) {
  const { token } = value(await invite(ada, { email, role: 'viewer' }))
  return { token, digest: value(await invitationBehind(token)).digest }
}

/** Of each act who does it, and how it comes about. */
const DONE: { readonly [One in Act]: readonly [by: Who | 'somebody new' | null, how: () => Promise<unknown>] } = {
  'draft.opened': ['ana', () => aDraft()],
  'draft.described': [
    'ana',
    async () => describeDraft(ana, await aDraft(), { title: 'Else', kind: 'law', reason: 'Else.', version: 1 }),
  ],
  'draft.entries-added': ['ana', async () => putEntries(ana, await aDraft(), [changed()])],
  'draft.entry-saved': [
    'ben',
    async () => {
      const one = changed()
      return putEntry(ben, await aDraft('law', [one]), { ...changed(), id: one.id, version: 1 } as never)
    },
  ],
  'draft.entry-removed': [
    'ana',
    async () => {
      const one = changed()
      return removeEntry(ana, await aDraft('law', [one]), { id: one.id, version: 1 })
    },
  ],
  'draft.commented': ['ben', async () => comment(ben, { id: randomUUID(), ...(await step()) })],
  'draft.submitted': ['ana', async () => submit(ana, await step())],
  'draft.withdrawn': ['ana', async () => withdraw(ana, await submitted())],
  'draft.changes-requested': ['ben', async () => requestChanges(ben, await submitted())],
  'draft.approved': [
    'ben',
    async () => {
      const { draft } = await submitted()
      return approve(ben, { ...(await lookedAt(draft)), words: '' })
    },
  ],
  'draft.rule-confirmed': [
    'ana',
    async () => {
      const draft = await aDraft('law', theNotice())
      return confirmRule(ana, { draft, rule: 'E3', kind: 'provision', key: EXTENSION, reason: '' })
    },
  ],
  'draft.rule-overridden': [
    'ben',
    async () => {
      const entries = theNotice().map((one) =>
        'printed' in one && one.kind === 'instrument'
          ? { ...one, printed: { ...one.printed, sources: [{ source: 'mofcom-ann-2026-71', locator: 'para 1' }] } }
          : one,
      )
      const draft = await aDraft('law', entries)
      return overrideRule(ben, { draft, rule: 'E6', kind: 'instrument', key: NOTICE, reason: 'Seen in print.' })
    },
  ],
  'draft.rebased': [
    'ana',
    async () => {
      const draft = await aDraft('law', [entry('source', printed('source', 'clarkhill-ann70', { note: 'Apart.' }))])
      await published(await aDraft('law', [changed()]))
      return rebaseDraft(ana, { draft, head: (await headRevision()) ?? 0, choices: {} })
    },
  ],
  'draft.abandoned': ['ana', async () => abandonDraft(ana, await aDraft())],
  'draft.published': ['ben', async () => published(await aDraft('law', [changed()]))],
  'draft.published-in-a-hurry': ['cai', () => inAHurry()],
  'revision.reviewed': ['ben', async () => reviewUrgent(ben, { revision: await inAHurry(), words: '' })],
  'session.signed-in': ['ana', () => browserOf('ana')],
  'session.refused': [null, () => browserOf('ana', 'not the password')],
  'session.signed-out': ['ana', () => browserOf('ana').then(endThisSession)],
  'session.ended-everywhere': ['ana', () => endAllSessions(ana)],
  'password.changed': [
    'ben',
    async () => {
      const request = requestOf(await browserOf('ben'))
      const session = await whoIsSignedIn(request)
      if (session === null) throw new Error('signed out')
      return changePassword(session, { current: PASSWORD, next: 'another horse and battery' }, request)
    },
  ],
  'password.renewed': [null, () => command('password', 'ana@example.org')],
  'second-factor.on': ['vera', () => secondFactorOf('vera')],
  'second-factor.off': ['cai', async () => stopSecondFactor(cai, PASSWORD, requestOf(await secondFactorOf('cai')))],
  'second-factor.taken-away': ['ada', () => takeSecondFactorAway(ada, 'vera')],
  'invitation.made': ['ada', () => invited('made@example.org')],
  'invitation.withdrawn': ['ada', async () => withdrawInvitation(ada, (await invited('withdrawn@example.org')).digest)],
  'invitation.accepted': [
    'somebody new',
    async () => {
      const { token } = await invited('accepted@example.org')
      return join(token, { name: 'New', publicName: '', password: 'a password of their own' })
    },
  ],
  'person.added': [null, () => command('add', 'added@example.org', '--role', 'viewer', '--name', 'Added')],
  'person.renamed': ['ana', () => changeNames(ana, { name: 'Ana', publicName: 'Ana' })],
  'person.role-changed': ['ada', () => changeRole(ada, 'vera', 'editor')],
  'person.disabled': ['ada', () => disable(ada, 'vera', true)],
  'person.enabled': ['ada', () => disable(ada, 'vera', false)],
  'snapshot.noted': [
    'ana',
    async () => {
      const { id } = await keepSnapshot(anExhibit())
      return noteSnapshot(ana, { id, seen: 0, title: 'For the committee', note: '' })
    },
  ],
  'webhook.added': ['ada', () => aWebhook()],
  'webhook.turned-on': ['ada', async () => turn(ada, await aWebhook(), 'on')],
  'webhook.turned-off': ['ada', async () => turn(ada, await aWebhook(), 'off')],
  'webhook.secret-rotated': ['ada', async () => rotate(ada, await aWebhook())],
  'webhook.removed': ['ada', async () => remove(ada, await aWebhook())],
  'webhook.tested': ['ada', async () => sendTest(ada, await aWebhook())],
  'webhook.delivery-retried': [
    'ada',
    async () => {
      const webhook = await aWebhook()
      value(await sendTest(ada, webhook))
      const [message] = (await webhookPage(ada, webhook))?.deliveries ?? []
      await turn(ada, webhook, 'off') // drops it
      await turn(ada, webhook, 'on')
      return sendAgain(ada, webhook, message?.id ?? '')
    },
  ],
}

async function aWebhook(): Promise<string> {
  const typed = { url: 'https://example.org/hook', description: 'A hook', materials: '', regimes: '' }
  return value(await subscribe(ada, { ...typed, kinds: ['revision.published'] })).id
}

async function inAHurry(): Promise<number> {
  const draft = await aDraft('correction', [changed()], { by: cai })
  return value(await publishDraft(cai, await lookedAt(draft, true))).revision
}

test.for(ACTS)('%s leaves one line in the log, with who did it', async (act) => {
  const { auditEntry } = kept().editors.prisma
  const before = await auditEntry.count({ where: { act } })
  const [by, how] = DONE[act]
  await how()

  const [newest] = await auditEntry.findMany({ where: { act }, orderBy: { id: 'desc' } })
  expect(await auditEntry.count({ where: { act } })).toBe(before + 1)
  if (by === 'somebody new') expect(newest?.person).toMatch(/^[0-9a-f-]{36}$/)
  else expect(newest?.person).toBe(by)
  expect(newest?.subject).toMatch(/./)
})

test('every act has words of its own', () => {
  const words = ACTS.map(actInWords)
  expect(new Set(words).size).toBe(ACTS.length)
  expect(words.filter((said) => /[.{}]/.test(said))).toEqual([])
  expect(actInWords('former.name')).toBe('former.name')
})
