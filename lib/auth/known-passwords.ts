import 'server-only'
import { passwordProblems } from '@/lib/contract/people/password'
import { say } from '@/lib/contract/words/catalogue'

/** So many digits and signs around a word of the list are tried with it: a year, a date, a mark of exclamation. */
const AROUND = 6

/**
 * Why somebody may not choose a password, in a sentence; `null` when it will do. Besides what can be told from itself it is
 * held against a list of those that were lost elsewhere most often.
 *
 * @param about what is known of the person: no password may be made of it.
 */
export async function whyNotPassword(password: string, about: readonly string[]): Promise<string | null> {
  const [weak] = passwordProblems(password, about)
  return weak ?? ((await isKnown(password)) ? say('people.password.common') : null)
}

/** The list is read when the first password is chosen, and not before. */
async function isKnown(password: string): Promise<boolean> {
  const { dictionary } = await import('@zxcvbn-ts/language-common')
  const lower = password.toLowerCase()
  const core = lower.replace(/^\P{L}+|\P{L}+$/gu, '')
  const tried = core.length + AROUND < lower.length ? [lower] : [lower, core]
  return tried.some((one) => dictionary['passwords-common'].includes(one))
}
