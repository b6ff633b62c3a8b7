import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, describe, expect, test } from 'vitest'
import { secretOf } from '@/lib/operating/secret'
import { filesOfTheHouse, isShipped, textOf } from './files'

/** What keys look like that somebody gave out: wherever they stand, they stand there by mistake. */
const GIVEN_OUT = [
  /-----BEGIN [A-Z ]*PRIVATE KEY-----\n[A-Za-z0-9+/=]{20}/,
  /\bwhsec_[A-Za-z0-9+/]{30,}/,
  /\b(AKIA|ASIA)[A-Z0-9]{16}\b/,
  /\bgh[opsur]_[A-Za-z0-9]{30,}/,
  /\bxox[abprs]-[A-Za-z0-9-]{20,}/,
  /\bnpm_[A-Za-z0-9]{30,}/,
  /\beyJ[A-Za-z0-9_-]{16,}\.[A-Za-z0-9_-]{16,}\.[A-Za-z0-9_-]{16,}/,
]

/** The example that Standard Webhooks itself gives, by which signing is tested. */
const PUBLISHED = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw'

/** A value that stands in the code under a name that should come from the environment. */
const NAMED =
  /\b\w*(secret|password|passwd|token|api_?key|private_?key)\w*['"]?\s*[:=]\s*(['"`])(?=[^'"`\s$]*\d)[A-Za-z0-9+/_=-]{12,}\2/i

/** A password in the address of a database, other than the word itself. */
const IN_AN_ADDRESS = /postgres(?:ql)?:\/\/[^\s:/@'"`${]+:(?!password@|\$)[^\s@'"`]{6,}@(?!\$)[a-z]/

const texts = filesOfTheHouse().filter((file) =>
  /\.(tsx?|mjs|cjs|json|ya?ml|md|sql|txt|conf|toml|prisma)$|file$/i.test(file),
)

describe('no secret stands in the tree', () => {
  test('in the form of any that somebody gives out', () => {
    const found = texts.filter((file) => {
      const text = textOf(file).replaceAll(PUBLISHED, '')
      return GIVEN_OUT.some((form) => form.test(text))
    })
    expect(texts.length).toBeGreaterThan(1000)
    expect(found).toEqual([])
  })

  test('under a name that an operator sets', () => {
    const ours = texts.filter(
      (file) => (isShipped(file) || /^(lib|prisma|\.)|ya?ml$/.test(file)) && !/\/words\//.test(file),
    )
    const found = ours.flatMap((file) => [NAMED, IN_AN_ADDRESS].flatMap((form) => form.exec(textOf(file))?.[0] ?? []))
    expect(ours.length).toBeGreaterThan(500)
    expect(found).toEqual([])
  })

  test('and one that did would be seen', () => {
    const random = Buffer.from('a key of twenty-four byte').toString('base64url')
    expect(NAMED.test(`const secret = '${random}1'`)).toBe(true)
    expect(IN_AN_ADDRESS.test(`'postgresql://sluice:${random}@db/x'`)).toBe(true)
    expect(GIVEN_OUT.some((form) => form.test(`whsec_${random}`))).toBe(true)
  })
})

describe('the secret that is made', () => {
  const folders: string[] = []
  afterEach(() => {
    for (const folder of folders.splice(0)) rmSync(folder, { recursive: true })
  })

  test('is its user’s alone, the same at the next start, and another in another folder', () => {
    const made = [1, 2].map(() => {
      const dataDir = mkdtempSync(path.join(tmpdir(), 'sluice-secret-'))
      folders.push(dataDir)
      const secret = secretOf({ secret: null, dataDir } as never)
      expect(secretOf({ secret: null, dataDir } as never)).toBe(secret)
      expect(statSync(path.join(dataDir, 'sluice.secret')).mode & 0o777).toBe(0o600)
      expect(readFileSync(path.join(dataDir, 'sluice.secret'), 'utf8').trim()).toBe(secret)
      expect(Buffer.from(secret, 'base64url')).toHaveLength(32)
      return secret
    })
    expect(new Set(made).size).toBe(2)
  })

  test('is not made where the operator has set one', () => {
    expect(secretOf({ secret: 'theirs', dataDir: '/nowhere' } as never)).toBe('theirs')
  })
})
