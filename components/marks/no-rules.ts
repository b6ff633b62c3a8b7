import { nameOfCountry } from '@/lib/contract/countries'
import { say } from '@/lib/contract/words/catalogue'
import { dayInWords } from '@/lib/contract/words/day'
import type { Question } from '@/lib/ledger/question'

/** That the record holds no rules of the exporting country, or none that were known by the question's known day. */
export function noRulesOf({ from, known }: Question, as: 'part' | 'sentence'): string {
  const country = nameOfCountry(from)
  return known === null
    ? say(`shell.noRules.${as}`, { country })
    : say(`shell.noRules.${as}Known`, { country, day: dayInWords(known) })
}
