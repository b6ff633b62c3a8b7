import 'server-only'
import { siteOrigin } from '@/lib/contract/origin'
import { senderAddress } from '@/lib/contract/sender-address'

/** Names under which a browser reaches its own machine: there alone a cookie may go without `Secure`. */
const OWN_MACHINE = /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/

/** Whether a sign-in can work at this origin: over `https`, or on the machine itself. */
export function isSafeOrigin(headers: Headers): boolean {
  const { protocol, hostname } = originOf(headers)
  return protocol === 'https:' || OWN_MACHINE.test(hostname)
}

/** Whether cookies for this request are `Secure`: everywhere but on the machine itself, where a browser takes no other. */
export function cookiesAreSecure(headers: Headers): boolean {
  const { protocol, hostname } = originOf(headers)
  return protocol === 'https:' || !OWN_MACHINE.test(hostname)
}

/** The address a request came from: see `senderAddress`. */
export function addressOf(headers: Headers): string {
  return senderAddress(process.env, (name) => headers.get(name))
}

function originOf(headers: Headers): URL {
  return new URL(siteOrigin(process.env, (name) => headers.get(name)))
}
