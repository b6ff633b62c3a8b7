import { randomBytes } from 'node:crypto'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type { Configuration } from './configuration'
import { codeOf, Failure, reasonOf } from './failure'

/**
 * What signs the cookies of editors and encrypts their second factors: the operator's, or one that is made at the first
 * start and kept in the data folder for this user alone.
 *
 * @throws {Failure} when the data folder cannot be written to.
 */
export function secretOf({ secret, dataDir }: Configuration): string {
  if (secret !== null) return secret
  const file = path.join(dataDir, 'sluice.secret')
  try {
    mkdirSync(dataDir, { recursive: true })
    // Of two that start at once, one writes and both read the same.
    writeFileSync(file, `${randomBytes(32).toString('base64url')}\n`, { mode: 0o600, flag: 'wx' })
  } catch (cause) {
    if (codeOf(cause) !== 'EEXIST') {
      throw new Failure(
        `No secret can be kept in ${dataDir} (${codeOf(cause) || reasonOf(cause)}): give this user the right to write ` +
          'there, or set SLUICE_SECRET.',
        { cause },
      )
    }
  }
  return readFileSync(file, 'utf8').trim()
}

/**
 * What an operator should know of the secret before a second instance comes: one that was made is this instance's own, and an
 * editor who signs in at one would be a stranger to the other. `null` where there is nothing to know.
 */
export function secretAdvice({ secret, databaseUrl, dataDir }: Configuration): string | null {
  if (secret !== null || databaseUrl === null) return null
  return (
    `  SLUICE_SECRET is not set: the one made for this instance is used (${path.join(dataDir, 'sluice.secret')}). ` +
    'Set it, the same for all, before a second instance runs on this database.'
  )
}
