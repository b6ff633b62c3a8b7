import { expect, test } from 'vitest'
import { securityTxt } from '@/lib/contract/security-txt'

const NOW = new Date('2026-11-22T21:30:00Z')

test('who looks where to report a weakness is told so by the fields of RFC 9116', () => {
  expect(securityTxt('mailto:security@sluice.example', 'https://sluice.example', NOW)).toBe(
    [
      'Contact: mailto:security@sluice.example',
      'Expires: 2027-05-21T00:00:00.000Z',
      'Preferred-Languages: en, zh',
      'Canonical: https://sluice.example/.well-known/security.txt',
      'Policy: https://sluice.example/about/security',
      '',
    ].join('\n'),
  )
})

test('without an address that the operator has set it names none of its own', () => {
  expect(securityTxt('https://sluice.example/report', '', NOW)).not.toMatch(/Canonical|Policy/)
})

test('what is told expires within a year, as the RFC asks', () => {
  const [, expires = ''] = /^Expires: (.*)$/m.exec(securityTxt('mailto:a@b', '', NOW)) ?? []
  const days = (Date.parse(expires) - NOW.getTime()) / 86_400_000
  expect(days).toBeGreaterThan(90)
  expect(days).toBeLessThan(365)
})
