import path from 'node:path'
import type { Page } from '@playwright/test'
import { freePort } from '@/lib/operating/embedded-postgres'
import { inProject } from '@/lib/operating/root'
import { makeAccounts, PASSWORD, personOf, type Who } from '../../support/accounts'
import { newDatabase, startSluice } from '../../support/sluice'
import { startThrowAwayPostgres } from '../../support/throw-away-postgres'
import { expect, listen, type Noise, test as quiet } from './quiet'

/** A Sluice that this worker alone edits, with people who may sign in. */
export type EditorsSluice = {
  readonly address: string
  /** Its database, for the user that migrates: for what no page can bring about. */
  readonly databaseUrl: string
}

type OfTheWorker = {
  /** Names a Sluice of a file's own: files that name the same one share it, in the order they happen to run. */
  readonly sluice: string
  readonly editors: EditorsSluice
}

type OfTheTest = {
  /** Signs somebody in on a page, through the form; leaves it on the editors' front page. */
  readonly signIn: (page: Page, who: Who) => Promise<void>
  /** A page of somebody's own, signed in, in a browser that shares nothing with the others and must be as quiet. */
  readonly as: (who: Who) => Promise<Page>
}

/**
 * Playwright's `test` on a second Sluice: it starts from the build of the run on a database of its own, so that what is
 * published there disturbs no other test. Its pages must be as quiet as all others, and its server silent.
 *
 * A file that needs the record at revision 1 writes `test.use({ sluice: 'a name of its own' })`.
 */
export const test = quiet.extend<OfTheTest, OfTheWorker>({
  sluice: ['shared', { option: true, scope: 'worker' }],
  editors: [
    async ({ sluice }, use, { workerIndex }) => {
      const started = await startForEditors(`${sluice}-${workerIndex}`)
      await use(started)
      await started.stop()
    },
    { scope: 'worker', timeout: 120_000 },
  ],
  baseURL: ({ editors }, use) => use(editors.address),
  signIn: ({ editors }, use) => use((page, who) => signIn(editors.address, page, who)),
  as: async ({ editors, browser, javaScriptEnabled }, use) => {
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
      await signIn(editors.address, page, who)
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
  const postgres = given ? null : await startThrowAwayPostgres()
  const database = await newDatabase(given ?? postgres?.url('postgres') ?? '')
  const sluice = await startSluice({
    host: '127.0.0.1',
    port: String(await freePort()),
    databaseUrl: database.url,
    log: path.join(inProject('.cache/tests'), `editors-${name}.log`),
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
        await postgres?.remove()
      }
    },
  }
}

async function signIn(address: string, page: Page, who: Who): Promise<void> {
  await page.goto(`${address}/admin/sign-in`)
  await page.getByLabel('E-mail').fill(personOf(who).email)
  await page.getByLabel('Password').fill(PASSWORD)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.waitForURL(`${address}/admin`)
}
