import type { LookupAddress } from 'node:dns'
import { describe, expect, test } from 'vitest'
import { readTarget } from '@/lib/contract/webhooks/subscription'
import { isPrivateLiteral, isPublic, publicLookup, type Resolve } from '@/lib/notifying/public-address'

describe('an address is not public', () => {
  test.for([
    ['0.0.0.0', 'of no host'],
    ['10.1.2.3', 'of a private network'],
    ['100.64.0.1', 'of a carrier'],
    ['127.0.0.1', 'of this machine'],
    ['127.255.255.254', 'of this machine'],
    ['169.254.169.254', 'of a cloud that tells secrets'],
    ['172.31.255.255', 'of a private network'],
    ['192.0.0.192', 'kept for protocols'],
    ['192.168.0.1', 'of a private network'],
    ['198.18.0.1', 'of a test bench'],
    ['224.0.0.251', 'of many'],
    ['255.255.255.255', 'of all'],
    ['::', 'of no host'],
    ['::1', 'of this machine'],
    ['::127.0.0.1', 'of this machine, in an old spelling'],
    ['::7f00:1', 'of this machine, in an old spelling and in digits'],
    ['::ffff:127.0.0.1', 'of this machine, mapped'],
    ['::ffff:7f00:1', 'of this machine, mapped and in digits'],
    ['::ffff:8.8.8.8', 'mapped, whatever it is'],
    ['64:ff9b::7f00:1', 'translated'],
    ['64:ff9b:1::7f00:1', 'translated inside a network'],
    ['2002:7f00:1::', 'of this machine, by a relay'],
    ['fc00::1', 'of a unique local network'],
    ['fd00:ec2::254', 'of a cloud that tells secrets'],
    ['fe80::1', 'of a link'],
    ['fec0::1', 'of a site'],
    ['ff02::1', 'of many'],
    ['2001:db8::1', 'of a document'],
    ['example.org', 'at all: it is a name'],
  ] as const)('%s: %s', ([address]) => {
    expect(isPublic(address)).toBe(false)
  })

  test.for(['1.1.1.1', '93.184.216.34', '2606:4700:4700::1111'])('but %s is', (address) => {
    expect(isPublic(address)).toBe(true)
  })
})

test.for([
  'http://2130706433/',
  'http://0x7f000001/',
  'http://0177.0.0.1/',
  'http://127.1/',
  'http://[::ffff:127.0.0.1]/',
  'http://[::127.0.0.1]/',
  'http://[0:0:0:0:0:0:0:1]/',
  'http://localhost/',
  'http://hooks.localhost./',
  'http://１２７.0.0.1/',
])('%s is this machine, however it is spelled', (url) => {
  expect(isPrivateLiteral(new URL(url).hostname)).toBe(true)
})

describe('a name is looked up', () => {
  const resolved = (addresses: readonly string[], options: { readonly all?: boolean }) => {
    const resolve: Resolve = (_name, _options, found) =>
      found(
        null,
        addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 })),
      )
    return new Promise<string | readonly LookupAddress[]>((done, fail) => {
      publicLookup(resolve)('hooks.example.org', options, (error, address) => (error ? fail(error) : done(address)))
    })
  }

  test('and connected to where it is public', async () => {
    expect(await resolved(['93.184.216.34'], {})).toBe('93.184.216.34')
    expect(await resolved(['93.184.216.34', '2606:4700::1'], { all: true })).toEqual([
      { address: '93.184.216.34', family: 4 },
      { address: '2606:4700::1', family: 6 },
    ])
  })

  test.for([true, false])('and refused where one of its addresses is not, also among public ones', async (all) => {
    await expect(resolved(['93.184.216.34', '10.0.0.1'], { all })).rejects.toMatchObject({ code: 'ENOTPUBLIC' })
    await expect(resolved([], { all })).rejects.toMatchObject({ code: 'ENOTPUBLIC' })
  })
})

describe('a target', () => {
  test.for([
    ['', 'no-url'],
    ['example.org/hook', 'not-a-url'],
    ['https://', 'not-a-url'],
    ['http://example.org/', 'not-https'],
    ['ftp://example.org/', 'not-https'],
    ['javascript:alert(1)', 'not-https'],
    ['https://ana:secret@example.org/', 'url-has-credentials'],
    [`https://example.org/${'x'.repeat(2_000)}`, 'not-a-url'],
  ] as const)('like %s is refused: %s', ([text, why]) => {
    expect(readTarget(text, false)).toEqual({ ok: false, refusal: { why } })
  })

  test('is kept as it is sent to, with a port and without a fragment', () => {
    expect(readTarget(' https://EXAMPLE.org:8443/hook?a=1#part ', false)).toEqual({
      ok: true,
      value: 'https://example.org:8443/hook?a=1',
    })
  })

  test('may go without TLS only where the configuration says so', () => {
    expect(readTarget('http://example.org/', true)).toEqual({ ok: true, value: 'http://example.org/' })
  })
})
