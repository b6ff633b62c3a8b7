import { expect, test } from 'vitest'
import { networkOf, senderAddress } from '@/lib/contract/sender-address'

const from = (forwarded: string, settings: Record<string, string> = { TRUSTED_PROXY: 'true' }) =>
  senderAddress(settings, (name) => ({ 'x-forwarded-for': forwarded, 'x-peer-address': '198.51.100.1' })[name] ?? null)

test.for([
  ['203.0.113.9', '203.0.113.9'],
  ['203.0.113.9:51234', '203.0.113.9'],
  ['192.0.2.1, 203.0.113.9:51235', '203.0.113.9'],
  ['2001:DB8::9', '2001:db8::9'],
  ['[2001:db8::9]', '2001:db8::9'],
  ['[2001:db8::9]:51234', '2001:db8::9'],
  ['::ffff:203.0.113.9', '203.0.113.9'],
  ['[::ffff:203.0.113.9]:80', '203.0.113.9'],
] as const)('a trusted proxy that adds %s means %s', ([forwarded, address]) => {
  expect(from(forwarded)).toBe(address)
})

test.for(['', 'unknown', '_hidden', '203.0.113.9:port', '300.0.113.9', '1:2:3', '[203.0.113', 'a:b:c:d:e:f:g:h'])(
  'what is no address (%s) counts as the one of the connection',
  (forwarded) => {
    expect(from(forwarded)).toBe('198.51.100.1')
  },
)

test('a proxy that is not trusted is not believed', () => {
  expect(from('203.0.113.9', {})).toBe('198.51.100.1')
})

test('all connections of one reader are of one network', () => {
  expect(networkOf(from('203.0.113.9:1'))).toBe(networkOf(from('203.0.113.9:2')))
  expect(networkOf(from('[2001:db8::1]:1'))).toBe(networkOf(from('2001:db8::2')))
})
