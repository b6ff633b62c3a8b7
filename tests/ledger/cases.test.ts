import { describe, expect, test } from 'vitest'
import { localDate } from '@/lib/ledger/interval'
import { openLaw } from '@/lib/ledger/law'
import type { Question, Use } from '@/lib/ledger/question'
import type { Route } from '@/lib/ledger/record'
import { resolveCell } from '@/lib/ledger/resolve'
import { theRecord } from '@/tests/support/record'
import cases from './status-cases.json'

type Case = (typeof cases)[number]

const record = theRecord()
const law = openLaw(record, null)
const cells = cases.filter((example) => example.level === 'cell')
const goods = cases.filter((example) => example.level === 'goods')

function questionOf({ on, from, to, use, party, route }: Case): Question {
  return { on: localDate(on), known: null, from, to, use: use as Use, party, route: route as Route }
}

/** The example as a person would ask it. */
function asked({ material, form, on, to, use, party, route }: Case): string {
  const refined = [to && `to ${to}`, use === 'military' && 'for military use', party && `for ${party}`]
  const by = route === 'export' ? 'exported' : route
  return [`${material} ${form}`, by, `on ${on}`, ...refined].filter(Boolean).join(' ')
}

describe('the worked examples of the record', () => {
  test('are all here: cells for the resolver, goods for a product check', () => {
    expect([cells.length, goods.length]).toEqual([46, 3])
    expect(cells.length + goods.length).toBe(cases.length)
  })

  test.each(cells.map((example) => [example.id, asked(example), example.expected.join(' or '), example] as const))(
    '%s: %s is %s',
    (_id, _asked, _expected, example) => {
      const { status } = resolveCell(law, questionOf(example), example.material, example.form)
      expect(example.expected, example.why).toContain(status)
    },
  )
})

describe('the worked examples about goods', () => {
  test.each(goods.map((example) => [example.id, example.goods, asked(example), example] as const))(
    '%s (%s): %s does not arise as a cell, because the material is not recorded in that form',
    (_id, _goods, _asked, example) => {
      const material = record.materials.find((one) => one.key === example.material)
      expect(material?.forms).not.toContain(example.form)
      const answer = resolveCell(law, questionOf(example), example.material, example.form)
      expect([answer.status, answer.lines]).toEqual(['not-applicable', []])
    },
  )

  test.each(goods.map((example) => [example.id, example.goods, example] as const))(
    '%s (%s): no rule of that day names the material in that form, so a product check can only find it not controlled',
    (_id, _goods, example) => {
      const naming = record.provisions.filter(
        ({ effect, materials, forms, route }) =>
          (effect === 'licence' || effect === 'prohibit') &&
          route === example.route &&
          materials.includes(example.material) &&
          (forms.includes(example.form) || forms.includes('any')),
      )
      expect(naming).toEqual([])
      expect(example.expected).toEqual(['not-controlled'])
    },
  )
})
