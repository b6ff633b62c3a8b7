import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { allCountries, nameOfCountry } from '@/lib/contract/countries'
import { valueInWords } from '@/lib/contract/history/value-words'
import { addressIn, isEnglishOnly, readLanguage } from '@/lib/contract/language-address'
import { readSides } from '@/lib/contract/sides'
import { say } from '@/lib/contract/words/catalogue'
import { dayInShort, dayInWords, looseInWords, monthInShort } from '@/lib/contract/words/day'
import { instantInWords } from '@/lib/contract/words/instant'
import { instrumentName } from '@/lib/contract/words/instrument'
import { type Language, language, saidIn } from '@/lib/contract/words/language'
import { bracketed, listed, sentences } from '@/lib/contract/words/list'
import { bothNames, nameInside, nameOf } from '@/lib/contract/words/names'
import { regimeName } from '@/lib/contract/words/regime'
import { countsInWords } from '@/lib/contract/words/rollup'
import { localDate } from '@/lib/ledger/interval'

/** What is said in each language. */
function both<Told>(work: () => Told): { readonly [language in Language]: Told } {
  return { en: saidIn('en', work), zh: saidIn('zh', work) }
}

const day = localDate('2026-11-10')

describe('one page has one language:', () => {
  test('English where nobody says otherwise, and again afterwards, whatever happens meanwhile', () => {
    expect(language()).toBe('en')
    expect(saidIn('zh', () => [language(), saidIn('en', language), language()])).toEqual(['zh', 'en', 'zh'])
    expect(() =>
      saidIn('zh', () => {
        throw new Error('of the work')
      }),
    ).toThrow('of the work')
    expect(language()).toBe('en')
    expect(both(() => say('status.word.licence'))).toEqual({ en: 'licence', zh: '须许可' })
  })

  test('days, months, years and instants', () => {
    expect(both(() => dayInWords(day))).toEqual({ en: '10 November 2026', zh: '2026年11月10日' })
    expect(both(() => dayInShort(day))).toEqual({ en: '10 Nov 2026', zh: '2026年11月10日' })
    expect(both(() => ['2025-05', '2026', 'end of 2026'].map(looseInWords))).toEqual({
      en: ['May 2025', '2026', 'end of 2026'],
      zh: ['2025年5月', '2026年', 'end of 2026'],
    })
    expect(both(() => monthInShort('2026-10-01'))).toEqual({ en: 'Oct', zh: '10月' })
    expect(both(() => instantInWords('2026-11-20T06:05:00Z'))).toEqual({
      en: '20 November 2026 at 06:05 UTC',
      zh: '2026年11月20日 06:05 UTC',
    })
  })

  test('lists, sentences and brackets', () => {
    const words = ['a', 'b', 'c']
    expect(
      both(() => (['plain', 'and', 'parts', 'clauses', 'apart'] as const).map((way) => listed(words, way))),
    ).toEqual({
      en: ['a, b, c', 'a, b, and c', 'a, b, c', 'a, b, and c', 'a; b; c'],
      zh: ['a、b、c', 'a、b和c', 'a，b，c', 'a，b，c', 'a；b；c'],
    })
    expect(both(() => sentences('A.', null, '', 'B.'))).toEqual({ en: 'A. B.', zh: 'A.B.' })
    expect(both(() => bracketed('Dy'))).toEqual({ en: ' (Dy)', zh: '（Dy）' })
  })

  test('counts stand apart by semicolons where a word holds a comma of its language', () => {
    const counts = [
      { status: 'licence', count: 2 },
      { status: 'pause-ended', count: 5 },
    ] as const
    expect(both(() => countsInWords(counts))).toEqual({
      en: '2 licence; 5 pause ended, not verified',
      zh: '需要许可 2 个；暂停期已过，未经核实 5 个',
    })
  })

  test('names, and both where both are told', () => {
    const named = { nameEn: 'Dysprosium', nameZh: '镝' }
    expect(both(() => [nameOf(named), nameInside(named)])).toEqual({
      en: ['Dysprosium', 'dysprosium'],
      zh: ['镝', '镝'],
    })
    expect(saidIn('zh', () => nameOf({ nameEn: 'Only English', nameZh: null }))).toBe('Only English')
    expect(saidIn('zh', () => bothNames(named))).toEqual({
      own: { text: '镝', lang: 'zh-Hans' },
      other: { text: 'Dysprosium', lang: 'en' },
    })
    expect(saidIn('zh', () => bothNames({ nameEn: 'ACSL', nameZh: 'ACSL' }).other)).toBeNull()
  })

  test('instruments by the number that is printed in each language', () => {
    const titled = { titleEn: 'Decision', titleZh: '决定' }
    expect(
      both(() =>
        [
          'No. 61 of 2025',
          'No. 57 of 2023 (MOFCOM/MOST)',
          'State Council Order 792',
          'Presidential Order 58',
          null,
        ].map((number) => instrumentName({ ...titled, number })),
      ),
    ).toEqual({
      en: [
        'No. 61 of 2025',
        'No. 57 of 2023 (MOFCOM/MOST)',
        'State Council Order 792',
        'Presidential Order 58',
        'Decision',
      ],
      zh: ['2025年第61号公告', '2023年第57号公告', '国务院令第792号', '主席令第58号', '决定'],
    })
  })

  test('countries, in the order of their names in that language', () => {
    expect(both(() => nameOfCountry('MY'))).toEqual({ en: 'Malaysia', zh: '马来西亚' })
    const order = both(() => allCountries().map(({ name }) => name))
    expect(order.en.toSorted(new Intl.Collator('en').compare)).toEqual(order.en)
    expect(order.zh.toSorted(new Intl.Collator('zh-CN').compare)).toEqual(order.zh)
  })

  test('values of fields', () => {
    const named = (_: string, key: string) => key
    expect(both(() => valueInWords('endUse', 'listed-party', named))).toEqual({ en: 'listed party', zh: '列名实体' })
    expect(both(() => valueInWords('language', 'zh', named))).toEqual({ en: 'Chinese', zh: '中文' })
    expect(both(() => valueInWords('deMinimis', 0.001, named))).toEqual({ en: '0.1%', zh: '0.1%' })
  })

  test('every regime of the first revision has its Chinese names, and a reworded one falls back to its own', () => {
    const regimes: readonly { readonly shortName: string }[] = JSON.parse(
      readFileSync('prisma/data/regimes.json', 'utf8'),
    )
    for (const regime of regimes) expect(saidIn('zh', () => regimeName(regime))).toMatch(/\p{Script=Han}/u)
    expect(saidIn('zh', () => regimeName({ shortName: 'April 4 rules' }))).toBe('April 4 rules')
  })
})

describe('the language is a part of the address:', () => {
  test.each([
    ['/', '/zh'],
    ['/?on=2025-11-08', '/zh?on=2025-11-08'],
    ['/#matrix', '/zh#matrix'],
    ['/materials/Dy', '/zh/materials/Dy'],
  ])('%s is %s', (english, chinese) => {
    expect(addressIn('zh', english)).toBe(chinese)
    expect(addressIn('en', english)).toBe(english)
    const [path = '', rest = ''] = chinese.split(/(?=[?#])/)
    expect(readLanguage(path)).toEqual({ language: 'zh', path: english.replace(rest, '') })
  })

  test('and only a whole segment names it', () => {
    // What is left never names another site, however many slashes stand behind the language.
    for (const slashes of ['//', '///', '/\\', '/\\/']) {
      expect(readLanguage(`/zh${slashes}evil.com/og.png`)).toEqual({ language: 'zh', path: '/evil.com/og.png' })
    }
    expect(readLanguage('/zhejiang')).toEqual({ language: 'en', path: '/zhejiang' })
    expect(readLanguage('/ZH/about')).toEqual({ language: 'zh', path: '/about' })
  })

  test('files and answers for machines have none', () => {
    for (const path of [
      '/api/v1/status?a=b',
      '/data',
      '/s/0123',
      '/cite/r/1/2025-11-08/matrix',
      '/r/1/2025-11-08/matrix.csv',
    ]) {
      expect([path, isEnglishOnly(path)]).toEqual([path, true])
    }
    for (const path of ['/sources', '/search', '/', '/datasets', '/materials/Dy']) {
      expect([path, isEnglishOnly(path)]).toEqual([path, false])
    }
  })

  test('a Chinese address names a side of a comparison as its English one does', () => {
    const asked = (a: string) => readSides(new URLSearchParams({ a }))
    expect(asked('/zh/r/1/2025-11-08/to/US/matrix')).toEqual(asked('/r/1/2025-11-08/to/US/matrix'))
    expect(asked('https://sluice.example/zh').ok).toBe(true)
  })
})
