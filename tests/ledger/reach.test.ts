import { fc, test as property } from '@fast-check/vitest'
import { describe, expect, test } from 'vitest'
import { applyChanges } from '@/lib/ledger/apply'
import type { Change } from '@/lib/ledger/change'
import { changesBetween } from '@/lib/ledger/difference'
import { openLaw } from '@/lib/ledger/law'
import { plainFlipGroups, plainFlips } from '@/lib/ledger/plain-flips'
import { reachOf } from '@/lib/ledger/reach'
import type { Ledger } from '@/lib/ledger/record'
import type { WholeRecord } from '@/lib/ledger/testimony'
import { theRecord } from '../support/record'
import { withTheNotice } from './extension-notice'
import { aWorld, tell, without } from './worlds'

const record = theRecord()

function reachOfOne(...changes: readonly Change[]) {
  const { materials, regimes } = reachOf(changes, record, applyChanges(record, changes))
  return { materials: [...materials].sort(), regimes: [...regimes].sort() }
}

function again(kind: 'instrument' | 'party' | 'event' | 'claim' | 'source', at: number | string): Change {
  const list: readonly { readonly key: string }[] = record[`${kind === 'party' ? 'partie' : kind}s`]
  const found = typeof at === 'number' ? list[at] : list.find(({ key }) => key === at)
  if (found === undefined) throw new Error(`no ${kind} ${at}`)
  return { kind, key: found.key, record: found } as Change
}

describe('what a change set is about', () => {
  test('is, for what acts on others, what these name, through as many steps as there are', () => {
    const after = withTheNotice(record)
    const { materials, regimes } = reachOf(changesBetween(record, after), record, after)
    expect([...materials]).toEqual(expect.arrayContaining(['Ho', 'Er', 'Tm', 'Eu', 'Yb']))
    expect([...regimes].sort()).toEqual(['busan-suspension', 'october-9'])
    expect(materials.has('Ga')).toBe(false)
  })

  test('is, for an instrument, what its lines name: a look at No. 18 is about its seven elements and not about Ho', () => {
    const { materials, regimes } = reachOfOne(again('instrument', 'cn-2025-18'))
    expect(materials).toEqual(expect.arrayContaining(['Dy', 'Gd', 'Lu', 'Sc', 'Sm', 'Tb', 'Y']))
    expect(materials).not.toContain('Ho')
    expect(regimes).toEqual(['april-4'])
  })

  test('is, for a party, what the lines of its list name: every controlled item', () => {
    const { materials } = reachOfOne(again('party', 0))
    expect(materials).toEqual(expect.arrayContaining(['Dy', 'Ho', 'Ga']))
  })

  test('is no material for an event, which changes no law, and nothing at all for a source', () => {
    expect(reachOfOne(again('event', '2026-11-27-ann72-end'))).toEqual({
      materials: [],
      regimes: ['busan-suspension', 'us-2024'],
    })
    expect(reachOfOne(again('source', 0))).toEqual({ materials: [], regimes: [] })
  })

  test('is what a claim asserts of', () => {
    const claim = record.claims.find(({ asserts }) => asserts.some(({ materials }) => materials === 'all-rare-earths'))
    if (claim === undefined) throw new Error('no claim about all rare earths')
    expect(reachOfOne(again('claim', claim.key)).materials).toHaveLength(
      record.materials.filter(({ rareEarth }) => rareEarth).length,
    )
  })

  property.prop([aWorld.chain((world) => fc.tuple(fc.constant(world), fc.nat()))], { numRuns: 150 })(
    'holds every material of which a cell flips under the plain question',
    ([world, drawn]) => {
      const line = world.provisions[drawn % Math.max(1, world.provisions.length)]
      if (line === undefined) return
      const [before, after] = [whole(world), whole(without(world, line.key))]
      const flips = plainFlips(openLaw(before, null), openLaw(after, null))
      const { materials } = reachOf(changesBetween(before, after), before, after)
      for (const { material } of flips) expect(materials.has(material), `${tell(world)} without ${line.key}`).toBe(true)
    },
  )
})

function whole(ledger: Ledger): WholeRecord {
  return { ...ledger, sources: [], events: [], claims: [], indicators: [] }
}

describe('cells that flip alike', () => {
  test('are told together, with their days: half-open, as everywhere inside', () => {
    const flips = plainFlips(openLaw(record, null), openLaw(withTheNotice(record), null))
    const [gap, extended] = plainFlipGroups(flips)
    expect(gap).toMatchObject({ from: '2026-11-11', to: '2026-11-20', before: 'pause-ended', after: 'licence' })
    expect(extended).toMatchObject({
      from: '2026-11-20',
      to: '2027-01-11',
      before: 'pause-ended',
      after: 'paused',
      exporter: 'CN',
    })
    expect(extended?.materials).toEqual(expect.arrayContaining(['Ho', 'Er']))
    expect(plainFlipGroups(flips).reduce((sum, { cells }) => sum + cells, 0)).toBe(flips.length)
  })
})
