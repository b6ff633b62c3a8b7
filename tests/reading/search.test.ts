import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { FoundGroup } from '@/lib/contract/found'
import { closeDatabase } from '@/lib/db/client'
import { ledgerAt } from '@/lib/db/ledger'
import type { WholeRecord } from '@/lib/ledger/testimony'
import { findInRecord, whyNotSearched } from '@/lib/reading/search'
import { useDatabase } from '../support/database'

let record: WholeRecord

beforeAll(async () => {
  await useDatabase('record')
  const found = await ledgerAt(1)
  if (found === null) throw new Error('revision 1 is not there')
  record = found
})
afterAll(closeDatabase)

const first = (text: string, kind: FoundGroup['kind']) =>
  findInRecord(record, text).find((group) => group.kind === kind)?.found[0]?.href

describe('the search box', () => {
  test.for([
    ['Dy', 'materials', '/materials/Dy'],
    ['dy', 'materials', '/materials/Dy'],
    ['Dysprosium', 'materials', '/materials/Dy'],
    ['镝', 'materials', '/materials/Dy'],
    ['Y', 'materials', '/materials/Y'],
    ['No. 61', 'instruments', '/instruments/cn-2025-61'],
    ['no 61 of 2025', 'instruments', '/instruments/cn-2025-61'],
    ['61/2025', 'instruments', '/instruments/cn-2025-61'],
    ['公告2025年第61号', 'instruments', '/instruments/cn-2025-61'],
    ['Announcement 18', 'instruments', '/instruments/cn-2025-18'],
    ['October 9', 'regimes', '/regimes/october-9'],
    ['1C905.a.1', 'items', '/instruments/cn-2025-18#cn-2025-18-1c905-a-1'],
    ['rheinmetall', 'parties', '/party/rheinmetall-ag/matrix'],
  ] as const)('finds %o among the %s', ([text, kind, href]) => {
    expect(first(text, kind)).toBe(href)
  })

  test('takes one or two letters for a symbol and nothing else', () => {
    const found = findInRecord(record, 'Y').find((group) => group.kind === 'materials')
    expect(found?.found.map((one) => one.label)).toEqual(['Y · Yttrium'])
  })

  test('reads an announcement number whole: 6 is not 61', () => {
    expect(findInRecord(record, 'No. 6').find((group) => group.kind === 'instruments')).toBeUndefined()
  })

  test('finds every line that an HS code heads, with or without dots', () => {
    const lines = (text: string) => findInRecord(record, text).find((group) => group.kind === 'items')?.total
    const printed = record.provisions.filter((line) => line.hsCodes.some((code) => code.startsWith('2846'))).length
    expect(printed).toBeGreaterThan(0)
    expect(lines('2846')).toBe(printed)
    expect(lines('28.46')).toBe(printed)
  })

  test('says how many there are when it does not list them all', () => {
    const sources = findInRecord(record, 'rare').find((group) => group.kind === 'sources')
    expect(sources?.found.length).toBeLessThan(sources?.total ?? 0)
  })

  test('finds nothing for nothing', () => {
    expect(findInRecord(record, '   ')).toEqual([])
    expect(findInRecord(record, 'zzzz')).toEqual([])
  })

  test('says why it does not look for a text that is far too long', () => {
    expect(whyNotSearched('a'.repeat(121))).toBe(
      'The text is longer than 120 characters. Search for a symbol, a name, a code or a number.',
    )
    expect(whyNotSearched('a'.repeat(120))).toBeNull()
  })
})
