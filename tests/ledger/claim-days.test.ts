import { describe, expect, test } from 'vitest'
import { agreedInShort, agreedInWords, readOnInWords } from '@/lib/contract/words/claims-agreed'
import { readClaim, readClaims } from '@/lib/ledger/claim-reading'
import { lastDayOf, localDate } from '@/lib/ledger/interval'
import { openLaw } from '@/lib/ledger/law'
import { claimAsDated } from '@/lib/ledger/period'
import type { Claim } from '@/lib/ledger/testimony'
import { verdictRuns } from '@/lib/ledger/verdict-runs'
import { weigh } from '@/lib/ledger/weighing'
import { theRecord } from '@/tests/support/record'

const record = theRecord()
const weighing = weigh(openLaw(record, null))

function claim(key: string): Claim {
  const found = record.claims.find((one) => one.key === key)
  if (found === undefined) throw new Error(`no claim ${key}`)
  return found
}

function read(key: string, on: string, known: string | null = null) {
  return readClaim(weighing, claim(key), { on: localDate(on), known: known === null ? null : localDate(known) })
}

function agreed(key: string, on: string, known: string | null = null) {
  return read(key, on, known).agreed.map((days) => `${days.from} ${lastDayOf(days) ?? 'on'}`)
}

describe('the days on which a claim was so', () => {
  const PAUSE = ['2025-11-01-white-house-october-suspended', '2025-11-01-sefcovic-eu-covered']

  test.each(PAUSE)('%s is contradicted when said and after the pause, and was borne out for a year', (key) => {
    const { whenSaid, onDay } = read(key, '2026-11-22')
    expect([whenSaid?.word, onDay?.word]).toEqual(['contradicted', 'contradicted'])
    expect(agreed(key, '2026-11-22')).toEqual(['2025-11-07 2026-11-10'])
  })

  test('are told by what is on file on the day asked', () => {
    const [key = ''] = PAUSE
    expect(agreed(key, '2025-11-06')).toEqual([])
    expect(agreed(key, '2025-11-07')).toEqual(['2025-11-07 2026-11-10'])
    expect(agreed(key, '2026-11-22', '2025-11-06')).toEqual([])
  })

  test('are those of the table of verdicts, of every claim', () => {
    for (const one of record.claims) {
      const supported = verdictRuns(weighing, one).filter(({ verdict }) => verdict.word === 'supported')
      const days = readClaim(weighing, one, { on: localDate('2026-12-31'), known: null }).agreed
      expect([one.key, days.length]).toEqual([one.key, Math.min(days.length, supported.length)])
      for (const run of supported) {
        expect(
          days.some(({ from, to }) => from <= run.from && (to === null || (run.to !== null && run.to <= to))),
        ).toBe(true)
      }
    }
  })

  test('are told in words, and what is scheduled as such', () => {
    const day = localDate('2026-11-10')
    const [pause, on] = [
      { from: localDate('2025-11-07'), to: localDate('2026-11-11') },
      { from: day, to: null },
    ]
    expect(agreedInShort({ agreed: [] }, day)).toBeNull()
    expect(agreedInShort({ agreed: [pause] }, day)).toBe('borne out 7 Nov 2025 – 10 Nov 2026')
    expect(agreedInShort({ agreed: [pause] }, localDate('2026-11-09'))).toBe(
      'borne out from 7 Nov 2025, as scheduled through 10 Nov 2026',
    )
    expect(agreedInShort({ agreed: [pause] }, localDate('2025-11-06'))).toBe(
      'as scheduled, borne out 7 Nov 2025 – 10 Nov 2026',
    )
    expect(agreedInShort({ agreed: [on] }, day)).toBe('borne out from 10 Nov 2026 on')
    expect(agreedInShort({ agreed: [on] }, localDate('2026-11-09'))).toBe('as scheduled, borne out from 10 Nov 2026 on')
    expect(agreedInWords(read('2025-06-06-trump-flow-agreed', '2026-11-22'), day)).toMatch(/^On no day from then on/)
    expect(agreedInWords(read('2025-06-05-trump-no-questions-left', '2026-11-22'), day)).toBeNull()
  })
})

describe('a claim whose day nobody knows', () => {
  const YEAR = '2026-adamas-prices-misrepresent'

  test('is never read on a day after the one asked', () => {
    expect(read(YEAR, '2026-11-22').said).toBe('2026-11-22')
    expect(read(YEAR, '2026-11-22', '2026-03-01').said).toBe('2026-03-01')
    expect(read(YEAR, '2026-12-31').said).toBe('2026-12-31')
    expect(read(YEAR, '2027-02-01').said).toBe('2026-12-31')
  })

  test('is read on the day asked while its month goes on, and waits for nothing yet', () => {
    const running = read('2025-05-greer-countermeasures-removed', '2025-05-30')
    expect(running).toMatchObject({ said: '2025-05-30', whenSaid: { word: 'contradicted' }, gap: null, agreed: [] })
    expect(running.onDay).toEqual(running.whenSaid)
    expect(read('2025-05-greer-countermeasures-removed', '2025-04-30')).toMatchObject({ whenSaid: null, onDay: null })
  })

  test('stands at the first day that may be its own', () => {
    const keys = readClaims(weighing, record.claims, { on: localDate('2026-11-22'), known: null }).map(
      ({ claim: { key } }) => key,
    )
    expect(keys.indexOf(YEAR)).toBeGreaterThan(keys.indexOf('2026-09-28-mofcom-extended'))
    const later = keys.slice(keys.indexOf(YEAR) + 1).map((key) => claimAsDated(claim(key)).saidOn)
    expect(later.every((day) => day < '2026-01-02')).toBe(true)
  })

  test('says so', () => {
    const { said } = read(YEAR, '2026-11-22')
    expect(readOnInWords({ claim: claimAsDated(claim(YEAR)), said })).toBe(
      'When it was said (in 2026, day unknown): read on 22 November 2026, by what was known then',
    )
    const day = read('2026-09-28-mofcom-extended', '2026-11-22')
    expect(readOnInWords(day)).toBe('When it was said, 28 September 2026, by what was known then')
  })
})
