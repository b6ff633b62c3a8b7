import { execFile } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import { chromium } from '@playwright/test'
import { freePort } from '@/lib/operating/embedded-postgres'
import { endOf, startNode } from '@/lib/operating/processes'
import { browserOptions } from '../support/browser'

/** The newest that runs on Node 20. It is fetched when it is asked for, and is no part of this project. */
const LIGHTHOUSE = 'lighthouse@12.8.2'
const FETCHED_WITHIN_MS = 120_000
const ENDED_WITHIN_MS = 90_000

/** The part of Lighthouse's report that is told. */
export type Report = {
  readonly categories: {
    readonly [id: string]: {
      readonly score: number | null
      readonly auditRefs: readonly { readonly id: string; readonly weight: number }[]
    }
  }
  readonly audits: { readonly [id: string]: Audit }
  /** What the host's processor is worth, as Lighthouse measures it before each run. */
  readonly environment: { readonly benchmarkIndex: number }
}
type Audit = { readonly score: number | null; readonly numericValue?: number; readonly details?: unknown }

/** What it says of an address; `null` where it did not end in time. */
export type Lighthouse = (address: string, words: readonly string[]) => Promise<Report | null>

/** Lends Lighthouse and a Chromium of its own, which ends with the work. `null` where Lighthouse cannot be had. */
export async function withLighthouse<Value>(work: (lighthouse: Lighthouse) => Promise<Value>): Promise<Value | null> {
  const program = await fetched()
  if (program === null) return null
  const port = await freePort()
  const { args = [], ...options } = await browserOptions()
  const browser = await chromium.launch({ ...options, args: [...args, `--remote-debugging-port=${port}`] })
  try {
    return await work((address, words) => reportOn(program, port, address, words))
  } finally {
    await browser.close()
  }
}

async function fetched(): Promise<string | null> {
  const words = ['--yes', '--loglevel=error', '--package', LIGHTHOUSE, '--', 'node', '-p', 'process.env.PATH']
  try {
    const { stdout } = await promisify(execFile)('npx', words, { timeout: FETCHED_WITHIN_MS })
    const folder = stdout.split(path.delimiter).find((one) => one.includes('_npx')) ?? ''
    return folder === '' ? null : path.join(folder, '../lighthouse/cli/index.js')
  } catch {
    return null
  }
}

async function reportOn(program: string, port: number, address: string, words: readonly string[]) {
  const folder = mkdtempSync(path.join(tmpdir(), 'sluice-lighthouse-'))
  const file = path.join(folder, 'report.json')
  const all = [program, address, '--quiet', '--output=json', `--output-path=${file}`, `--port=${port}`]
  const child = startNode([...all, '--no-enable-error-reporting', ...words], {}, ['ignore', 'ignore', 2, 'ipc'])
  const timer = setTimeout(() => child.kill('SIGKILL'), ENDED_WITHIN_MS)
  try {
    await endOf(child)
    return JSON.parse(readFileSync(file, 'utf8')) as Report
  } catch {
    return null
  } finally {
    clearTimeout(timer)
    rmSync(folder, { recursive: true, force: true })
  }
}
