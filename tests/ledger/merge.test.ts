import { fc, test as property } from '@fast-check/vitest'
import { describe, expect, test } from 'vitest'
import { applyChanges, recordUnder } from '@/lib/ledger/apply'
import { KINDS, LIST_OF } from '@/lib/ledger/change'
import { changesBetween, differencesOf } from '@/lib/ledger/difference'
import { isSame } from '@/lib/ledger/equal'
import { mergedRecord, threeWay } from '@/lib/ledger/merge'
import type { WholeRecord } from '@/lib/ledger/testimony'
import { aMaterial, aProvision } from '@/tests/support/builders'
import { theRecord } from '@/tests/support/record'
import { changesOf, theExtension, theNotice } from './extension-notice'

const record = theRecord()
const BASE = { title: 'Notice', number: 7, forms: ['metal', 'oxide'], speaker: { name: 'A', role: 'B' } }

describe('a three-way comparison, field by field', () => {
  test.for<[string, object, object, string, unknown]>([
    ['nobody changed it', {}, {}, 'same', 'Notice'],
    ['you did', {}, { title: 'Yours' }, 'yours', 'Yours'],
    ['they did', { title: 'Theirs' }, {}, 'theirs', 'Theirs'],
    ['both did, alike', { title: 'Both' }, { title: 'Both' }, 'same', 'Both'],
    ['both did, otherwise', { title: 'Theirs' }, { title: 'Yours' }, 'conflict', 'Yours'],
  ])('%s', ([, theirs, yours, outcome, merged]) => {
    const [title] = threeWay(BASE, { ...BASE, ...theirs }, { ...BASE, ...yours })

    expect(title).toMatchObject({ field: 'title', outcome, merged })
  })

  test.for<[string, string[], string[], string, string[]]>([
    [
      'each added a word',
      ['metal', 'oxide', 'alloy'],
      ['metal', 'oxide', 'ore'],
      'both',
      ['metal', 'oxide', 'alloy', 'ore'],
    ],
    ['one added, one removed', ['metal', 'oxide', 'alloy'], ['metal'], 'both', ['metal', 'alloy']],
    [
      'both added the same and one more',
      ['metal', 'oxide', 'ore'],
      ['metal', 'oxide', 'ore', 'alloy'],
      'both',
      ['metal', 'oxide', 'ore', 'alloy'],
    ],
    ['each removed another', ['metal'], ['oxide'], 'both', []],
    [
      'one put them in another order',
      ['oxide', 'metal'],
      ['metal', 'oxide', 'ore'],
      'conflict',
      ['metal', 'oxide', 'ore'],
    ],
  ])('a list of words: %s', ([, theirs, yours, outcome, merged]) => {
    const field = threeWay(BASE, { ...BASE, forms: theirs }, { ...BASE, forms: yours }).find(
      (one) => one.field === 'forms',
    )

    expect(field).toMatchObject({ outcome, merged })
  })

  test('a record that one side took away is a conflict as a whole where the other changed it', () => {
    const changed = { ...BASE, title: 'Yours' }

    expect(threeWay(BASE, null, changed)).toEqual([
      { field: null, base: BASE, theirs: null, yours: changed, outcome: 'conflict', merged: changed },
    ])
    expect(threeWay(BASE, changed, null)).toMatchObject([{ field: null, outcome: 'conflict', merged: null }])
  })

  const value = fc.oneof(fc.constantFrom('a', 'b', null, 1), fc.uniqueArray(fc.constantFrom('x', 'y', 'z', 'w')))
  const aRecord = fc.option(fc.dictionary(fc.constantFrom('f', 'g', 'h'), value), { nil: null, freq: 8 })

  property.prop([aRecord, aRecord])('with one side unchanged gives the other', (base, changed) => {
    expect(mergedRecord(threeWay(base, base, changed))).toEqual(changed)
    expect(mergedRecord(threeWay(base, changed, base))).toEqual(changed)
    expect(threeWay(base, base, changed).some(({ outcome }) => outcome === 'conflict' || outcome === 'theirs')).toBe(
      false,
    )
  })

  property.prop([aRecord, aRecord, aRecord])('has the same conflicts whoever is asked first', (base, a, b) => {
    const conflicts = (fields: ReturnType<typeof threeWay>) =>
      fields.filter(({ outcome }) => outcome === 'conflict').map(({ field }) => field)

    expect(conflicts(threeWay(base, a, b)).toSorted()).toEqual(conflicts(threeWay(base, b, a)).toSorted())
  })
})

describe('the differences of two versions', () => {
  test('are told by their place, with what entered a list of words and what left it', () => {
    const before = { ...BASE, points: [{ value: 1 }, { value: 2 }] }
    const after = {
      ...BASE,
      forms: ['oxide', 'ore'],
      speaker: { name: 'A', role: 'C' },
      points: [{ value: 1 }, { value: 3 }],
    }

    expect(differencesOf(before, after)).toEqual([
      {
        path: ['forms'],
        before: ['metal', 'oxide'],
        after: ['oxide', 'ore'],
        words: { added: ['ore'], removed: ['metal'] },
      },
      { path: ['speaker', 'role'], before: 'B', after: 'C', words: null },
      { path: ['points', 1, 'value'], before: 2, after: 3, words: null },
    ])
  })

  test('are the whole list where a list of objects has grown', () => {
    expect(differencesOf({ points: [{ value: 1 }] }, { points: [{ value: 1 }, { value: 2 }] })).toEqual([
      { path: ['points'], before: [{ value: 1 }], after: [{ value: 1 }, { value: 2 }], words: null },
    ])
  })

  test('are every field of a record that is new, and of one that is gone', () => {
    expect(differencesOf(null, { a: 1 })).toEqual([{ path: ['a'], before: undefined, after: 1, words: null }])
    expect(differencesOf({ a: 1 }, null)).toEqual([{ path: ['a'], before: 1, after: undefined, words: null }])
  })

  test('do not turn on the order of fields, or on a field that says nothing', () => {
    expect(isSame({ a: 1, b: [1, 2] }, { b: [1, 2], a: 1, c: undefined })).toBe(true)
    expect(isSame({ a: [1, 2] }, { a: [2, 1] })).toBe(false)
    expect(isSame({ a: [] }, { a: {} })).toBe(false)
    expect(isSame({ a: null }, {})).toBe(false)
  })
})

describe('a change set', () => {
  const changes = changesOf(theNotice(), theExtension())

  test('is found again between the record and what it makes of it', () => {
    expect(changesBetween(record, applyChanges(record, changes))).toEqual(changes)
    expect(changesBetween(record, theRecord())).toEqual([])
  })

  test('takes away what it names, and can be taken back', () => {
    const after = applyChanges(record, changes)
    const back = applyChanges(after, changesBetween(after, record))

    expect(recordUnder(after, 'instrument', 'cn-2026-60')).toEqual(theNotice())
    expect(back).toEqual(record)
  })

  test('leaves every list sorted by key, and those that it does not touch the very same', () => {
    const after = applyChanges(record, [
      { kind: 'material', key: 'Aa', record: aMaterial({ key: 'Aa' }) },
      { kind: 'provision', key: 'zz', record: aProvision({ key: 'zz' }) },
      { kind: 'provision', key: 'aa', record: aProvision({ key: 'aa' }) },
      { kind: 'event', key: 'no-such-event', record: null },
    ])

    for (const kind of KINDS) {
      const keys = (after[LIST_OF[kind]] as WholeRecord['sources']).map(({ key }) => key)
      expect(keys).toEqual(keys.toSorted())
    }
    expect(after.provisions).toHaveLength(record.provisions.length + 2)
    expect(after.claims).toBe(record.claims)
    expect(after.events).toEqual(record.events)
  })

  test('of two changes of one key takes the later', () => {
    const [first, second] = [theNotice({ number: 'No. 1' }), theNotice({ number: 'No. 2' })]
    const after = applyChanges(record, [...changesOf(first), ...changesOf(second)])

    expect(recordUnder(after, 'instrument', 'cn-2026-60')?.number).toBe('No. 2')
  })
})
