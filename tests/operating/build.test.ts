import { expect, test } from 'vitest'
import { keyOfForms } from '@/lib/operating/build'

const keyOf = (secret: string | undefined) => keyOfForms(secret).NEXT_SERVER_ACTIONS_ENCRYPTION_KEY

test('builds under one secret name the acts behind forms alike, under another otherwise, and without one each anew', () => {
  const key = keyOf('a secret that instances share, of 32 signs')
  expect(Buffer.from(key ?? '', 'base64')).toHaveLength(32)
  expect(keyOf('a secret that instances share, of 32 signs')).toBe(key)
  expect(keyOf('another secret of as many signs as it takes')).not.toBe(key)
  expect(key).not.toContain(Buffer.from('a secret').toString('base64').slice(0, 8))
  expect([keyOf(undefined), keyOf('')]).toEqual([undefined, undefined])
})
