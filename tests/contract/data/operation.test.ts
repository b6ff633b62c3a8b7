import { fc, test } from '@fast-check/vitest'
import { expect } from 'vitest'
import { type Operation, operationsOf, standingIn } from '@/lib/contract/data/operation'
import { printedChange } from '@/lib/contract/record/file-format'
import { FILE_NAMES } from '@/lib/contract/record/files'
import { applyChanges } from '@/lib/ledger/apply'
import { type Change, changesThatRecord } from '@/lib/ledger/change'
import type { WholeRecord } from '@/lib/ledger/testimony'
import { theRecord } from '../../support/record'

const ALL = changesThatRecord(theRecord())
const EMPTY: WholeRecord = Object.fromEntries(FILE_NAMES.map((name) => [name, []])) as never

/** Revisions that record, change, take away and bring back some twenty records of every kind. */
const someRevisions: fc.Arbitrary<readonly (readonly Change[])[]> = fc.array(
  fc.uniqueArray(
    fc.tuple(fc.nat({ max: 19 }), fc.constantFrom('as it is', 'reworded', 'gone')).map(([at, what]): Change => {
      const change = ALL[(at * 97) % ALL.length] as Change
      if (what === 'gone') return { kind: change.kind, key: change.key, record: null } as Change
      return what === 'as it is' ? change : ({ ...change, record: { ...change.record, note: 'reworded' } } as Change)
    }),
    { selector: ({ kind, key }) => `${kind} ${key}`, maxLength: 8 },
  ),
  { maxLength: 8 },
)

/** What a reader of the documentation would write: nothing of ours in it. */
function follow(held: ReadonlyMap<string, string>, operations: readonly Operation[]): ReadonlyMap<string, string> {
  const next = new Map(held)
  for (const { op, kind, key, before, after } of operations) {
    const place = `${kind}/${key}`
    const stood = next.get(place) ?? null
    if ((op === 'add') !== (stood === null)) throw new Error(`${op} of ${place}, where ${stood} stood`)
    if (stood !== null) expect(before).toEqual(JSON.parse(stood))
    if (op === 'retire') next.delete(place)
    else next.set(place, JSON.stringify(after))
  }
  return next
}

/** The record as its files write it, by kind and key. */
function written(record: WholeRecord): { readonly [place: string]: unknown } {
  const printed = changesThatRecord(record).map(printedChange)
  return Object.fromEntries(printed.map(({ kind, key, record: one }) => [`${kind}/${key}`, one]))
}

test.prop([someRevisions, fc.nat({ max: 8 })])(
  'the operations between two revisions make the later record of the earlier',
  (revisions, cut) => {
    const records = [EMPTY]
    for (const own of revisions) records.push(applyChanges(records.at(-1) ?? EMPTY, own))
    const from = Math.min(cut, revisions.length)
    const base = records[from] ?? EMPTY
    const standing = standingIn(from === 0 ? null : base)
    const operations = revisions.slice(from).flatMap((own, at) => operationsOf(standing, from + at + 1, own))
    const held = new Map(Object.entries(written(base)).map(([place, one]) => [place, JSON.stringify(one)]))

    const reached = [...follow(held, operations)].map(([place, text]) => [place, JSON.parse(text)])
    expect(Object.fromEntries(reached)).toEqual(written(records.at(-1) ?? EMPTY))
    const order = operations.map(({ revision }) => revision)
    expect(order).toEqual(order.toSorted((a, b) => a - b))
  },
)
