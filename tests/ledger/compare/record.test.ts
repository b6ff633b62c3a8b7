import { describe, expect, test } from 'vitest'
import { namesIn } from '@/lib/contract/history/names'
import { groupInWords, reliefInWords, summaryInWords } from '@/lib/contract/words/compare'
import { cellsOf } from '@/lib/ledger/compare/cells'
import { compareWorlds } from '@/lib/ledger/compare/compare'
import { groupsByCause } from '@/lib/ledger/compare/groups'
import { easingsOf, netRelief, reliefBetween } from '@/lib/ledger/compare/relief'
import { openLaw } from '@/lib/ledger/law'
import type { Scope } from '@/lib/ledger/scope'
import { asking } from '@/tests/support/builders'
import { theRecord } from '@/tests/support/record'

const record = theRecord()
const law = openLaw(record, null)
const name = namesIn(record)

/** What a reader is told of two days, as the page tells it. */
function between(before: string, after: string, scope: Scope = 'rare-earths'): readonly string[] {
  const [a, b] = [asking(before), asking(after)]
  const { pairs, differences } = compareWorlds({
    a: { law, question: a },
    b: { law, question: b },
    between: [],
    cells: cellsOf([law], scope),
  })
  const groups = groupsByCause(differences)
  const sentences = groups.flatMap((cause) =>
    cause.groups.map((group) => groupInWords(group, { before: a, after: b }, name)),
  )
  return [summaryInWords(groups, pairs.length), ...sentences, reliefInWords(reliefBetween(law, pairs), name)]
}

describe('two days of the first record', () => {
  test('8 and 11 November 2025: the pause had begun on the 7th', () => {
    expect(between('2025-11-08', '2025-11-11')).toEqual([
      'None of 118 cells differs.',
      'No cell was opened. 45 cells stayed closed: 45 under No. 18 of 2025.',
    ])
  })

  test('6 and 11 November 2025', () => {
    expect(between('2025-11-06', '2025-11-11')).toEqual([
      '44 of 118 cells differ: 44 the law changed.',
      'From 7 November 2025, by No. 70 of 2025: 44 cells of Eu, Ho, Er, Tm, Yb: announced (until 6 November 2025; then: paused) → paused before effect (until 10 November 2026; then: pause ended, not verified).',
      'No cell was opened. 45 cells stayed closed: 45 under No. 18 of 2025.',
    ])
  })

  test('10 and 11 November 2026: the pause ends and nobody has looked', () => {
    expect(between('2026-11-10', '2026-11-11')).toEqual([
      '44 of 118 cells differ: 44 the law changed.',
      'From 11 November 2026, by No. 70 of 2025: 44 cells of Eu, Ho, Er, Tm, Yb: paused before effect (until 10 November 2026; then: pause ended, not verified) → pause ended, not verified (by its text: licence).',
      'No cell was opened. 45 cells stayed closed: 45 under No. 18 of 2025.',
    ])
  })

  test('and back: what ends is told by the day before which it was so', () => {
    expect(between('2026-11-11', '2026-11-10')[1]).toMatch(/^Before 11 November 2026, by No. 70 of 2025: 44 cells of /)
  })

  test('a rule that begins closes its cells, and is told with what paused it', () => {
    const [, ...sentences] = between('2025-04-03', '2025-11-08')
    expect(sentences).toEqual([
      'From 4 April 2025, by No. 18 of 2025: 45 cells of Sc, Y, Sm, Gd, Tb, Dy, Lu, less open: not controlled (until 3 April 2025; then: licence) → licence.',
      'From 7 November 2025, by No. 57 of 2025 and No. 70 of 2025: 44 cells of Eu, Ho, Er, Tm, Yb: not controlled (until 8 October 2025; then: announced) → paused before effect (until 10 November 2026; then: pause ended, not verified).',
      'No cell was opened. 45 cells were closed. None stayed closed.',
    ])
  })
})

describe('the net relief of Announcement 70', () => {
  const easings = new Set(easingsOf(law, 'cn-2025-70').map(({ key }) => key))
  const relief = (on: string) => netRelief({ law, question: asking(on) }, easings, 'rare-earths')

  test('is all of the October cells and none of the 45 that April holds, once October would have applied', () => {
    expect(easings.size).toBe(6)
    expect(reliefInWords(relief('2025-12-02'), name)).toBe(
      '44 cells were opened. 45 cells stayed closed: 45 under No. 18 of 2025.',
    )
    const april = relief('2025-12-02').held.find(({ instrument }) => instrument === 'cn-2025-18')
    const opened = new Set(relief('2025-12-02').opened.map(({ material, form }) => `${material}/${form}`))
    expect(april?.cells.filter(({ material, form }) => opened.has(`${material}/${form}`))).toEqual([])
  })

  test('is nothing certain after its last day', () => {
    expect(reliefInWords(relief('2026-11-22'), name)).toBe(
      'No cell was opened. 44 cells are unclear since: the pause has ended and nobody has verified what followed. 45 cells stayed closed: 45 under No. 18 of 2025.',
    )
  })

  test('an instrument that eases nothing has no easings', () => {
    expect(easingsOf(law, 'cn-2025-18')).toEqual([])
  })
})
