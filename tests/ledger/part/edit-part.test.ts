import { describe, expect, test, vi } from 'vitest'
import { recordUnder } from '@/lib/ledger/apply'
import type { Change } from '@/lib/ledger/change'
import { localDate } from '@/lib/ledger/interval'
import { consequenceKeys } from '@/lib/ledger/part/consequence-keys'
import type { WholeRecord } from '@/lib/ledger/testimony'
import { largeRecord } from '@/tests/support/large/history'
import { theRecord } from '@/tests/support/record'
import { indexOf } from './index-of-record'
import { expectJudgedAlike, expectSeenAlike, sizeOf } from './told-alike'

vi.setConfig({ testTimeout: 120_000 })

const real = theRecord()
const large = largeRecord(3)

function under<K extends Parameters<typeof recordUnder>[1]>(record: WholeRecord, kind: K, key: string) {
  const found = recordUnder(record, kind, key)
  if (found === null) throw new Error(`no ${kind} ${key}`)
  return found
}

const GERMANIUM = 'cn-2023-23-3c002-germanium-metal'

describe('of the real record', () => {
  const line = under(real, 'provision', GERMANIUM)
  const CASES: readonly (readonly [string, Change])[] = [
    ['a line withdrawn', { kind: 'provision', key: GERMANIUM, record: null }],
    [
      'a line of other goods',
      { kind: 'provision', key: GERMANIUM, record: { ...line, materials: ['Ga'], forms: ['metal'] } },
    ],
    [
      'an instrument looked at',
      {
        kind: 'instrument',
        key: 'cn-2023-57',
        record: { ...under(real, 'instrument', 'cn-2023-57'), verifiedThrough: localDate('2026-11-22') },
      },
    ],
    [
      'an instrument of another day',
      {
        kind: 'instrument',
        key: 'cn-2023-57',
        record: { ...under(real, 'instrument', 'cn-2023-57'), issuedOn: localDate('2023-01-01') },
      },
    ],
    [
      'a regime called otherwise',
      { kind: 'regime', key: 'entity-lists', record: { ...under(real, 'regime', 'entity-lists'), shortName: 'Lists' } },
    ],
    [
      'a material called otherwise',
      { kind: 'material', key: 'Er', record: { ...under(real, 'material', 'Er'), nameEn: 'Erbium metal' } },
    ],
    [
      'a material described otherwise',
      { kind: 'material', key: 'Dy', record: { ...under(real, 'material', 'Dy'), uses: 'Magnets.' } },
    ],
    [
      'a material in other forms',
      { kind: 'material', key: 'Er', record: { ...under(real, 'material', 'Er'), forms: ['metal'] } },
    ],
    ['a claim withdrawn', { kind: 'claim', key: '2025-11-06-reuters-year-long-licences', record: null }],
    ['an event withdrawn', { kind: 'event', key: '2025-04-04-april-controls', record: null }],
    [
      'a source reworded',
      {
        kind: 'source',
        key: 'mofcom-ann-2025-70',
        record: { ...under(real, 'source', 'mofcom-ann-2025-70'), note: 'Read again.' },
      },
    ],
  ]

  test.each(CASES)('%s is told alike', async (_, change) => {
    await expectJudgedAlike(real, [change])
    expect(await expectSeenAlike(real, [change])).not.toBeNull()
  })

  test('a party, a list and a rule on whatever is controlled reach everything', async () => {
    const party = under(real, 'party', 'shield-ai-inc')
    const changes: readonly Change[] = [
      { kind: 'party', key: party.key, record: { ...party, delistedOn: localDate('2026-12-01') } },
      { kind: 'party', key: party.key, record: { ...party, country: 'FR' } },
      { kind: 'instrument', key: party.instrument, record: null },
      { kind: 'provision', key: 'cn-2026-28-watch-list', record: null },
    ]
    for (const change of changes) expect(await consequenceKeys(indexOf(real), [change])).toBeNull()
  })
})

describe('of a record three times as large', () => {
  const own = large.provisions.filter(
    ({ key, effect }) => effect === 'licence' && real.provisions.every((one) => one.key !== key),
  )
  const acts = large.provisions.filter(
    ({ key, effect }) => effect === 'suspend' && !real.provisions.some((one) => one.key === key),
  )
  const some = [own.at(-10), acts.at(-1)].flatMap((one) => one ?? [])

  test.each(some)('what a correction of $key reaches is a small part, and tells the same', async (line) => {
    const record = { ...line, inForce: { ...line.inForce, to: localDate('2026-12-24') } }
    const change: Change = { kind: 'provision', key: line.key, record }
    const { size } = await expectJudgedAlike(large, [change])
    expect(size * 5).toBeLessThan(sizeOf(large))
    const seen = await expectSeenAlike(large, [change], 60)
    expect((seen?.size ?? 0) * 2).toBeLessThan(sizeOf(large))
  })
})
