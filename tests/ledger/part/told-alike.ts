import { expect } from 'vitest'
import { applyChanges } from '@/lib/ledger/apply'
import type { Change } from '@/lib/ledger/change'
import { isSame } from '@/lib/ledger/equal'
import { impactOf } from '@/lib/ledger/impact'
import { localDate } from '@/lib/ledger/interval'
import type { LegalDay } from '@/lib/ledger/legal-day'
import { outgoingOf } from '@/lib/ledger/outgoing'
import { consequenceKeys } from '@/lib/ledger/part/consequence-keys'
import { ruleKeys } from '@/lib/ledger/part/rule-keys'
import type { RevisionKind } from '@/lib/ledger/revision'
import type { Broken } from '@/lib/ledger/rules/broken'
import { brokenRules } from '@/lib/ledger/rules/rules'
import type { WholeRecord } from '@/lib/ledger/testimony'
import { carve } from '@/tests/ledger/part/carve'
import { indexOf } from './index-of-record'

const today = localDate('2026-11-22')

function brokenBy(before: WholeRecord, changes: readonly Change[], kind: RevisionKind): readonly Broken[] {
  return brokenRules({ before, after: applyChanges(before, changes), changes, kind, today })
}

/** What a change set breaks that was not broken before it. */
function newlyBroken(record: WholeRecord, changes: readonly Change[], kind: RevisionKind): readonly Broken[] {
  const stood = brokenBy(record, [], kind)
  return brokenBy(record, changes, kind).filter((one) => !stood.some((other) => isSame(one, other)))
}

/** The rules that a change set breaks are told alike from its part; gives them, and how many records the part holds. */
export async function expectJudgedAlike(record: WholeRecord, changes: readonly Change[], kind: RevisionKind = 'law') {
  const part = carve(record, await ruleKeys(indexOf(record), changes))
  const broken = newlyBroken(record, changes, kind)
  expect(newlyBroken(part, changes, kind)).toEqual(broken)
  return { broken, size: sizeOf(part) }
}

/**
 * Consequences are told alike from the part of a change set. A rule on whatever is controlled reaches every material of the
 * record: of its days the part lists those that it holds.
 *
 * @returns `null` where the change set reaches everything, and there is no smaller part.
 */
export async function expectSeenAlike(record: WholeRecord, changes: readonly Change[], most?: number) {
  const found = await consequenceKeys(indexOf(record), changes, most === undefined ? {} : { most })
  if (found === null) return null
  const part = carve(record, found.keys)
  const [after, partAfter] = [applyChanges(record, changes), applyChanges(part, changes)]
  const whole = impactOf(record, after)
  const { claims: unweighed } = found.unread
  const told = impactOf(part, partAfter, found.unread)
  expect({ ...told, unweighed: [] }).toEqual({
    ...whole,
    claims: whole.claims.filter(({ claim }) => !unweighed.includes(claim)),
  })
  expect(told.unweighed).toEqual(
    expect.arrayContaining(whole.claims.map(({ claim }) => claim).filter((key) => unweighed.includes(key))),
  )
  const [sent, sentFromPart] = [outgoingOf(record, after), outgoingOf(part, partAfter)]
  expect(sentFromPart.reach).toEqual(sent.reach)
  const days = (moved: typeof sent.days) => moved.map((day) => [plain(day.before), plain(day.after)])
  expect(days(sentFromPart.days)).toEqual(days(sent.days))
  return { impact: told, sent, size: sizeOf(part), part }
}

function plain(day: LegalDay | null) {
  if (day === null) return null
  const { materials: _, called: __, ...rest } = day
  return rest
}

export function sizeOf(record: WholeRecord): number {
  return Object.values(record).reduce((sum, list) => sum + list.length, 0)
}
