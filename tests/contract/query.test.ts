import { describe, expect, test } from 'vitest'
import { matrixQuery, statusQuery } from '@/lib/contract/api/queries'
import { allCountries, EU_MEMBERS, isCountry, nameOfCountry } from '@/lib/contract/countries'
import { materialKey, nearestKey, recordKey } from '@/lib/contract/key'
import { nearestDay } from '@/lib/contract/nearest-day'
import { sayProblem } from '@/lib/contract/problem-words'
import { readPageQuery, readQuery } from '@/lib/contract/query'
import type { Refusal } from '@/lib/contract/refusal'
import { statusOf, titleOf } from '@/lib/contract/refusal'

const query = (text: string) => new URLSearchParams(text)

describe('a question in a query', () => {
  test('is read whole, in whatever case its codes are', () => {
    expect(
      readPageQuery(
        query(
          'rev=3&on=2025-11-08&known=2025-11-01&from=cn&to=us&use=Military&party=MP-materials-corp&route=re-export',
        ),
      ),
    ).toEqual({
      ok: true,
      value: {
        rev: 3,
        on: '2025-11-08',
        known: '2025-11-01',
        from: 'CN',
        to: 'US',
        use: 'military',
        party: 'mp-materials-corp',
        route: 're-export',
      },
    })
  })

  test('leaves out what a form left empty, and what is not ours', () => {
    expect(readPageQuery(query('on=&to=+&use=civil&utm_source=x'))).toEqual({ ok: true, value: { use: 'civil' } })
  })

  test('needs its cell in the API, and nothing that is not known', () => {
    expect(readQuery(statusQuery, query('material=dy&form=metal'))).toEqual({
      ok: true,
      value: { material: 'Dy', form: 'metal' },
    })
    expect(readQuery(statusQuery, query('form=metal&material='))).toMatchObject({
      refusal: [{ why: 'missing', field: 'material' }],
    })
    expect(readQuery(matrixQuery, query('scope=all&by=regime'))).toMatchObject({
      refusal: [{ why: 'unknown-field', field: 'by' }],
    })
    for (const name of ['__proto__', 'constructor', 'toString']) {
      expect(readQuery(statusQuery, query(`material=dy&form=metal&${name}=x`))).toMatchObject({
        refusal: [{ why: 'unknown-field', field: name }],
      })
    }
  })
})

/** What is said of a query, one line a problem. */
function saidOf(text: string): readonly string[] {
  const read = readPageQuery(query(text))
  return read.ok ? [] : read.refusal.map(sayProblem)
}

describe('what is wrong with a query', () => {
  test.for([
    [
      'on=2025-02-30',
      'The day “2025-02-30” is not a day in the calendar. Write it as year, month and day, like 2025-10-09.',
    ],
    [
      'known=soon',
      'The known day “soon” is not a day in the calendar. Write it as year, month and day, like 2025-10-09.',
    ],
    ['rev=0', '“0” is not a revision. Revisions are numbered 1, 2, 3 and so on.'],
    ['to=XX', 'The destination “XX” is not a country. Use its two-letter code in ISO 3166, like US or MY.'],
    [
      'to=eu',
      'The destination “eu” is a union of countries, and rules may differ between them. Ask for one member state, like DE or FR.',
    ],
    ['use=peaceful', 'The end use “peaceful” is not one that this record knows. Choose one of: civil, military.'],
    ['party=who%3F', 'This record has no party “who?”.'],
    ['to=US&to=JP', '“to” is given more than once, and it is not certain which one is meant. Give it once.'],
  ] as const)('%s: %s', ([text, said]) => {
    expect(saidOf(text)).toEqual([said])
  })

  test('is told of every field at once, and never at the length a reader chose', () => {
    expect(saidOf(`on=x&to=XX&scope=${'y'.repeat(5000)}`)).toHaveLength(3)
    for (const said of saidOf(`on=${'x'.repeat(5000)}`)) expect(said.length).toBeLessThan(200)
  })
})

describe('a refusal', () => {
  const refusal = (...problems: Refusal['problems']): Refusal => ({ problems, nearest: null })
  const malformed = { why: 'malformed-day', field: 'on', value: 'x' } as const
  const missing = { why: 'unknown-view', value: 'x' } as const

  test('is malformed before it is missing, and a fault of ours before either', () => {
    expect(statusOf(refusal(missing))).toBe(404)
    expect(statusOf(refusal(missing, malformed))).toBe(400)
    expect(statusOf(refusal(malformed, { why: 'record-away' }))).toBe(503)
    expect(statusOf(refusal({ why: 'broken' }))).toBe(500)
  })

  test('has a heading for every status', () => {
    expect(
      [malformed, missing, { why: 'broken' } as const, { why: 'record-away' } as const].map((one) =>
        titleOf(refusal(one)),
      ),
    ).toEqual([
      'This cannot be answered as it was asked',
      'Not in this record',
      'This page could not be made',
      'The record cannot be reached at the moment',
    ])
  })
})

describe('the nearest', () => {
  test.for([
    ['2025-02-30', '2025-02-28'],
    ['2024-02-31', '2024-02-29'],
    ['2025-2-3', '2025-02-03'],
    ['20251009', '2025-10-09'],
    ['2025/11/08', '2025-11-08'],
    ['2025-13-01', '2025-12-01'],
    ['2025-00-00', '2025-01-01'],
    ['2025年11月8日', '2025-11-08'],
    ['09-10-2025', null],
    ['tomorrow', null],
    ['', null],
  ] as const)('day to %s is %s', ([text, day]) => {
    expect(nearestDay(text)).toBe(day)
  })

  test('key is at most two slips away', () => {
    const keys = ['Dy', 'Ho', 'october-9', 'cn-2025-57']
    expect(nearestKey('Dx', keys)).toBe('Dy')
    expect(nearestKey('octobr-9', keys)).toBe('october-9')
    expect(nearestKey('cn-2025-75', keys)).toBe('cn-2025-57')
    expect(nearestKey('december', keys)).toBeNull()
    expect(nearestKey('', keys)).toBeNull()
    expect(nearestKey('Xx', ['Dy'])).toBeNull()
  })

  test('spelling of a key is found where it is certain', () => {
    expect(['dy', 'DY', 'y', 'NdFeB-Ho'].map(materialKey)).toEqual(['Dy', 'Dy', 'Y', 'ndfeb-ho'])
    expect(['October-9', 'a b', '-x', 'x--y', 'é'].map(recordKey)).toEqual(['october-9', null, null, null, null])
  })
})

test('countries are the 249 of ISO 3166, each with a name, and the union is its 27 members', () => {
  expect(allCountries()).toHaveLength(249)
  expect(new Set(allCountries().map(({ name }) => name)).size).toBe(249)
  expect(allCountries().filter(({ code, name }) => code === name)).toEqual([])
  expect(EU_MEMBERS).toHaveLength(27)
  expect(EU_MEMBERS.every(isCountry)).toBe(true)
  expect([nameOfCountry('MY'), isCountry('EU'), isCountry('us')]).toEqual(['Malaysia', false, false])
})
