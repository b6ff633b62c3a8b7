import { describe, expect, test } from 'vitest'
import { sayRule } from '@/lib/contract/edit/broken'
import { RULE_NUMBERS } from '@/lib/ledger/rules/broken'
import { RULES } from '@/lib/ledger/rules/rules'
import { filesOfTheHouse, textOf } from './files'

const code = filesOfTheHouse()
  .filter((path) => path.startsWith('lib/ledger/rules/'))
  .map(textOf)
  .join('\n')

/** What stands above each function, as running text. */
const docs = new Map(
  [...code.matchAll(/\/\*\*((?:(?!\*\/)[\s\S])*)\*\/\s*export function (\w+)/g)].map(([, doc = '', name = '']) => [
    name,
    doc.replace(/\s*\n\s*\*\s?/g, ' ').trim(),
  ]),
)

describe.each(RULE_NUMBERS)('%s', (rule) => {
  test('is told above its function in the words in which editors read it', () => {
    const { name } = RULES[rule].broken

    expect(docs.get(name)?.startsWith(`${rule}. ${sayRule(rule).replace(/\.$/, '')}`), name).toBe(true)
  })
})

test('no two rules share a function', () => {
  const functions = RULE_NUMBERS.map((rule) => RULES[rule].broken)

  expect(new Set(functions).size).toBe(functions.length)
})
