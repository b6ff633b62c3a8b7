import type { LaunchOptions } from '@playwright/test'
import { findChromium } from '@/lib/operating/chromium'

/**
 * What every window of Chromium would bring along for a bar that nobody sees: two pages of suggestions, which cost more
 * than most pages of ours. The flag is told once, so those follow which Playwright would name in it.
 */
const WITHOUT = [
  'WebUIOmniboxPopup',
  'WebUIOmniboxAimPopup',
  'AimEnabled',
  'AvoidCorsURLLoaderRestartOnRedirect',
  'AvoidUnnecessaryBeforeUnloadCheckSync',
  'DestroyProfileOnBrowserClose',
  'HttpsFirstBalancedModeAutoEnable',
  'HttpsUpgrades',
  'LensOverlay',
  'MediaRouter',
  'NetworkTimeServiceQuerying',
  'OptimizationHints',
  'PaintHolding',
  'PreconnectToSearch',
  'ThirdPartyStoragePartitioning',
]

/**
 * How the tests start Chromium: quiet, with nothing of its own on the network. Its sandbox needs another user than root.
 *
 * @throws {Error} when there is none: `npm test` gets one.
 */
export async function browserOptions(): Promise<LaunchOptions> {
  const executablePath = await findChromium()
  if (executablePath === null) throw new Error('No Chromium here: run “npm test” once, or set CHROMIUM_PATH.')
  const args = [
    '--disable-gpu',
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    `--disable-features=${WITHOUT.join()}`,
    ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  ]
  return { executablePath, args }
}
