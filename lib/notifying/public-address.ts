import 'server-only'
import { type LookupAddress, type LookupOptions, lookup } from 'node:dns'
import { isIP } from 'node:net'
import ipaddr from 'ipaddr.js'

/** What a look-up of names gives back: Node asks for all addresses of a name, or for one. */
type Found = (error: NodeJS.ErrnoException | null, address: string | LookupAddress[], family?: number) => void
type AllFound = (error: NodeJS.ErrnoException | null, addresses: LookupAddress[]) => void

export type Resolve = (name: string, options: LookupOptions & { readonly all: true }, found: AllFound) => void

/** The old way to put an IPv4 address into an IPv6 one, which the library takes for public. */
const COMPATIBLE = ipaddr.IPv6.parseCIDR('::/96')

/** Said when an address is not public; nothing was connected to. */
export class NotPublic extends Error {
  readonly code = 'ENOTPUBLIC'
}

/**
 * Whether anybody on the internet may have this address: not this machine, its network, a cloud's metadata, one that stands
 * for many, or an IPv4 address in the clothes of an IPv6 one.
 *
 * @param text an IPv4 or IPv6 address.
 */
export function isPublic(text: string): boolean {
  if (!ipaddr.isValid(text)) return false
  const address = ipaddr.parse(text)
  if (address.range() !== 'unicast') return false
  return !(address instanceof ipaddr.IPv6) || !address.match(COMPATIBLE)
}

/** Whether a host is spelled as an address that is not public. A name may mean any address, and is looked at when it is asked for. */
export function isPrivateLiteral(hostname: string): boolean {
  const host = hostname.replace(/^\[(.*)\]$/, '$1')
  return (isIP(host) !== 0 && !isPublic(host)) || /(^|\.)localhost\.?$/i.test(host)
}

/**
 * Looks a name up for a connection, and refuses it where any of its addresses is not public. What is looked at here is
 * what is connected to: a name that means something else a moment later changes nothing.
 */
export function publicLookup(resolve: Resolve = lookup) {
  return (name: string, options: LookupOptions, found: Found): void => {
    resolve(name, { ...options, all: true }, (error, addresses) => {
      const [first] = addresses ?? []
      if (error !== null) found(error, [])
      else if (first === undefined || !addresses.every(({ address }) => isPublic(address))) {
        found(new NotPublic('the name leads to an address that is not public'), [])
      } else if (options.all === true) found(null, addresses)
      else found(null, first.address, first.family)
    })
  }
}
