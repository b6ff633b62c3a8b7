import { describe, expect, test } from 'vitest'
import { besideConclusion, conclusionInWords } from '@/lib/contract/words/check-conclusion'
import { goodsInWords } from '@/lib/contract/words/check-said'
import { saidIn } from '@/lib/contract/words/language'
import type { CheckAnswer } from '@/lib/ledger/check/answer'
import { concludeCheck } from '@/lib/ledger/check/conclude'
import type { Goods } from '@/lib/ledger/check/product'
import { localDate } from '@/lib/ledger/interval'
import { type RuleStatus, rank } from '@/lib/ledger/status'

const RULES: readonly RuleStatus[] = ['not-controlled', 'announced', 'paused', 'licence', 'refused', 'prohibited']
const ON = localDate('2026-11-23')
const NOT_OPEN = { en: /Do not read this as open\.|That is not a permission/, zh: /不等于开放。|不等于准许/ }
const LANGUAGES = ['en', 'zh'] as const

/** An answer that rests on one rule which holds firmly, one which holds by its text, and one which may hold. */
function answer([firm, text, most]: readonly [RuleStatus, RuleStatus, RuleStatus], unidentified: boolean): CheckAnswer {
  const world = [
    { gives: firm, reaches: 'yes', firmly: 'yes' },
    { gives: text, reaches: 'yes', firmly: 'unknown' },
    { gives: most, reaches: 'unknown', firmly: 'unknown' },
  ] as const
  const conclusion = concludeCheck([world], unidentified)
  return { conclusion, findings: [], missing: [], candidates: [], candidatesAgree: null, unidentified } as never
}

describe('what a check concludes never reads as open:', () => {
  const triples = RULES.flatMap((firm) => RULES.flatMap((text) => RULES.map((most) => [firm, text, most] as const)))

  test.each(LANGUAGES)('where nothing firm keeps goods back, the sentence says so (%s)', (language) => {
    for (const unidentified of [false, true]) {
      for (const triple of triples) {
        const given = answer(triple, unidentified)
        const { word, atLeast, atMost } = given.conclusion
        const said = saidIn(language, () => conclusionInWords(given, ON))
        expect(said).not.toMatch(/no rule[.;]|无规则适用[。；]/)
        const kept = rank(atLeast) >= rank('licence') || (word === 'cannot-tell' && rank(atMost) >= rank('licence'))
        if (!kept) expect(said, triple.join(' ')).toMatch(NOT_OPEN[language])
      }
    }
  })

  test.each(LANGUAGES)('candidates that all give nothing clear nothing (%s)', (language) => {
    const given = { ...answer(['not-controlled', 'not-controlled', 'not-controlled'], true), candidates: [{}] }
    const candidatesAgree = { word: 'no-rule', byText: 'not-controlled' }
    const said = saidIn(language, () => besideConclusion({ ...given, candidatesAgree } as never))
    expect(said.join(' ')).toMatch(NOT_OPEN[language])
  })
})

describe('what a product is called:', () => {
  const MATERIALS = [
    {
      key: 'ndfeb-no-hree',
      symbol: null,
      nameEn: 'NdFeB magnet material without Dy or Tb',
      nameZh: '不含镝铽的钕铁硼永磁材料',
    },
    { key: 'smco', symbol: null, nameEn: 'Samarium-cobalt magnet material', nameZh: '钐钴永磁材料' },
    { key: 'Dy', symbol: 'Dy', nameEn: 'Dysprosium', nameZh: '镝' },
    { key: 'Tb', symbol: 'Tb', nameEn: 'Terbium', nameZh: '铽' },
  ]
  const FORMS = [
    { key: 'magnet', nameEn: 'Permanent-magnet material', nameZh: '永磁材料' },
    { key: 'metal', nameEn: 'Metal', nameZh: '金属' },
  ]
  const called = (goods: Partial<Goods>) => {
    const said = {
      question: {},
      to: null,
      materials: MATERIALS,
      forms: FORMS,
      instruments: [],
      parties: [],
      line: null,
    }
    const work = () => goodsInWords({ goods: { by: 'composition', ...goods } } as never, said as never)
    return LANGUAGES.map((language) => saidIn(language, work))
  }
  const dy = { material: 'Dy', percent: 2 }

  test.each([
    [
      { base: 'ndfeb-no-hree', parts: [dy], form: 'magnet' },
      'NdFeB with 2 % dysprosium, magnet',
      '含 2% 镝的钕铁硼永磁材料',
    ],
    [
      { base: 'smco', parts: [dy, { material: 'Tb', percent: 0.5 }], form: 'magnet' },
      'SmCo with 2 % dysprosium and 0.5 % terbium, magnet',
      '含 2% 镝和0.5% 铽的钐钴永磁材料',
    ],
    [{ base: null, parts: [dy], form: 'metal' }, '2 % dysprosium, metal', '含 2% 镝的金属'],
    [
      { base: 'ndfeb-no-hree', parts: [], form: 'magnet' },
      'NdFeB magnet material without Dy or Tb, magnet',
      '不含镝铽的钕铁硼永磁材料，永磁材料',
    ],
  ] as const)('%o', (goods, english, chinese) => {
    expect(called(goods as never)).toEqual([english, chinese])
  })
})
