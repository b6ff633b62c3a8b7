import { describe, expect, test } from 'vitest'
import { markedIn } from '@/lib/contract/marked'

const marked = (text: string, q: string) =>
  markedIn(text, q)
    .map((piece) => (piece.found ? `[${piece.text}]` : piece.text))
    .join('')

describe('what was searched for is marked', () => {
  test.for([
    ['Dy · Dysprosium', 'dyspr', 'Dy · [Dyspr]osium'],
    ['Dy · Dysprosium', 'dy', '[Dy] · Dysprosium'],
    ['praseodymium', 'dym', 'praseodymium'],
    ['Lockheed Martin Corporation', 'martin lockheed', '[Lockheed] [Martin] Corporation'],
    ['含镝/含铽的钕铁硼永磁材料', '钕铁硼', '含镝/含铽的[钕铁硼]永磁材料'],
    ['No. 61 of 2025 · Decision 610', '公告2025年第61号', 'No. [61] of [2025] · Decision 610'],
    ['1C902.a.1 · Samarium metal', '1c902a1', '[1C902.a.1] · Samarium metal'],
    ['1C902.a.1 · Samarium metal', '1C902', '[1C902].a.1 · Samarium metal'],
    ['No. 18 of 2025, 2846901910', '2846.90', 'No. 18 of 2025, [284690]1910'],
    ['Dysprosium', 'dysprosum', 'Dysprosium'],
    ['a (b) [c]', '(b', 'a ([b]) [c]'],
    ['nothing', '', 'nothing'],
    ['nothing', '***', 'nothing'],
  ])('in %o by %o', ([text = '', q = '', expected]) => {
    expect(marked(text, q)).toBe(expected)
    expect(
      markedIn(text, q)
        .map((piece) => piece.text)
        .join(''),
    ).toBe(text)
  })
})
