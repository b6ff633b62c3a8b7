import { z } from 'zod'
import type { SiteSettings } from './origin'

/**
 * The address a request came from: that of the connection, or, where the operator trusts a proxy in front, the one that
 * proxy added last, without its port. What a client says of itself is never believed, and what is no address is none.
 *
 * @param header gives a request header by its lower-case name.
 */
export function senderAddress(settings: SiteSettings, header: (name: string) => string | null): string {
  const trusted = settings['TRUSTED_PROXY'] === 'true'
  const forwarded = trusted ? withoutPort(header('x-forwarded-for')?.split(',').at(-1)?.trim() ?? '') : null
  const address = forwarded ?? header('x-peer-address') ?? ''
  return /^::ffff:(\d{1,3}(?:\.\d{1,3}){3})$/i.exec(address)?.[1] ?? address.toLowerCase()
}

const V4 = z.ipv4()
const V6 = z.ipv6()

/** `203.0.113.9:51234` and `[2001:db8::9]:51234` as some proxies write them: each connection has a port of its own. */
function withoutPort(word: string): string | null {
  const address = /^\[(.*)\](?::\d+)?$/.exec(word)?.[1] ?? /^([\d.]+):\d+$/.exec(word)?.[1] ?? word
  return V4.safeParse(address).success || V6.safeParse(address).success ? address : null
}

/** An IPv4 address as it is, and of an IPv6 address the network of 64 bits: its owner has all of it. */
export function networkOf(address: string): string {
  if (!address.includes(':') || address === '::1') return address
  return `${groupsOf(address).slice(0, 4).join(':')}::/64`
}

/**
 * The network that is commonly one holder's: 24 bits of an IPv4 address, 48 of an IPv6 one. Whoever has all of it has many
 * addresses, and they are counted together where only what is used up counts.
 */
export function siteNetworkOf(address: string): string {
  if (address.includes(':')) return address === '::1' ? address : `${groupsOf(address).slice(0, 3).join(':')}::/48`
  const parts = address.split('.')
  return parts.length === 4 ? `${parts.slice(0, 3).join('.')}.0/24` : address
}

/** The eight groups of an IPv6 address, with those that it leaves out. */
function groupsOf(address: string): readonly string[] {
  const [left = '', right] = address.split('::')
  const parts = (text: string) => (text === '' ? [] : text.split(':'))
  const before = parts(left)
  const after = parts(right ?? '')
  const gap = right === undefined ? 0 : Math.max(0, 8 - before.length - after.length)
  return [...before, ...Array.from({ length: gap }, () => '0'), ...after]
}
