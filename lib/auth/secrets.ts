import { createHash, randomBytes, randomInt, randomUUID } from 'node:crypto'
import { hashPassword } from 'better-auth/crypto'

/** Without letters and digits that look alike, so that it can be read out and typed. */
const LETTERS = 'abcdefghjkmnpqrstuvwxyz23456789'

/** A password for once, in four groups: about 79 bits. */
export function oneTimePassword(): string {
  const letter = () => LETTERS[randomInt(LETTERS.length)] ?? 'a'
  return Array.from({ length: 4 }, () => Array.from({ length: 4 }, letter).join('')).join('-')
}

/** The secret part of an invitation's link, and what of it is kept. */
export function invitationSecret(): { readonly token: string; readonly digest: string } {
  const token = randomBytes(24).toString('base64url')
  return { token, digest: digestOfToken(token) }
}

export function digestOfToken(token: string): string {
  return createHash('sha256').update(token).digest('hex')
}

export function newPersonId(): string {
  return randomUUID()
}

/** Hashed by scrypt, as the sign-in library reads it. */
export function hashed(password: string): Promise<string> {
  return hashPassword(password)
}
