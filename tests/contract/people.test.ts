import { dictionary } from '@zxcvbn-ts/language-common'
import { describe, expect, test } from 'vitest'
import { whyNotPassword } from '@/lib/auth/known-passwords'
import { readAddress } from '@/lib/contract/people/address'
import { localBack } from '@/lib/contract/people/local-back'
import { passwordProblems } from '@/lib/contract/people/password'
import { isAtLeast, ROLES } from '@/lib/contract/people/role'

test('each role includes those before it, and nobody’s includes none', () => {
  const included = (role: (typeof ROLES)[number] | null) => ROLES.filter((wanted) => isAtLeast(role, wanted))
  expect([null, ...ROLES].map(included)).toEqual([
    [],
    ['viewer'],
    ['viewer', 'editor'],
    ['viewer', 'editor', 'reviewer'],
    ['viewer', 'editor', 'reviewer', 'admin'],
  ])
})

describe('a sign-in leads back', () => {
  test.for(['/admin', '/admin/drafts', '/admin/drafts/new?kind=law&from=cn-2025-70', '/admin?x=1'])('to %s', (back) => {
    expect(localBack(back)).toBe(back)
  })

  test.for([
    null,
    '',
    '/',
    'https://evil.example/admin',
    '//evil.example/admin',
    '/\\evil.example',
    '/admin//evil.example',
    '/admin\\@evil.example',
    '/adminx',
    '/admin/../materials',
    '/admin/%2e%2e/materials',
    '/admin/drafts\nset-cookie: x',
    '/admin?back=//evil.example',
    'javascript:alert(1)',
    '/admin/sign-in',
    '/admin/sign-in?back=/admin/sign-in',
    '/admin/join/some-token',
  ])('to the desk and not to %j', (back) => {
    expect(localBack(back)).toBe('/admin')
  })
})

describe('a password', () => {
  const about = ['Ana Lovelace', 'ana.lovelace@example.org']

  test.for(['correct horse battery staple', 'Zw4nzig-Zeichen!', '十二个汉字作为密码也可以用的'])(
    'like %s will do',
    (password) => {
      expect(passwordProblems(password, about)).toEqual([])
    },
  )

  test.for([
    ['eleven char', /at least 12 characters/],
    ['a'.repeat(129), /at most 128 characters/],
    ['abababababababab', /different characters/],
    ['ana.lovelace@example.org', /must not be made of the name/],
    ['Lovelace1234', /must not be made of the name/],
  ] as const)('like %s is refused in words', ([password, sentence]) => {
    expect(passwordProblems(password, about)).toEqual([expect.stringMatching(sentence)])
  })
})

test('an address is kept in lower case, and what is none is told', () => {
  expect(readAddress(' Ana@Example.ORG ')).toBe('ana@example.org')
  expect([readAddress('ana'), readAddress('ana@'), readAddress('a b@example.org')]).toEqual([null, null, null])
})

test.for([
  'password1234',
  'Password!Password!',
  'P@ssw0rd2026',
  '123456789012',
  'qwertyuiop12',
  '1qaz2wsx3edc',
  'abcdefghijklm',
  'iloveyou1234',
  'Welcome12345',
  'letmein!letmein!',
  'adminadmin123',
  'SluiceSluice26',
  'abc123abc123abc123',
])('%s is among what is tried first', (password) => {
  expect(passwordProblems(password, [])).toHaveLength(1)
})

test.for(['correct horse battery staple', 'vier Wörter ohne Sinn', 'kx7-mmq2-9vtr-ha3d', '山高水长风轻云淡日暖花开'])(
  '%s is not',
  (password) => {
    expect(passwordProblems(password, ['Ana Editor', 'ana@example.org'])).toEqual([])
  },
)

describe('a password that was lost elsewhere', () => {
  const lost = dictionary['passwords-common']

  test('is refused, every one of the list, also in capitals and with a year or a sign around it', async () => {
    const long = lost.filter((one) => [...one].length >= 12)
    const words = lost.filter((one) => /^[a-z]{8}$/.test(one)).slice(0, 700)
    const tried = [...long, ...words.map((one, at) => `${at % 2 === 0 ? one.toUpperCase() : one}${2000 + (at % 30)}`)]
    const taken = await Promise.all(tried.map((one) => whyNotPassword(one, [])))
    expect(tried.length).toBeGreaterThan(1_000)
    expect(tried.filter((_, at) => taken[at] === null)).toEqual([])
  })

  test('forbids no sentence that begins or ends with it', async () => {
    for (const fine of ['sonyericsson was my phone', 'Unbelievable, isn’t it', '1234567counterstrike7'])
      expect(await whyNotPassword(fine, []), fine).toBeNull()
  })
})
