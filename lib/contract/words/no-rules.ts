import type { Question } from '@/lib/ledger/question'
import { nameOfCountry } from '../countries'
import { say } from './catalogue'
import { dayInWords } from './day'

/** That the record holds no rules of the exporting country, or none that were known by the question's known day. */
export function noRulesOf({ from, known }: Question, as: 'part' | 'sentence'): string {
  const country = nameOfCountry(from)
  return known === null
    ? say(`shell.noRules.${as}`, { country })
    : say(`shell.noRules.${as}Known`, { country, day: dayInWords(known) })
}
