import { defineConfig } from '@playwright/test'
import { freePort } from '@/lib/operating/embedded-postgres'
import { browserOptions } from './support/browser'

// Each worker reads this file again, in the environment of the first reading: all agree on one server and one browser.
process.env['TEST_SERVER_URL'] ||= `http://127.0.0.1:${await freePort()}`
const launchOptions = await browserOptions()
process.env['CHROMIUM_PATH'] ||= launchOptions.executablePath

/** The files whose tests sign in, or publish. */
const EDITING = /(accounts|editing-[a-z]+|foreign-forms|history|instances)\.spec\.ts$/

export default defineConfig({
  testDir: 'e2e',
  outputDir: '../test-results',
  snapshotDir: 'golden/e2e',
  globalSetup: './support/server.ts',
  forbidOnly: true,
  workers: 2,
  // Two kinds of tests share the machine, and another program may too: slow is not wrong.
  timeout: 180_000,
  expect: { timeout: 60_000 },
  projects: [
    // Files of editors share servers of their own: one after the other, so that each of these is started once.
    { name: 'editing', testMatch: EDITING, workers: 1 },
    { name: 'reading', testIgnore: EDITING, fullyParallel: true },
  ],
  reporter: 'list',
  use: { baseURL: process.env['TEST_SERVER_URL'], launchOptions, locale: 'en-GB', timezoneId: 'Europe/Berlin' },
})
