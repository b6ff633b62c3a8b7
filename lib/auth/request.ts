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
  const told = trusted ? headers.get('x-forwarded-for')?.split(',').at(-1)?.trim() : undefined
  return plain(told || headers.get('x-peer-address') || 'unknown')
}

/** IPv4 as IPv4, and of an IPv6 address the network: its owner has all the rest of it. */
function plain(address: string): string {
  const four = /^::ffff:(\d{1,3}(?:\.\d{1,3}){3})$/i.exec(address)?.[1]
  if (four !== undefined) return four
  return address.includes(':') && address !== '::1' ? networkOf(address.toLowerCase()) : address
}

function networkOf(address: string): string {
  const [left = '', right = ''] = address.split('%', 1).join('').split('::')
  const before = left === '' ? [] : left.split(':')
  const after = right === '' ? [] : right.split(':')
  const gap = address.includes('::')
    ? Array.from({ length: Math.max(0, 8 - before.length - after.length) }, () => '0')
    : []
  return `${[...before, ...gap, ...after].slice(0, 4).join(':')}::/64`
}

function originOf(headers: Headers): URL {
  return new URL(siteOrigin(process.env, (name) => headers.get(name)))
}
