import { describe, expect, test } from 'vitest'
import { openLaw } from '@/lib/ledger/law'
import type { Provision } from '@/lib/ledger/record'
import { ANY_FORM, CONTROLLED_ITEMS } from '@/lib/ledger/record'
import { resolveCell } from '@/lib/ledger/resolve'
import type { CellAnswer, Line, RuleStatus } from '@/lib/ledger/status'
import { rank } from '@/lib/ledger/status'
import { theRecord } from '@/tests/support/record'
import { cell, check, line, questionOf, type Said, SETTLED } from './asking'

const record = theRecord()
const law = openLaw(record, null)
const TO_US: Omit<Said, 'goods' | 'on'> = { ...SETTLED, to: 'US', origin: 'CN', share: 0, technology: false }
/** Days on which an export rule of this record begins, is suspended, or comes back, and the days before. */
const DAYS = '2024-12-03 2025-11-09 2026-11-10 2026-11-11 2026-11-27 2026-11-28'.split(' ')
/** Export lines that name goods; those of one instrument on the same goods are asked once. */
const LINES = [
  ...new Map(
    record.provisions
      .filter(({ effect, materials, route }) => effect !== 'suspend' && route === 'export' && materials.length > 0)
      .filter(({ effect, materials }) => effect !== 'exempt' && !materials.includes(CONTROLLED_ITEMS))
      .map((one) => [[one.instrument, one.materials, one.coverage, one.forms.includes(ANY_FORM)].join(' '), one]),
  ).values(),
]

/** Whether a line of a cell reaches the goods of an item line for certain, read from the record's fields alone. */
function settles({ provision, leansOn }: Line, item: Provision): boolean {
  if (leansOn.length > 0) return leansOn.includes(item.key)
  if (provision.key === item.key || provision.coverage === 'whole') return true
  // "Gallium-related dual-use items": named goods of a material in no form.
  return provision.forms.includes(ANY_FORM) && provision.materials.some((key) => item.materials.includes(key))
}

function cellsOf(item: Provision, said: Said): readonly CellAnswer[] {
  return item.materials.flatMap((material) =>
    (record.materials.find(({ key }) => key === material)?.forms ?? [])
      .filter((form) => item.forms.includes(form) || item.forms.includes(ANY_FORM))
      .map((form) => resolveCell(law, questionOf(said), material, form)),
  )
}

function highest(lines: readonly Line[]): number {
  return Math.max(0, ...lines.map(({ gives }) => rank(gives)))
}

describe('goods said by an item line', () => {
  test.each(DAYS)('never get less than the cells of that line on %s', (on) => {
    expect(LINES.length).toBeGreaterThan(60)
    const below = LINES.flatMap((item) => {
      const from = record.instruments.find(({ key }) => key === item.instrument)?.jurisdiction ?? ''
      const said: Said = { ...TO_US, goods: line(item.key), on, from, origin: from }
      const { byText, atLeast, word } = check(law, said).conclusion
      const cells = cellsOf(item, said)
      const sure = cells.map(({ lines }) => lines.filter((one) => settles(one, item)))
      const least = Math.min(...sure.map(highest))
      const floor = Math.min(...sure.map((lines) => highest(lines.filter(({ firm }) => firm))))
      const settled = cells.every(({ lines }) => lines.every((one) => settles(one, item)))
      const unsure = word === 'cannot-tell' && settled
      return rank(byText) < least || rank(atLeast) < floor || unsure ? [[item.key, word, byText, atLeast]] : []
    })
    expect(below).toEqual([])
  })
})

describe('a rule on dual-use items of a material reaches what an item line of it controls', () => {
  const conclusionOf = (goods: Said['goods'], on: string) => {
    const { word, byText, atLeast } = check(law, { ...TO_US, goods, on }).conclusion
    return [word, byText, atLeast] as readonly (string | RuleStatus)[]
  }
  const METAL = 'cn-2023-23-3c001-gallium-metal'
  const CLAUSE = 'cn-2024-46-clause-2-gallium'

  test.each([
    ['the metal by its item line', line(METAL), '2025-01-15', 'refused', 'refused', 'refused'],
    ['the metal as a cell', cell('Ga', 'metal'), '2025-01-15', 'refused', 'refused', 'refused'],
    ['the metal, none of those named', cell('Ga', 'metal', true), '2025-01-15', 'refused', 'refused', 'refused'],
    [
      'a compound by its item line',
      line('cn-2023-23-3c001-gallium-compounds'),
      '2025-01-15',
      'refused',
      'refused',
      'refused',
    ],
    ['germanium metal', line('cn-2023-23-3c002-germanium-metal'), '2025-01-15', 'refused', 'refused', 'refused'],
    ['antimony ore', line('cn-2024-33-3c003-antimony-ore-metal'), '2025-01-15', 'refused', 'refused', 'refused'],
    ['superhard materials', line('cn-2024-33-2b901-superhard'), '2025-01-15', 'refused', 'refused', 'refused'],
    ['what the clause itself names', line(CLAUSE), '2025-01-15', 'refused', 'refused', 'refused'],
    ['that, while it is suspended', line(CLAUSE), '2026-11-23', 'licence', 'licence', 'licence'],
    ['that, after its suspension', line(CLAUSE), '2026-11-28', 'pause-ended', 'refused', 'licence'],
    ['the metal after the suspension', line(METAL), '2026-11-28', 'pause-ended', 'refused', 'licence'],
    [
      'an oxide that no line names',
      cell('Ga', 'oxide', true),
      '2025-01-15',
      'no-rule',
      'not-controlled',
      'not-controlled',
    ],
    [
      'an oxide of which that was not said',
      cell('Ga', 'oxide'),
      '2025-01-15',
      'cannot-tell',
      'not-controlled',
      'not-controlled',
    ],
  ] as const)('%s', (_, goods, on, ...expected) => {
    expect(conclusionOf(goods, on)).toEqual(expected)
  })

  test('and not before that line was in force, nor goods to somewhere else', () => {
    expect(conclusionOf(line(METAL), '2024-12-02')[0]).toBe('licence')
    expect(check(law, { ...TO_US, to: 'DE', goods: line(METAL), on: '2025-01-15' }).conclusion.word).toBe('licence')
  })
})
