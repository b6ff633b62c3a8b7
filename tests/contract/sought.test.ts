import { describe, expect, test } from 'vitest'
import { direct } from '@/lib/contract/direction'
import { statusOf } from '@/lib/contract/refusal'
import { readSought, soughtIn } from '@/lib/contract/sought'

describe('a text that is searched for', () => {
  test.for([
    'No. 61 of 2025',
    'no.61 of 2025',
    'No 61, 2025',
    '№ 61 / 2025',
    '61/2025',
    '2025-61',
    '2025 No. 61',
    'Announcement 61 of 2025',
    'MOFCOM Announcement No. 61 [2025]',
    'MOFCOM Announcement [2025] No. 61',
    '公告2025年第61号',
    '商务部公告2025年第61号',
    '商务部、海关总署公告2025年第61号',
    '2025年第61号公告',
    '〔2025〕61号',
    '２０２５年第６１号',
  ])('is the same announcement in every usual spelling: %s', (text) => {
    expect(readSought(text)).toMatchObject({ words: '61 2025', codes: ['@61/2025'] })
  })

  test.for([['No. 61'], ['61'], ['MOFCOM 61'], ['第61号'], ['61号公告'], ['公告第61号']])(
    'is an announcement of any year where none is named: %s',
    ([text]) => {
      expect(readSought(text as string)).toMatchObject({ words: '61', codes: ['@61'] })
    },
  )

  test.for([
    ['8505', '8505'],
    ['85.05', '8505'],
    ['2846.90', '284690'],
    ['2846 90 19', '28469019'],
    ['2846901910', '2846901910'],
  ])('is a customs code from its start, with or without dots: %s', ([text, digits]) => {
    expect(readSought(text as string).codes).toEqual([`#${digits}`, `#${digits}*`])
  })

  test.for(['dysprosium', '1C902.a.1', '61 tonnes', '850', '12345678901', '9 October 2025', ''])(
    'is otherwise looked for as it stands: %s',
    (text) => {
      expect(readSought(text).words).toBe(text)
    },
  )

  test('holds no sign that a database could not be asked with', () => {
    expect(readSought('a\u0000b\u200b').said).toBe('a b')
  })
})

describe('a search that is refused', () => {
  const refusalOf = (query: string) => {
    const direction = direct('/search', new URLSearchParams(query))
    return direction.go === 'refused' ? direction.refusal : null
  }

  test('asks for two things at once, or for more than any name has', () => {
    const long = 'a'.repeat(121)
    for (const [query, why] of [
      ['q=Dy&q=Ho', 'repeated'],
      [`q=${long}`, 'text-too-long'],
    ] as const) {
      const refusal = refusalOf(query)
      expect(refusal?.problems.map((problem) => problem.why)).toEqual([why])
      expect(refusal !== null && statusOf(refusal)).toBe(400)
      expect(refusal?.nearest).toBe('/search')
    }
    for (const query of ['', 'q=', 'q=Dy', 'q=Dy&q=', `q=${'a'.repeat(120)}`]) expect(refusalOf(query)).toBeNull()
  })

  test('is said back in the box, in either language, and not at any length', () => {
    expect(soughtIn('/search', new URLSearchParams('q=Dy&q=Ho'))).toBe('Dy')
    expect(soughtIn('/zh/search', new URLSearchParams({ q: 'x'.repeat(900) }))).toHaveLength(500)
    expect(soughtIn('/matrix', new URLSearchParams('q=Dy'))).toBeUndefined()
  })
})
