import 'server-only'
import { randomBytes } from 'node:crypto'
import { cookies } from 'next/headers'
import { told } from './cookie-names'
import { keepCookie } from './cookies'

/** By this cookie a browser is known as one in which somebody signed in before. It lets nobody in. */
const DEVICE = 'sluice.device'

/** For so long a browser, or an address, is remembered as one where an account signed in. */
export const KNOWN_SECONDS = 90 * 24 * 3_600

/** What a browser is known by; `null` where nobody signed in before, or not for a long time. */
export function deviceOf(request: Headers): string | null {
  const pairs = (told(request).get('cookie') ?? '').split(/;\s*/).map((pair) => pair.split('='))
  const [, value = ''] = pairs.find(([name]) => name === DEVICE) ?? []
  return /^[\w-]{32}$/.test(value) ? value : null
}

/** Sees to it that this browser is known from now on, and says by what. */
export async function keepDevice(request: Headers): Promise<string> {
  const device = deviceOf(request) ?? randomBytes(24).toString('base64url')
  keepCookie(await cookies(), request, { name: DEVICE, value: device, maxAge: KNOWN_SECONDS })
  return device
}
