import { closeDatabase } from '@/lib/db/client'
import { publishDraft } from '@/lib/editing/publish'
import { onStop } from '@/lib/operating/stopping.mjs'
import { aDraft, ana, entry, lookedAt, printed, value } from '../editing/desk'
import { theNotice } from '../editing/notice'
import { makeAccounts, PASSWORD, personOf } from '../support/accounts'
import type { Served } from './served'

/** What editors and those who share do, for figures: on the database of the run, as another process of the application. */
export type Desk = {
  /** The page of what a new draft of the law would do, without the origin. */
  readonly previewed: () => Promise<string>
  /** Who is signed in, as a browser says it; by the form that a person fills in. */
  readonly cookie: () => Promise<string>
  /** A matrix that was frozen: its address, without the origin. */
  readonly snapshot: () => Promise<string>
  /** A small correction of wording, written and looked at: what publishes it, and gives the revision. */
  readonly drafted: () => Promise<() => Promise<number>>
}

/** What a desk stands at: a server and its database. */
export type Standing = Pick<Served, 'address' | 'databaseUrl'>

let made: Promise<Desk> | undefined

/** One desk for the whole run. */
export function deskOf(served: Standing): Promise<Desk> {
  made ??= make(served)
  return made
}

async function make({ address, databaseUrl }: Standing): Promise<Desk> {
  await makeAccounts(databaseUrl)
  process.env['DATABASE_URL'] = databaseUrl
  onStop(closeDatabase)
  let times = 0
  return {
    previewed: async () => `/admin/drafts/${await aDraft('law', theNotice())}/consequences`,
    cookie: () => signIn(address),
    snapshot: () => freeze(address, '/r/1/2026-11-22/matrix'),
    drafted: async () => {
      times += 1
      const note = `Read again, for the ${times}. time.`
      const draft = await aDraft('wording', [entry('source', printed('source', 'mofcom-ann-2025-70', { note }))])
      const looked = await lookedAt(draft)
      return async () => value(await publishDraft(ana, looked)).revision
    },
  }
}

/** Posts the form as a browser without scripts does. */
async function signIn(address: string): Promise<string> {
  const page = await (await fetch(`${address}/admin/sign-in`)).text()
  const form = new FormData()
  for (const [, name, held] of page.matchAll(/<input type="hidden" name="([^"]+)"(?: value="([^"]*)")?/g)) {
    form.append(name ?? '', unescaped(held ?? ''))
  }
  form.set('email', personOf('ana').email)
  form.set('password', PASSWORD)
  const headers = { origin: address }
  const answer = await fetch(`${address}/admin/sign-in`, { method: 'POST', body: form, redirect: 'manual', headers })
  const cookies = answer.headers.getSetCookie().map((one) => one.split(';')[0])
  if (cookies.length === 0) throw new Error(`nobody could sign in: ${answer.status}`)
  return cookies.join('; ')
}

function unescaped(text: string): string {
  return text
    .replaceAll('&quot;', '"')
    .replaceAll('&#x27;', "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
}

/** Freezes a view as its form does; gives the snapshot's address. */
export async function freeze(address: string, view: string): Promise<string> {
  const body = new URLSearchParams({ address: view })
  const answer = await fetch(`${address}/s`, { method: 'POST', body, redirect: 'manual' })
  const to = answer.headers.get('location')
  if (answer.status !== 303 || to === null) throw new Error(`not frozen: ${answer.status} ${await answer.text()}`)
  return to
}
