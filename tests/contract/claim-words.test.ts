import { describe, expect, test } from 'vitest'
import {
  assertionInWords,
  gapInShort,
  gapInWords,
  kindsOf,
  sideInWords,
  sidesInOrder,
} from '@/lib/contract/words/claims'
import { cellsInWords, countsInWords } from '@/lib/contract/words/claims-counts'
import { editorInWords } from '@/lib/contract/words/claims-editor'
import { summaryInWords } from '@/lib/contract/words/claims-summary'
import { saidIn } from '@/lib/contract/words/language'
import { type ClaimReading, readClaim, readClaims } from '@/lib/ledger/claim-reading'
import { localDate } from '@/lib/ledger/interval'
import { openLaw } from '@/lib/ledger/law'
import { plainQuestion } from '@/lib/ledger/question'
import { weigh } from '@/lib/ledger/weighing'
import { theRecord } from '@/tests/support/record'

const record = theRecord()
const weighing = weigh(openLaw(record, null))
const kinds = kindsOf(record.materials)
const names = (keys: readonly string[]) => keys.join(' + ')

function read(key: string, on: string): ClaimReading {
  const claim = record.claims.find((one) => one.key === key)
  if (claim === undefined) throw new Error(`no claim ${key}`)
  return readClaim(weighing, claim, { on: localDate(on), known: null })
}

function counts(reading: ClaimReading, day: 'whenSaid' | 'onDay'): string {
  const verdict = reading[day]
  return verdict === null ? 'not told' : `${verdict.word}: ${countsInWords(verdict, kinds)}`
}

describe('a claim in words', () => {
  test('aboard Air Force One', () => {
    const reading = read('2025-06-06-trump-flow-agreed', '2026-11-22')
    expect(counts(reading, 'whenSaid')).toBe(
      'partly: 7 of 17 elements contradict it, 10 support it; 2 of 5 other materials contradict it, 3 support it',
    )
    expect(counts(reading, 'onDay')).toBe(
      'partly: 7 of 17 elements contradict it, 5 support it, 5 are unclear; 2 of 5 other materials contradict it, 1 supports it, 2 are unclear',
    )
    expect(saidIn('zh', () => counts(reading, 'onDay'))).toContain('17 种元素中 7 种不符，5 种相符，5 种状态不明')
    expect(gapInShort(reading, names)).toBe('no instrument on file after 534 days')
    expect(editorInWords(reading)).toBe(
      'The editor, on 22 November 2026: partly so. The verdict computed on that day says the same.',
    )
  })

  test('the fact sheet of 1 November 2025', () => {
    const reading = read('2025-11-01-white-house-general-licences', '2026-11-22')
    expect(counts(reading, 'whenSaid')).toContain('7 of 17 elements contradict it, 10 support it')
    expect(editorInWords(reading)).toBe(
      'The editor, on 22 November 2026: contradicted. Computed on that day: partly. The two differ; the editor’s reason:',
    )
  })

  test('rules that never took effect', () => {
    const reading = read('2025-11-01-reex-never-took-effect', '2026-11-22')
    expect(counts(reading, 'onDay')).toBe(
      'partly: all 5 elements support it; 1 of 2 other materials contradicts it, 1 supports it',
    )
    expect(gapInShort(reading, names)).toBe('none can: it speaks of days gone by')
    expect(gapInWords(reading, localDate('2026-11-22'), names)).toBe(
      'It speaks of days that were over when it was said: no later instrument can bear out the 1 of 48 asserted cells that disagree.',
    )
  })

  test('a year’s delay of the licensing regime', () => {
    const reading = read('2025-10-26-bessent-regime-delayed', '2025-11-22')
    expect(counts(reading, 'whenSaid')).toBe(
      'contradicted: all 17 elements contradict it; all 5 other materials contradict it',
    )
    expect(counts(reading, 'onDay')).toContain('12 of 17 elements contradict it, 5 support it')
    expect(gapInWords(reading, localDate('2025-11-22'), names)).toBe(
      '12 days after it was said, 7 November 2025, cn-2025-70 bore out 46 of 121 asserted cells. For 75 there is no instrument on file on 22 November 2025.',
    )
  })

  test('the statement of 28 September 2026', () => {
    const reading = read('2026-09-28-mofcom-extended', '2026-11-22')
    expect(counts(reading, 'whenSaid')).toBe('supported: all 5 elements support it')
    expect(counts(reading, 'onDay')).toBe(
      'overtaken: all 5 elements are unclear; none agrees; all 44 cells are unclear: nobody has verified what followed',
    )
    expect(gapInShort(reading, names)).toBe('no instrument on file after 55 days')
    expect(gapInWords(reading, localDate('2026-11-22'), names)).toBe(
      'No instrument on file after 55 days, counted from 28 September 2026 to 22 November 2026: 44 of 44 asserted cells are borne out by no text. 44 of them are unclear on 22 November 2026: a pause has ended, and nobody has verified what followed.',
    )
    expect(saidIn('zh', () => gapInShort(reading, names))).toBe('55 日后仍无文件在案')
  })

  test('what nothing can test says so, and so does a month that is not over', () => {
    const untestable = read('2025-06-05-trump-no-questions-left', '2026-11-22')
    expect(counts(untestable, 'onDay')).toBe('untestable: nothing that can be checked')
    expect(gapInShort(untestable, names)).toBe('nothing to wait for')
    const early = read('2025-05-greer-countermeasures-removed', '2025-05-20')
    expect(gapInWords(early, localDate('2025-05-20'), names)).toBe(
      'By 20 May 2025 it had not been made for certain: nothing is counted yet.',
    )
  })

  test('tells what it asserts, a union as one', () => {
    const [assertion] = read('2025-11-sejourne-racket', '2026-11-22').claim.asserts
    if (assertion === undefined) throw new Error('asserts nothing')
    expect(assertionInWords(assertion, { material: (key) => key, form: (key) => key })).toBe(
      'Sm, Gd, Tb, Dy, Lu, Sc, Y, every listed form: needs a licence. Exports out of China to the 27 members of the EU, for civil end use; from 4 April 2025 on.',
    )
  })

  test('names sides in one order, and one without a word as the record does', () => {
    expect(sidesInOrder(['media', 'ngo', 'us-government', 'china-government', 'ngo'])).toEqual([
      'china-government',
      'us-government',
      'media',
      'ngo',
    ])
    expect([sideInWords('media'), sideInWords('ngo')]).toEqual(['Media', 'ngo'])
  })
})

test.for(['2025-11-02', '2026-11-22'])('every claim is told whole in both languages on %s', (day) => {
  const on = localDate(day)
  const readings = readClaims(weighing, record.claims, { on, known: null })
  expect(readings.length).toBeGreaterThan(30)
  for (const spoken of ['en', 'zh'] as const) {
    const told = saidIn(spoken, () => [
      summaryInWords(readings, plainQuestion(on)),
      ...readings.flatMap((reading) => [
        gapInShort(reading, names),
        gapInWords(reading, on, names),
        editorInWords(reading),
        ...[reading.whenSaid, reading.onDay].flatMap((verdict) =>
          verdict === null ? [] : [countsInWords(verdict, kinds), cellsInWords(verdict)],
        ),
      ]),
    ])
    for (const sentence of told) {
      expect(sentence).not.toMatch(/[{}]|claims\.|undefined|NaN/)
      if (spoken === 'zh') expect(sentence).toMatch(/\p{Script=Han}/u)
    }
  }
})
