import { describe, expect, test } from 'vitest'
import { hasNumber, readCode } from '@/lib/contract/code'
import { matchOfDigits, matchOfItem } from '@/lib/ledger/code-match'

describe('a code that goods or rules are looked up by', () => {
  test.for([
    ['8505', { read: 'hs', digits: '8505' }],
    ['8505.11', { read: 'hs', digits: '850511' }],
    ['8505 11 10', { read: 'hs', digits: '85051110' }],
    ['2846.90.1940', { read: 'hs', digits: '2846901940' }],
    ['2846901940', { read: 'hs', digits: '2846901940' }],
    ['８５０５．１１', { read: 'hs', digits: '850511' }],
    ['1c905.a.1', { read: 'item', item: '1C905.A.1' }],
    ['1C905', { read: 'item', item: '1C905' }],
    ['No. 61 of 2025', { read: 'announcement', announcement: { number: 61, year: 2025 } }],
    ['61', { read: 'announcement', announcement: { number: 61, year: null } }],
    ['公告2025年第61号', { read: 'announcement', announcement: { number: 61, year: 2025 } }],
    ['85.05', null],
    ['8505.1', null],
    ['28469019401', null],
    ['Dy', null],
    ['', null],
  ] as const)('%s', ([text, code]) => {
    expect(readCode(text)).toEqual(code)
  })

  test('lies within a shorter one, and a shorter one around it', () => {
    expect(matchOfDigits('2846901940', '2846')).toBe('narrower')
    expect(matchOfDigits('284690', '2846901940')).toBe('broader')
    expect(matchOfDigits('284690', '284690')).toBe('same')
    expect(matchOfDigits('284690', '284691')).toBeNull()
    expect(matchOfItem('1C905.a.1', '1C905')).toBe('narrower')
    expect(matchOfItem('1C905', '1C905.A.1')).toBe('broader')
    expect(matchOfItem('1c905.a', '1C905.A')).toBe('same')
    expect(matchOfItem('1C905.ab', '1C905.A')).toBeNull()
  })

  test('is an announcement of a number whole, and of its year where one is named', () => {
    const asked = { number: 61, year: null }
    expect(hasNumber('No. 61 of 2025 (joint)', asked)).toBe(true)
    expect(hasNumber('No. 6 of 2025', asked)).toBe(false)
    expect(hasNumber('No. 61 of 2025', { number: 61, year: 2024 })).toBe(false)
    expect(hasNumber(null, asked)).toBe(false)
  })
})
