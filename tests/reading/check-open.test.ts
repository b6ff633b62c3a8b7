import { describe, expect, test } from 'vitest'
import { besidesInWords, headlineInWords } from '@/lib/contract/words/check-open'
import { findingInWords } from '@/lib/contract/words/check-rule'
import { saidIn } from '@/lib/contract/words/language'
import type { Goods, Product } from '@/lib/ledger/check/product'
import { localDate } from '@/lib/ledger/interval'
import { plainQuestion, type Question } from '@/lib/ledger/question'
import { checkPage } from '@/lib/reading/check'
import { exhibitOf } from '@/lib/reading/exhibit'
import { lawOf } from '@/lib/reading/opened'
import { theRecord } from '../support/record'

const record = theRecord()

function pageOf(goods: Goods, on: string, asked: Partial<Question> = {}) {
  const product: Product = {
    goods,
    origin: 'CN',
    share: null,
    technology: null,
    useKnown: true,
    partyKnown: asked.party === undefined,
    owner: 'none',
  }
  const question = { ...plainQuestion(localDate(on)), to: 'US', ...asked }
  const view = { name: 'check', product } as const
  const coordinates = { revision: 1, question, scope: 'rare-earths', by: 'form', view } as const
  return checkPage({ coordinates, record, law: lawOf(record, null), today: localDate('2026-11-22') }, product)
}

function cell(material: string, form: string): Goods {
  return { by: 'cell', material, form, unnamed: false }
}

function answerOf(...asked: Parameters<typeof pageOf>) {
  const { answer } = pageOf(...asked)
  if (answer === null) throw new Error('no answer')
  return answer
}

function headline(goods: Goods, on: string, asked: Partial<Question> = {}) {
  return headlineInWords(answerOf(goods, on, asked), localDate(on))
}

const MAGNET: Goods = {
  by: 'composition',
  form: 'magnet',
  base: 'ndfeb-no-hree',
  parts: [{ material: 'Dy', percent: 0.05 }],
}

describe('what the record marks as open', () => {
  test.each([
    [
      'a party whose listing a spokesperson said to be over',
      cell('Dy', 'metal'),
      'No. 22 of 2025',
      'D26',
      { party: 'american-photonics' },
    ],
    ['a magnet with less than is said to be looked for', MAGNET, 'No. 18 of 2025', 'D9', {}],
  ] as const)('stands in the headline and beside the rule: %s', (_, goods, instrument, id, asked) => {
    expect(headline(goods, '2026-11-22', asked)).toMatch(new RegExp(`${instrument} \\([^)]*${id}\\b`))
    const page = pageOf(goods, '2026-11-22', asked)
    const bites = page.answer?.findings.find(({ verdict }) => verdict === 'bites')
    expect(bites?.disputes.map(({ dispute }) => dispute.id)).toContain(id)
    const made = exhibitOf({ name: 'check', page }, localDate('2026-11-21'))
    const findings = made?.tables.find(({ key }) => key === 'findings')
    const at = findings?.columns.findIndex(({ key }) => key === 'disputes') ?? -1
    expect(JSON.stringify(findings?.rows.map((row) => row[at]))).toContain(`${instrument}: ${id} `)
    expect(made?.sentences[0]).toContain(id)
  })

  test.each([
    ['2026-11-10', true],
    ['2026-11-11', true],
    ['2026-11-09', false],
    ['2026-11-12', false],
  ])('a last day that is read as included is told near it, on %s: %s', (on, near) => {
    expect(headline(cell('Ho', 'metal'), on).includes('read, not stated: No. 70 of 2025, to 10 November 2026')).toBe(
      near,
    )
    const said = answerOf(cell('Ho', 'metal'), on).findings.map(findingInWords)
    expect(said[0]).toContain('it is read as included')
  })

  test('nothing is said to be open where nothing is', () => {
    expect(headline(cell('La', 'metal'), '2026-11-22')).not.toMatch(/Sources disagree|read, not stated|run out/)
  })
})

test('the headline of what may be more says that a suspension ran out', () => {
  const asked = { to: 'US' }
  expect(headline(cell('Ga', 'oxide'), '2026-11-28', asked)).toContain('has run out, and nobody has verified')
  expect(headline(cell('Ga', 'oxide'), '2026-11-20', asked)).not.toContain('has run out')
})

describe('how far it was looked at', () => {
  test('is the earliest look at what the answer rests on, and says at what', () => {
    const page = pageOf(cell('Dy', 'metal'), '2026-11-22')
    const [own] = record.instruments.filter(({ key }) => key === 'cn-2025-18')
    expect(page.verifiedThrough).toBe(own?.verifiedThrough)
    expect(besidesInWords(answerOf(cell('Dy', 'metal'), '2026-11-22')).at(-1)).toMatch(
      /^Last verified .*No\. 18 of 2025/,
    )
    const listed = pageOf(cell('Dy', 'metal'), '2026-11-22', { party: 'american-photonics' })
    expect(
      besidesInWords(answerOf(cell('Dy', 'metal'), '2026-11-22', { party: 'american-photonics' })).at(-1),
    ).toContain('No. 22 of 2025')
    expect(listed.verifiedThrough).toBe('2025-08-12')
  })

  test('is the last look at all where no rule decides', () => {
    const last = record.instruments
      .filter(({ jurisdiction }) => jurisdiction === 'CN')
      .map(({ verifiedThrough }) => verifiedThrough)
      .sort()
      .at(-1)
    expect(pageOf(cell('La', 'metal'), '2026-11-22').verifiedThrough).toBe(last)
  })
})

test.each(['en', 'zh'] as const)('one rule that is paused applies again, several apply again (%s)', (language) => {
  const said = (goods: Goods) => saidIn(language, () => besidesInWords(answerOf(goods, '2026-06-01')).join(' '))
  const one = said(cell('Ho', 'metal'))
  if (language === 'en') {
    expect(one).toContain('1 rule that reaches it is paused and applies again when')
    expect(said(cell('Ho', 'oxide'))).not.toMatch(/is paused and apply |are paused and applies/)
  } else {
    expect(one).toContain('有 1 项涉及该产品的规则暂停实施')
    expect(one).not.toContain('另有')
  }
})
