import { describe, expect, test } from 'vitest'
import { checkShape } from '@/lib/contract/api/check-shapes'
import type { Exhibit } from '@/lib/contract/exhibit'
import { exhibit } from '@/lib/contract/exhibit'
import { say } from '@/lib/contract/words/catalogue'
import { findingInWords, testInWords } from '@/lib/contract/words/check-rule'
import { saidIn } from '@/lib/contract/words/language'
import type { Product } from '@/lib/ledger/check/product'
import { localDate } from '@/lib/ledger/interval'
import { plainQuestion, type Question } from '@/lib/ledger/question'
import { tellCheck } from '@/lib/reading/api/check'
import { checkPage } from '@/lib/reading/check'
import { exhibitOf } from '@/lib/reading/exhibit'
import { lawOf } from '@/lib/reading/opened'
import { theRecord } from '../support/record'

const record = theRecord()
const NOTHING: Omit<Product, 'goods'> = {
  origin: null,
  share: null,
  technology: null,
  useKnown: false,
  partyKnown: false,
  owner: null,
}
const MAGNET: Product['goods'] = {
  by: 'composition',
  form: 'magnet',
  base: 'ndfeb-no-hree',
  parts: [{ material: 'Dy', percent: 2 }],
}

const ASKED: readonly (readonly [string, Product, Partial<Question>])[] = [
  ['a magnet of which nothing else is said', { ...NOTHING, goods: MAGNET }, {}],
  ['a magnet from abroad', { ...NOTHING, goods: MAGNET, origin: 'MY', share: 0.09 }, { from: 'SG', to: 'US' }],
  [
    'a line for somebody who is owned',
    {
      ...NOTHING,
      goods: { by: 'line', provision: 'cn-2025-18-1c905-a-2-a' },
      owner: { party: 'rheinmetall-ag', percent: 50 },
    },
    { use: 'military', to: 'JP' },
  ],
  ['a customs code', { ...NOTHING, goods: { by: 'code', code: '28469019' } }, {}],
  [
    'technology',
    { ...NOTHING, goods: { by: 'cell', material: 'ree-tech', form: 'technology', unnamed: false } },
    { party: 'rheinmetall-ag', on: localDate('2025-10-15') },
  ],
]

function openedFor(product: Product, asked: Partial<Question>) {
  const question = { ...plainQuestion(localDate('2026-11-22')), ...asked }
  const view = { name: 'check', product } as const
  const coordinates = { revision: 1, question, scope: 'rare-earths', by: 'form', view } as const
  const law = lawOf(record, question.known)
  return { coordinates, record, law, today: localDate('2026-11-22') }
}

function pageOf(product: Product, asked: Partial<Question>) {
  return checkPage(openedFor(product, asked), product)
}

function exhibited(product: Product, asked: Partial<Question>): Exhibit {
  const made = exhibitOf({ name: 'check', page: pageOf(product, asked) }, localDate('2026-11-21'))
  if (made === null) throw new Error('no exhibit')
  return made
}

function table(made: Exhibit, key: string) {
  const found = made.tables.find((one) => one.key === key)
  if (found === undefined) throw new Error(`no table ${key}`)
  return found
}

describe.each(ASKED)('the check of %s', (_name, product, asked) => {
  test('goes out whole: every rule, every test, and what was said', () => {
    const made = exhibited(product, asked)
    const { answer } = pageOf(product, asked)
    expect(exhibit.parse(made)).toEqual(made)
    expect(made.notes).toContain(say('check.rule.advice'))
    expect(table(made, 'findings').rows).toHaveLength(answer?.findings.length ?? -1)
    const told = [...(answer?.findings ?? []), ...(answer?.besides ?? [])]
    expect(table(made, 'tests').rows).toHaveLength(told.flatMap(({ tests }) => tests).length)
    expect(made.asked).toContain(say('check.rule.input.use'))
  })

  test.each(['en', 'zh'] as const)('has a sentence for every test and every rule (%s)', (language) => {
    const page = pageOf(product, asked)
    const { question } = page.coordinates
    const texts = saidIn(language, () =>
      [...(page.answer?.findings ?? []), ...(page.answer?.besides ?? [])].flatMap((finding) => [
        findingInWords(finding),
        ...finding.tests.map((one) => testInWords(one, finding, { ...page, product, question })),
      ]),
    )
    expect(texts.length).toBeGreaterThan(10)
    // A message that is not there comes back as its key; one of another language has no words of this one.
    expect(texts.filter((text) => text.includes('check.rule'))).toEqual([])
    expect(texts.filter((text) => /\p{Script=Han}/u.test(text) !== (language === 'zh'))).toEqual([])
  })
})

describe.each(ASKED)('the answer for machines to %s', (_name, product, asked) => {
  const keys = (value: object) => Object.keys(value).sort()
  const { findings, besides, ...told } = tellCheck({ opened: openedFor(product, asked), seen: { lastSeen: true } })
    .value as Record<string, readonly { readonly tests: readonly object[] }[]>
  const { shape } = checkShape
  const finding = shape.findings.element.shape

  test('has the fields that its description tells, each and no other', () => {
    expect(keys({ findings, besides, ...told })).toEqual(keys(shape))
    const all = [...(findings ?? []), ...(besides ?? [])]
    expect(all.length).toBeGreaterThan(0)
    expect(new Set(all.map((one) => keys(one).join()))).toEqual(new Set([keys(finding).join()]))
    const tests = new Set(all.flatMap((one) => one.tests.map((own) => keys(own).join())))
    expect(tests).toEqual(new Set([keys(finding.tests.element.shape).join()]))
  })
})

test('what was not said is told as not said, never as civil or as anywhere', () => {
  const [, product, asked] = ASKED[0] ?? []
  if (product === undefined || asked === undefined) throw new Error('nothing asked')
  const said = Object.fromEntries(table(exhibited(product, asked), 'said').rows as [string, string][])
  for (const input of ['use', 'to', 'party', 'owner', 'origin'] as const) {
    expect(said[say(`check.rule.input.${input}`)]).toBe(say('check.rule.answer.notSaid'))
  }
})

test('a customs code names the lines that print none, on the page and in its file, and they are every such line', () => {
  const [code, line] = [{ ...NOTHING, goods: { by: 'code', code: '850511' } } as const, ASKED[2]]
  const page = pageOf(code, {})
  const none = record.provisions.filter(({ hsEvidence }) => hsEvidence === 'none').map(({ key }) => key)
  expect(page.uncoded.length).toBeGreaterThan(100)
  expect(page.uncoded.map(({ key }) => key).filter((key) => !none.includes(key))).toEqual([])
  expect(page.uncoded.filter(({ materials }) => materials.includes('ndfeb-dy-tb')).length).toBeGreaterThan(0)
  expect(page.uncoded.filter(({ instrument }) => page.instruments[instrument] === undefined)).toEqual([])
  expect(table(exhibited(code, {}), 'uncoded').rows).toHaveLength(page.uncoded.length)
  expect(pageOf({ ...NOTHING, goods: { by: 'code', code: '1C902' } }, {}).uncoded).toEqual([])
  expect(line === undefined ? null : pageOf(line[1], line[2]).uncoded).toEqual([])
})
