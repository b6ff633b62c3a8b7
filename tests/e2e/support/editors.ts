import path from 'node:path'
import type { BrowserContext, Page } from '@playwright/test'
import { freePort } from '@/lib/operating/embedded-postgres'
import { inProject } from '@/lib/operating/root'
import { makeAccounts, PASSWORD, personOf, type Who } from '../../support/accounts'
import { loadedDatabase } from '../../support/loaded'
import { newDatabase, startSluice } from '../../support/sluice'
import { expect, listen, type Noise, test as quiet } from './quiet'

/** A Sluice that this worker alone edits, with people who may sign in. */
export type EditorsSluice = {
  readonly address: string
  /** Its database, for the user that migrates: for what no page can bring about. */
  readonly databaseUrl: string
}

type OfTheWorker = {
  /** Names a Sluice: files that name the same one share it, in the order they happen to run. */
  readonly sluice: string
  readonly editors: EditorsSluice
  /** Who has signed in so far in this worker, with the cookies that came of it. */
  readonly sessions: Map<Who, Cookies>
}

type Cookies = Awaited<ReturnType<BrowserContext['cookies']>>

type OfTheTest = {
  /** Signs somebody in on a page, through the form; leaves it on the editors' front page. */
  readonly signIn: (page: Page, who: Who) => Promise<void>
  /** Somebody is signed in on a page, by the form only where this worker has not yet; where it is then is nobody's concern. */
  readonly enter: (page: Page, who: Who) => Promise<void>
  /** A page of somebody's own, signed in, in a browser that shares nothing with the others and must be as quiet. */
  readonly as: (who: Who) => Promise<Page>
}

/**
 * Playwright's `test` on a second Sluice: it starts from the build of the run on a database of its own, so that what is
 * published there disturbs no other test. Its pages must be as quiet as all others, and its server silent.
 *
 * What names no Sluice shares one on which nothing is ever published. A file that publishes names another:
 * `test.use({ sluice: 'published' })`, or a name of its own where its revisions are counted.
 */
export const test = quiet.extend<OfTheTest, OfTheWorker>({
  sluice: ['unpublished', { option: true, scope: 'worker' }],
  editors: [
    async ({ sluice }, use, { workerIndex }) => {
      const started = await startForEditors(`${sluice}-${workerIndex}`)
      await use(started)
      await started.stop()
    },
    { scope: 'worker', timeout: 120_000 },
  ],
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads from the pattern what a fixture needs
  sessions: [({}, use) => use(new Map()), { scope: 'worker' }],
  baseURL: ({ editors }, use) => use(editors.address),
  signIn: ({ editors }, use) => use((page, who) => signIn(editors.address, page, who)),
  enter: ({ editors, sessions }, use) => use((page, who) => enter(editors.address, sessions, page, who)),
  as: async ({ editors, sessions, browser, javaScriptEnabled }, use) => {
    const noises: Noise[] = []
    await use(async (who) => {
      const context = await browser.newContext({
        baseURL: editors.address,
        javaScriptEnabled,
        locale: 'en-GB',
        timezoneId: 'Europe/Berlin',
      })
      const page = await context.newPage()
      noises.push(listen(page, editors.address, javaScriptEnabled))
      await enter(editors.address, sessions, page, who)
      return page
    })
    expect(noises.flat(), 'a page made noise').toEqual([])
    await Promise.all(browser.contexts().map((context) => context.close()))
  },
})

/** One that already answers at TEST_EDITORS_URL, with its database at TEST_EDITORS_DATABASE_URL, is used as it is. */
async function startForEditors(name: string): Promise<EditorsSluice & { readonly stop: () => Promise<void> }> {
  const running = process.env['TEST_EDITORS_URL']
  if (running) {
    const databaseUrl = process.env['TEST_EDITORS_DATABASE_URL'] ?? ''
    return { address: running, databaseUrl, stop: () => Promise.resolve() }
  }
  const given = process.env['TEST_DATABASE_URL']
  // What a run is given stays when the run is over: nothing is left there to copy from.
  const database = given ? await newDatabase(given) : await loadedDatabase(process.env['TEST_POSTGRES_URL'] ?? '')
  // Everything editors do is done by users that own nothing; what a run is given may not be allowed to make any.
  const users = given ? null : { server: userOf(database.url, 'server'), pages: userOf(database.url, 'pages') }
  const sluice = await startSluice({
    host: '127.0.0.1',
    port: String(await freePort()),
    databaseUrl: users?.server ?? database.url,
    log: path.join(inProject('.cache/tests'), `editors-${name}.log`),
    ...(users && { settings: { DATABASE_MIGRATOR_URL: database.url, DATABASE_READER_URL: users.pages } }),
  })
  await makeAccounts(database.url)
  return {
    address: sluice.address,
    databaseUrl: database.url,
    async stop() {
      try {
        await sluice.stop()
      } finally {
        await database.drop()
      }
    },
  }
}

function userOf(databaseUrl: string, name: string): string {
  const url = new URL(databaseUrl)
  url.username = `editors_${name}`
  url.password = 'once'
  return url.href
}

async function signIn(address: string, page: Page, who: Who): Promise<void> {
  await page.goto(`${address}/admin/sign-in`)
  await page.getByLabel('E-mail').fill(personOf(who).email)
  await page.getByLabel('Password').fill(PASSWORD)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.waitForURL(`${address}/admin`)
}

/** The way in is tested where it is the subject: once somebody has gone it, their session is carried over. */
async function enter(address: string, sessions: Map<Who, Cookies>, page: Page, who: Who): Promise<void> {
  const session = sessions.get(who)
  if (session !== undefined) return page.context().addCookies(session)
  await signIn(address, page, who)
  sessions.set(who, await page.context().cookies(`${address}/admin`))
}
