import { describe, expect, test } from 'vitest'
import { applyChanges } from '@/lib/ledger/apply'
import type { Change } from '@/lib/ledger/change'
import { impactOf } from '@/lib/ledger/impact'
import { cellsIn, isPlainLens } from '@/lib/ledger/impact-groups'
import { localDate } from '@/lib/ledger/interval'
import { openLaw } from '@/lib/ledger/law'
import { countPlainFlips } from '@/lib/ledger/plain-flips'
import { theRecord } from '../support/record'

const record = theRecord()
const law = openLaw(record, null)

function suspensionUntil(to: string): Change {
  const line = record.provisions.find(({ key }) => key === 'cn-2025-70-suspends-2025-57')
  if (line === undefined) throw new Error('no suspension')
  return { kind: 'provision', key: line.key, record: { ...line, inForce: { ...line.inForce, to: localDate(to) } } }
}

describe('the cells that a revision moved', () => {
  test('are none where it changed nothing, and none where only a later day is looked at', () => {
    expect(countPlainFlips(law, openLaw(record, null))).toBe(0)
    const [source] = record.sources
    if (source === undefined) throw new Error('no source')
    const renamed = applyChanges(record, [{ kind: 'source', key: source.key, record: { ...source, title: 'Another' } }])
    expect(countPlainFlips(law, openLaw(renamed, null))).toBe(0)
  })

  test('are those that all its consequences tell under the plain question, whichever record came first', () => {
    const next = applyChanges(record, [suspensionUntil('2027-01-11')])
    const told = cellsIn(impactOf(record, next).flips.filter(({ lens }) => isPlainLens(lens)))
    expect(told).toBeGreaterThan(0)
    expect(countPlainFlips(law, openLaw(next, null))).toBe(told)
    expect(countPlainFlips(openLaw(next, null), law)).toBe(told)
  })

  test('count the rules of other exporting countries too', () => {
    const foreign = record.provisions.find(({ instrument }) => instrument.startsWith('my-'))
    if (foreign === undefined) throw new Error('no rule of Malaysia')
    const without = applyChanges(record, [{ kind: 'provision', key: foreign.key, record: null }])
    expect(countPlainFlips(law, openLaw(without, null))).toBeGreaterThan(0)
  })
})
