import { say } from '@/lib/contract/words/catalogue'
import { withoutCommon } from './common-passwords'

/** How long a password is, in characters. */
export const PASSWORD = { least: 12, most: 128 } as const

/** Fewer different characters than this and it is guessed in no time, however long it is. */
const DIFFERENT = 6

/**
 * What is wrong with a password that somebody chooses, one sentence each; nothing when it will do. Length is what makes a
 * password strong: no kind of character is asked for.
 *
 * @param about what is known of the person: no password may be made of it.
 */
export function passwordProblems(password: string, about: readonly string[]): readonly string[] {
  const length = [...password].length
  if (length < PASSWORD.least) return [say('people.password.short', { least: PASSWORD.least })]
  if (length > PASSWORD.most) return [say('people.password.long', { most: PASSWORD.most })]
  if (new Set(password.toLowerCase()).size < DIFFERENT) return [say('people.password.same', { different: DIFFERENT })]
  const lower = password.toLowerCase()
  const told = about.flatMap((text) => text.toLowerCase().split(/[\s@.]+/)).filter((part) => part.length >= 3)
  const rest = told.reduce((left, part) => left.replaceAll(part, ''), lower)
  if ([...rest].length < PASSWORD.least / 2) return [say('people.password.known')]
  return [...withoutCommon(rest)].length < PASSWORD.least / 2 ? [say('people.password.common')] : []
}
