import 'server-only'
import { siteOrigin } from '@/lib/contract/origin'

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

/**
 * The address a request came from: that of the connection, or, where the operator trusts a proxy in front, the one that
 * proxy added last. What a client says of itself is never believed.
 */
export function addressOf(headers: Headers): string {
  const trusted = process.env['TRUSTED_PROXY'] === 'true'
  const forwarded = trusted ? headers.get('x-forwarded-for')?.split(',').at(-1)?.trim() : undefined
  const address = forwarded || headers.get('x-peer-address') || ''
  return /^::ffff:(\d{1,3}(?:\.\d{1,3}){3})$/i.exec(address)?.[1] ?? address.toLowerCase()
}

/** An IPv4 address as it is, and of an IPv6 address the network of 64 bits: its owner has all of it. */
export function networkOf(address: string): string {
  if (!address.includes(':') || address === '::1') return address
  const [left = '', right] = address.split('::')
  const parts = (text: string) => (text === '' ? [] : text.split(':'))
  const before = parts(left)
  const after = parts(right ?? '')
  const gap = right === undefined ? 0 : Math.max(0, 8 - before.length - after.length)
  const whole = [...before, ...Array.from({ length: gap }, () => '0'), ...after]
  return `${whole.slice(0, 4).join(':')}::/64`
}

/** The request's headers for the sign-in library, with the address that we believe in the place where it looks. */
export function told(headers: Headers): Headers {
  const copy = new Headers(headers)
  copy.set('x-sluice-address', addressOf(headers))
  return copy
}

function originOf(headers: Headers): URL {
  return new URL(siteOrigin(process.env, (name) => headers.get(name)))
}
