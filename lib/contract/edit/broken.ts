import { isLocalDate } from '@/lib/ledger/interval'
import type { Broken, RuleNumber } from '@/lib/ledger/rules/broken'
import { say } from '../words/catalogue'
import { dayInWords } from '../words/day'

/** The sentence of a rule, as it can be quoted: `A suspension may not begin before its target was issued.` */
export function sayRule(number: RuleNumber): string {
  return say(`rules.${number}.rule`)
}

/** What is wrong where a rule is broken: the rule itself, and what it met. */
export function sayBroken(broken: Broken): string {
  return `${sayRule(broken.rule)} ${sayWhere(broken)}`
}

/** What a broken rule met, without the rule itself: for where the rule stands above. */
export function sayWhere({ rule, names }: Broken): string {
  const sayNamed: (key: string, values: Broken['names']) => string = say as never
  const inWords = Object.entries(names).map(([name, value]) => [name, nameInWords(value)])
  return sayNamed(`rules.${rule}.here`, Object.fromEntries(inWords))
}

function nameInWords(value: string | number): string | number {
  return typeof value === 'string' && isLocalDate(value) ? dayInWords(value) : value
}
