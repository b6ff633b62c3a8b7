import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import path from 'node:path'
import { Failure } from './failure'
import { packageFile, runNode } from './processes'
import { step } from './progress.mjs'

/** Where Chromium or Chrome usually is, by system, besides the folders of PATH. */
const usualPlaces: Partial<Record<NodeJS.Platform, readonly string[]>> = {
  darwin: [
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  ],
  win32: ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA']
    .map((variable) => process.env[variable])
    .filter((folder) => folder !== undefined)
    .map((folder) => path.join(folder, 'Google/Chrome/Application/chrome.exe')),
}

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome']

/**
 * The Chromium of this machine, or `null`: the one CHROMIUM_PATH names, a system one, or Playwright's.
 *
 * @throws {Failure} when CHROMIUM_PATH names no file.
 */
export async function findChromium(): Promise<string | null> {
  const named = process.env['CHROMIUM_PATH']
  if (named) {
    if (existsSync(named)) return named
    throw new Failure('CHROMIUM_PATH names no file: put it right, or leave it out.')
  }
  const folders = (process.env['PATH'] ?? '').split(path.delimiter).filter(Boolean)
  const inPath =
    process.platform === 'win32' ? [] : names.flatMap((name) => folders.map((folder) => path.join(folder, name)))
  const { chromium } = await import('@playwright/test')
  const candidates = [...inPath, ...(usualPlaces[process.platform] ?? []), chromium.executablePath()]
  return candidates.find((file) => existsSync(file) && starts(file)) ?? null
}

/**
 * A Chromium, got when there is none: Debian's package as root, else Playwright's own download.
 *
 * @throws {Failure} when none can be had.
 */
export async function makeChromium(): Promise<string> {
  const found = await findChromium()
  if (found !== null) return found

  const installed = await step('Getting a Chromium', async () => {
    if (process.getuid?.() === 0 && existsSync('/etc/debian_version')) installDebianPackage()
    const packaged = await findChromium()
    if (packaged !== null) return packaged
    await runNode([packageFile('@playwright/test/cli.js'), 'install', 'chromium'])
    return findChromium()
  })
  if (installed !== null) return installed
  throw new Failure(
    'No Chromium was found and none could be fetched: install Chromium or Chrome, or set CHROMIUM_PATH to one.',
  )
}

function installDebianPackage(): void {
  const apt = (...words: string[]) =>
    execFileSync('apt-get', words, { stdio: 'ignore', env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } })
  try {
    apt('update')
    apt('install', '--yes', '--no-install-recommends', 'chromium')
  } catch {
    // no network, or no such package: the next way is tried
  }
}

/** A file of that name may be a stand-in that only tells to install the real one. */
function starts(file: string): boolean {
  if (process.platform === 'win32') return true // it would open a window
  try {
    return /\d+\.\d+/.test(
      execFileSync(file, ['--version'], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'], timeout: 20_000 }),
    )
  } catch {
    return false
  }
}
