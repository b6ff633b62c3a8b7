import { expect, test } from 'vitest'
import { checkRecord } from '@/lib/contract/record/check'
import { printedChange } from '@/lib/contract/record/file-format'
import { FILES, type RecordFiles } from '@/lib/contract/record/files'
import { applyChanges } from '@/lib/ledger/apply'
import { type Change, KINDS, LIST_OF } from '@/lib/ledger/change'
import { localDate } from '@/lib/ledger/interval'
import { CONTROLLED_ITEMS } from '@/lib/ledger/record'
import { brokenRules } from '@/lib/ledger/rules/rules'
import type { WholeRecord } from '@/lib/ledger/testimony'
import { historyOf, largeRecord, revisionsOf } from '../support/large/history'
import { theRecord } from '../support/record'

const TIMES = 3
const today = localDate('2026-11-22')
const steps = [...historyOf(TIMES)]
const nothing = Object.fromEntries(KINDS.map((kind) => [LIST_OF[kind], []])) as unknown as WholeRecord
const real = theRecord()

/** The record after each revision, the empty one first. */
const stands: WholeRecord[] = [nothing]
for (const { changes } of steps) stands.push(applyChanges(stands.at(-1) as WholeRecord, changes))
const last = stands.at(-1) as WholeRecord

test('every revision of a large record obeys the rules that a published one obeys', () => {
  const broken = steps.slice(1).flatMap(({ revision: { kind }, changes }, at) => {
    const [before, after] = [stands[at + 1] as WholeRecord, stands[at + 2] as WholeRecord]
    return brokenRules({ before, after, changes, kind, today })
  })

  expect(broken).toEqual([])
})

test('the last of them can be read back from its files', () => {
  const read = checkRecord(filesOf(last))

  expect(read.ok ? [] : read.refusal).toEqual([])
})

test('the same seed gives the same history, and another seed another one', () => {
  expect([...historyOf(TIMES)]).toEqual(steps)
  expect([...historyOf(TIMES, 2)].at(-1)).not.toEqual(steps.at(-1))
})

test('a record of one size is the beginning of no other, and all its steps lead to it', () => {
  expect(steps).toHaveLength(revisionsOf(TIMES))
  expect(largeRecord(TIMES)).toEqual(last)
  expect(largeRecord(1)).toEqual(stands[1])
})

test('the real record is inside as it is', () => {
  for (const kind of KINDS) {
    const keys = new Set(real[LIST_OF[kind]].map(({ key }) => key))
    expect((last[LIST_OF[kind]] as readonly { key: string }[]).filter(({ key }) => keys.has(key))).toEqual(
      real[LIST_OF[kind]],
    )
  }
})

test('everything grows in proportion but what speaks of the whole', () => {
  const times = (list: keyof WholeRecord) => last[list].length / real[list].length
  for (const list of ['provisions', 'instruments', 'parties', 'sources', 'events', 'claims', 'indicators'] as const) {
    expect(times(list), list).toBeGreaterThan(0.7 * TIMES)
    expect(times(list), list).toBeLessThan(1.1 * TIMES)
  }
  const ofAll = ({ provisions, materials, claims }: WholeRecord) => ({
    controlled: provisions.filter((one) => one.materials.includes(CONTROLLED_ITEMS)).length,
    anyList: provisions.filter(({ endUse, partyList }) => endUse === 'listed-party' && partyList === null).length,
    rareEarths: materials.filter(({ rareEarth }) => rareEarth).length,
    claims: claims.filter(({ asserts }) => asserts.some((one) => typeof one.materials === 'string')).length,
  })
  expect(ofAll(last)).toEqual(ofAll(real))
})

test('acts of each kind stand in it, pauses overlap, and versions end', () => {
  const acts = last.provisions.filter(({ key }) => key.includes('-field-') || key.includes('-notice-'))
  for (const effect of ['suspend', 'extend', 'repeal', 'exempt'] as const) {
    expect(acts.filter((one) => one.effect === effect).length, effect).toBeGreaterThan(TIMES)
  }
  const suspensions = acts.filter(({ effect }) => effect === 'suspend')
  const overlapping = suspensions.filter((a) =>
    suspensions.some(
      (b) =>
        a !== b && a.targets.some((target) => b.targets.includes(target)) && a.inForce.from < (b.inForce.to ?? '9'),
    ),
  )
  expect(overlapping.length).toBeGreaterThan(suspensions.length / 3)
  const edits = steps.slice(1).filter(({ changes }) => changes.length <= 20)
  expect(edits.length).toBeGreaterThan(steps.length / 2)
  expect(edits.flatMap(({ changes }) => changes).filter(isKnown).length).toBeGreaterThan(edits.length)
})

function isKnown({ kind, key }: Change): boolean {
  return steps.some(({ changes }) => changes.length > 20 && changes.some((one) => one.kind === kind && one.key === key))
}

function filesOf(record: WholeRecord): RecordFiles {
  const files = KINDS.map((kind) => {
    const file = LIST_OF[kind]
    const printed = record[file].map((one) => {
      const fields = printedChange({ kind, key: one.key, record: one } as Change).record as { [name: string]: unknown }
      return Object.fromEntries(FILES[file].fields.map((name) => [name, fields[name]]))
    })
    return [file, printed]
  })
  return Object.fromEntries(files) as RecordFiles
}
